//! How a record is kept in versions, and what one record says of another: each must be of the same
//! patient, and not removed.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::clinic_rating::ClinicRatingBody;
use super::model::{Administration, Content, Record, RecordKind, Screening, SideEffect, Treatment};
use super::refusal::Refusal;
use super::response::RecordBody;
use super::store;
use crate::access::{Access, Right, Role, Treat};
use crate::audit::{Action, EventDraft};
use crate::clinical::TreatmentKind;
use crate::platform::db::{Conn, DbResult};
use crate::platform::faults::Faults;
use crate::platform::http::part::{Part, to_part};
use crate::platform::http::{EdgeRefusal, HttpResult};
use crate::platform::ids::{PatientId, RecordId};
use crate::versions::{self, Current, Versioned};

impl Versioned for Content {
    type Key = RecordId;
    type Right = Treat;
    type Kind = RecordKind;
    type Around = ();

    fn kind(&self) -> RecordKind {
        match self {
            Self::Treatment(_) => RecordKind::Treatment,
            Self::Administration(_) => RecordKind::Administration,
            Self::Screening(_) => RecordKind::Screening,
            Self::SideEffect(_) => RecordKind::SideEffect,
            Self::Measurement(_) => RecordKind::Measurement,
            Self::Milestone(_) => RecordKind::Milestone,
            Self::ClinicRating(_) => RecordKind::ClinicRating,
        }
    }

    fn says(&self, sent: &Self) -> bool {
        match (self, sent) {
            (Self::ClinicRating(said), Self::ClinicRating(sent)) => said.0.says(&sent.0),
            _ => self == sent,
        }
    }

    fn note(&mut self) -> &mut Option<String> {
        match self {
            Self::Treatment(treatment) => &mut treatment.note,
            Self::Administration(given) => &mut given.note,
            Self::Screening(screening) => &mut screening.note,
            Self::SideEffect(effect) => &mut effect.note,
            Self::Measurement(measurement) => &mut measurement.note,
            Self::Milestone(milestone) => &mut milestone.note,
            Self::ClinicRating(rating) => &mut rating.0.note,
        }
    }

    fn without_words(&self) -> Self {
        let mut content = self.clone();
        *content.note() = None;
        content
    }

    /// A screening is a clinician's, or what the patient was told.
    fn permit(&self, access: &Access<Treat>) -> Result<(), versions::Refusal> {
        match self {
            Self::Screening(_) if access.standing().acts() => Ok(()),
            Self::Screening(_) if access.who().role() != Role::Clinician => {
                Err(versions::Refusal::ScreeningByCaregiver)
            }
            _ => Ok(()),
        }
    }

    fn check(
        &self,
        conn: &mut Conn,
        access: &Access<Treat>,
        (): &(),
        before: Option<&Record>,
    ) -> HttpResult<()> {
        match before {
            None => check_bounds(conn, access, self)?,
            Some(before) => check_stays(self, before)?,
        }
        match self {
            Self::Treatment(treatment) => match before {
                None => Ok(()),
                Some(before) => check_days_given(conn, access, before.key, treatment),
            },
            Self::Administration(given) => check_administration(conn, access, given),
            Self::Screening(screening) => check_screening(conn, access, screening),
            Self::SideEffect(effect) => check_suspected(conn, access, effect, before),
            Self::Measurement(_) | Self::Milestone(_) | Self::ClinicRating(_) => Ok(()),
        }
    }

    fn current(conn: &mut Conn, access: &Access<Treat>, id: RecordId) -> DbResult<Option<Record>> {
        store::current(conn, access, id)
    }

    fn own_earlier(conn: &mut Conn, access: &Access<Treat>, id: RecordId) -> DbResult<Vec<Record>> {
        store::own_earlier_versions(conn, access, id)
    }

    fn insert(
        conn: &mut Conn,
        access: &Access<Treat>,
        record: &Record,
        event: EventDraft,
    ) -> DbResult<bool> {
        store::insert(conn, access, record, event)
    }

    fn replace(
        conn: &mut Conn,
        access: &Access<Treat>,
        record: &Record,
        last: &Self,
        event: EventDraft,
    ) -> DbResult<()> {
        store::replace(conn, access, record, last, event)
    }

    fn actions(kind: RecordKind) -> [Action; 3] {
        kind.actions()
    }

    fn detail(record: &Record) -> Value {
        json!({ "id": record.key, "revision": record.revision })
    }

    fn show(patient: PatientId, record: &Record) -> Box<Part> {
        match record.kind {
            RecordKind::ClinicRating => to_part(&ClinicRatingBody::new(patient, record, false)),
            _ => to_part(&RecordBody::new(patient, record)),
        }
    }

    fn taken(current: Option<Current>) -> versions::Refusal {
        versions::Refusal::IdTaken(current.map(Box::new))
    }

    fn removed(current: Current) -> versions::Refusal {
        versions::Refusal::RecordRemoved(Box::new(current))
    }
}

/// The record with this id, and what it says.
///
/// Fails with 404 when this patient has none, or has removed it.
pub fn find(conn: &mut Conn, access: &Access<impl Right>, id: RecordId) -> HttpResult<Record> {
    let record = store::current(conn, access, id)?.filter(|record| record.content.is_some());
    Ok(record.ok_or(EdgeRefusal::NotFound)?)
}

/// The treatment with this id.
///
/// Fails with 404 when this patient has none, or has removed it.
pub fn find_treatment(
    conn: &mut Conn,
    access: &Access<impl Right>,
    id: RecordId,
) -> HttpResult<Treatment> {
    Ok(treatment(conn, access, id)?.ok_or(EdgeRefusal::NotFound)?)
}

