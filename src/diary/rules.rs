//! How a week is kept in versions.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::model::{Entry, Rating};
use super::response::RevisionBody;
use super::store;
use crate::access::{Access, Write};
use crate::audit::{Action, EventDraft};
use crate::clinical::Week;
use crate::platform::db::{Conn, DbResult};
use crate::platform::faults::Faults;
use crate::platform::http::HttpResult;
use crate::platform::http::part::{Part, to_part};
use crate::platform::ids::PatientId;
use crate::versions::{Current, Refusal, Versioned};

impl Versioned for Rating {
    type Key = Week;
    type Right = Write;
    type Kind = ();
    /// The day of the diagnosis.
    type Around = Option<NaiveDate>;

    fn kind(&self) {}

    /// Which edition of the scale was asked, when, and on which device, makes no other rating.
    fn says(&self, sent: &Self) -> bool {
        *self
            == Self {
                instrument: self.instrument.clone(),
                answered_at: self.answered_at,
                device_name: self.device_name.clone(),
                ..sent.clone()
            }
    }

    fn note(&mut self) -> &mut Option<String> {
        &mut self.note
    }

    fn without_words(&self) -> Self {
        Self {
            note: None,
            device_name: None,
            ..self.clone()
        }
    }

    fn permit(&self, _: &Access<Write>) -> Result<(), Refusal> {
        Ok(())
    }

    /// A new week lies after the diagnosis, where its day is known: an earlier one is a slip of the
    /// year. Weeks that were ever there may be corrected, and written again.
    fn check(
        &self,
        _: &mut Conn,
        _: &Access<Write>,
        diagnosed_on: &Option<NaiveDate>,
        before: Option<&Entry>,
    ) -> HttpResult<()> {
        if before.is_some() {
            return Ok(());
        }
        let mut faults = Faults::default();
        faults.require(
            diagnosed_on.is_none_or(|day| day <= self.assessed_on),
            "/assessed_on",
            "date_before_diagnosis",
            "The day of the rating is before the diagnosis.",
        );
        Ok(faults.or(())?)
    }

    fn current(conn: &mut Conn, access: &Access<Write>, week: Week) -> DbResult<Option<Entry>> {
        store::current(conn, access, week)
    }

    fn own_earlier(conn: &mut Conn, access: &Access<Write>, week: Week) -> DbResult<Vec<Entry>> {
        store::own_earlier_versions(conn, access, week)
    }

    fn insert(
        conn: &mut Conn,
        access: &Access<Write>,
        entry: &Entry,
        event: EventDraft,
    ) -> DbResult<bool> {
        store::insert(conn, access, entry, event)?;
        Ok(true)
    }

    fn replace(
        conn: &mut Conn,
        access: &Access<Write>,
        entry: &Entry,
        _: &Self,
        event: EventDraft,
    ) -> DbResult<()> {
        store::replace(conn, access, entry, event)
    }

    fn actions((): ()) -> [Action; 3] {
        [
            Action::EntryRecorded,
            Action::EntryRevised,
            Action::EntryVoided,
        ]
    }

    fn detail(entry: &Entry) -> Value {
        let mut detail = json!({ "week": entry.key, "revision": entry.revision });
        if let (Some(link), Some(members)) = (entry.author.guest, detail.as_object_mut()) {
            members.insert("link".to_owned(), json!(link));
        }
        detail
    }

    fn show(patient: PatientId, entry: &Entry) -> Box<Part> {
        to_part(&RevisionBody::new(patient, entry))
    }

    fn taken(current: Option<Current>) -> Refusal {
        Refusal::WeekTaken(current.map(Box::new))
    }

    fn removed(current: Current) -> Refusal {
        Refusal::WeekRemoved(Box::new(current))
    }
}
