//! Refusals of access to a record: the patient is told of them, once for each person and hour.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Action;
use super::read::hour_of;
use super::store::{self, Actor, Event};
use crate::access::{self, Caller, RefusalSubject, RefusedCaller};
use crate::platform::App;
use crate::platform::db::{At, Conn, DbError, DbResult, Json, on_each};
use crate::platform::ids::PatientId;
use crate::schema::audit_events;

/// Whose record a request is about, where its path does not say.
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    /// Whose.
    pub patient: PatientId,
    /// The caller may not know of it, and was answered as if there were nothing.
    pub unseen: bool,
}

/// Writes down that `caller` was refused something of `patient`'s, if it was so: a caller who may open
/// the diary and found nothing there was not. `visible` says that they were told what is there. The
/// answer is whether they asked for what is not theirs, or is not there.
pub async fn refused(
    app: &App,
    caller: Caller,
    patient: PatientId,
    visible: bool,
) -> DbResult<bool> {
    let hour = hour_of(caller.at());
    let action = Action::AccessRefused.name();
    let noted = (caller.account().0, patient.0, action, hour.timestamp());
    if app.noted.get(&noted).is_some() {
        return Ok(true);
    }
    let (refused, written) = app
        .db
        .write(
            move |conn| match access::refused(conn, &caller, patient, visible)? {
                RefusalSubject::ForAnothers(refused) => {
                    note(conn, &refused, hour)?;
                    Ok::<_, DbError>((true, true))
                }
                RefusalSubject::ForNobodys => Ok((true, false)),
                RefusalSubject::ForTheirs | RefusalSubject::ByNobody => Ok((false, false)),
            },
        )
        .await?;
    if written {
        app.noted.put(noted, ());
    }
    Ok(refused)
}

fn note(conn: &mut Conn, refused: &RefusedCaller, hour: DateTime<Utc>) -> DbResult<()> {
    let key = refused.key.0;
    let earlier = audit_events::table
        .filter(audit_events::patient_key.eq(key))
        .filter(audit_events::actor.eq(refused.who.account()))
        .filter(audit_events::action.eq(Action::AccessRefused.name()))
        .filter(audit_events::at.ge(At::from(hour)))
        .select(audit_events::key);
    let earlier: Option<i64> = on_each!(conn, |c| earlier.first(c)).optional()?;
    if earlier.is_some() {
        return Ok(());
    }
    let slot = store::next_in_record(conn, refused.key)?;
    let event = Event {
        who: Actor {
            relation: refused.relation,
            ..Actor::from(&refused.who)
        },
        action: Action::AccessRefused,
        change_no: None,
        detail: Json::new(&serde_json::json!({})),
    };
    store::insert(conn, Some(slot), event, &[])
}