fn treatment(
    conn: &mut Conn,
    access: &Access<impl Right>,
    id: RecordId,
) -> DbResult<Option<Treatment>> {
    let content = store::current(conn, access, id)?.and_then(|record| record.content);
    Ok(content.and_then(|content| match content {
        Content::Treatment(treatment) => Some(treatment),
        _ => None,
    }))
}

/// The treatment that another record names.
fn named(
    conn: &mut Conn,
    access: &Access<Treat>,
    pointer: &str,
    id: RecordId,
) -> HttpResult<Treatment> {
    let treatment = treatment(conn, access, id)?;
    Ok(treatment.ok_or_else(|| {
        let detail = "There is no such treatment in this diary.";
        Faults::one(pointer, "unknown_treatment", detail)
    })?)
}

/// What belongs to a treatment is out of sight with it: the caller must be one to remove each of these, too.
pub fn check_removal(conn: &mut Conn, access: &Access<Treat>, id: RecordId) -> HttpResult<()> {
    if access.standing().acts() {
        return Ok(());
    }
    for kind in [RecordKind::Administration, RecordKind::Screening] {
        for record in store::all(conn, access, kind, Some(id))? {
            versions::may_change(access, &record)?;
        }
    }
    Ok(())
}

/// Nothing is recorded without end.
fn check_bounds(conn: &mut Conn, access: &Access<Treat>, content: &Content) -> HttpResult<()> {
    let kind = content.kind();
    let of = content.treatment().filter(|_| kind.is_of_a_treatment());
    if store::count(conn, access, kind, of)? < kind.most() {
        Ok(())
    } else {
        Err(Refusal::TooMany.into())
    }
}

/// A treatment of another kind, or a day of another treatment, is another record.
fn check_stays(content: &Content, before: &Record) -> HttpResult<()> {
    let kind = content.kind();
    let mut faults = Faults::default();
    let mut stays = |is_so, pointer| {
        let detail = "This stays as it is: remove the record and make another.";
        faults.require(is_so, pointer, "cannot_change", detail);
    };
    stays(kind == before.kind, "/kind");
    if let Some(before) = before
        .content
        .as_ref()
        .filter(|before| before.kind() == kind)
    {
        let is_of = !kind.is_of_a_treatment() || content.treatment() == before.treatment();
        stays(is_of, "/treatment_id");
        match (content, before) {
            (Content::Treatment(now), Content::Treatment(then)) => {
                stays(now.treatment_kind == then.treatment_kind, "/treatment_kind");
            }
            (Content::Measurement(now), Content::Measurement(then)) => {
                stays(now.measure == then.measure, "/measure");
            }
            (Content::Milestone(now), Content::Milestone(then)) => {
                stays(now.milestone == then.milestone, "/milestone");
            }
            _ => {}
        }
    }
    Ok(faults.or(())?)
}

/// A day on which a treatment was given lies in its time.
fn check_administration(
    conn: &mut Conn,
    access: &Access<Treat>,
    given: &Administration,
) -> HttpResult<()> {
    let treatment = named(conn, access, "/treatment_id", given.treatment_id)?;
    let mut faults = Faults::default();
    faults.require(
        treatment.covers(given.day),
        "/day",
        "day_outside_treatment",
        "The treatment was not used on that day.",
    );
    Ok(faults.or(())?)
}

/// A screening is before cell therapy.
fn check_screening(
    conn: &mut Conn,
    access: &Access<Treat>,
    screening: &Screening,
) -> HttpResult<()> {
    let treatment = named(conn, access, "/treatment_id", screening.treatment_id)?;
    if treatment.treatment_kind == TreatmentKind::CellTherapy {
        Ok(())
    } else {
        Err(Refusal::NotCellTherapy.into())
    }
}

/// The treatment that is suspected of a side effect is this patient's, and had begun. One that was removed since stays
/// suspected: what else is said of the side effect can be corrected.
fn check_suspected(
    conn: &mut Conn,
    access: &Access<Treat>,
    effect: &SideEffect,
    before: Option<&Record>,
) -> HttpResult<()> {
    let Some(suspected) = effect.suspected_treatment_id else {
        return Ok(());
    };
    let said = before.and_then(|before| before.content.as_ref());
    let was_so = said.is_some_and(|said| said.treatment() == Some(suspected));
    if was_so && treatment(conn, access, suspected)?.is_none() {
        return Ok(());
    }
    let treatment = named(conn, access, "/suspected_treatment_id", suspected)?;
    let mut faults = Faults::default();
    faults.require(
        treatment.started_on <= effect.began_on,
        "/began_on",
        "before_treatment",
        "The treatment had not begun on that day.",
    );
    Ok(faults.or(())?)
}

/// A treatment whose days are corrected still holds every day on which it was given.
fn check_days_given(
    conn: &mut Conn,
    access: &Access<Treat>,
    id: RecordId,
    treatment: &Treatment,
) -> HttpResult<()> {
    let days = store::days_given(conn, access, id)?;
    let held = |day: Option<&(NaiveDate, RecordId)>, holds: &dyn Fn(NaiveDate) -> bool| {
        day.is_none_or(|(day, _)| holds(*day))
    };
    let mut faults = Faults::default();
    faults.require(
        held(days.first(), &|day| treatment.started_on <= day),
        "/started_on",
        "given_outside_treatment",
        "It was given on a day before.",
    );
    faults.require(
        held(days.last(), &|day| {
            treatment.ended_on.is_none_or(|end| day <= end)
        }),
        "/ended_on",
        "given_outside_treatment",
        "It was given on a day after.",
    );
    Ok(faults.or(())?)
}
