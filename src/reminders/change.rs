//! Changes what a person is reminded of.

use serde_json::json;

use super::model::Reminders;
use super::model::schedule::Schedule;
use super::request::Draft;
use super::store::{self, Timetable};
use crate::access::{self, Belong, Caller, Denial, Level, PatientKey, SignedIn};
use crate::accounts;
use crate::audit::{self, Action};
use crate::platform::clock::ZoneData;
use crate::platform::db::{Conn, DbResult};
use crate::platform::faults::Faults;
use crate::platform::http::HttpResult;
use crate::platform::ids::PatientId;

/// Before anything was chosen.
const FIRST_VERSION: i32 = 1;

/// What the caller chose.
pub fn chosen(conn: &mut Conn, who: &SignedIn) -> DbResult<Reminders> {
    let Some(row) = store::find(conn, who.account())? else {
        return Ok(Reminders {
            version: FIRST_VERSION,
            ..Reminders::default()
        });
    };
    let patient = match row.diary {
        Some(key) => access::owner_of(conn, key)?.map(|(patient, _)| patient),
        None => None,
    };
    Ok(Reminders {
        settings: row.settings,
        patient,
        version: row.version,
    })
}

/// Keeps what is wanted now; `false` when another change came first. What changes nothing leaves no trace.
pub fn replace(
    conn: &mut Conn,
    caller: &Caller,
    who: &SignedIn,
    before: &Reminders,
    draft: &Draft,
) -> HttpResult<bool> {
    let diary = diary(conn, caller, who, draft)?;
    let patient = diary.map(|(patient, _)| patient);
    if (&before.settings, before.patient) == (&draft.settings, patient) {
        return Ok(true);
    }
    let home = accounts::time_zone_of(conn, who.account())?;
    let schedule = Schedule::new(&draft.settings, home, ZoneData::in_use());
    let kept = store::find(conn, who.account())?;
    let progress = kept.as_ref().map(|kept| kept.progress);
    let progress = progress.unwrap_or_default();
    // What is due already is looked at by the new rules.
    let due = kept.filter(|kept| kept.is_due(who.at()));
    let timetable = Timetable {
        next_at: due.map_or_else(|| schedule.next(who.at(), progress), |_| Some(who.at())),
        progress,
        home,
    };
    let key = diary.map(|(_, key)| key);
    if !store::put(conn, who, before.version, key, &draft.settings, &timetable)? {
        return Ok(false);
    }
    let detail = json!({ "version": before.version.saturating_add(1) });
    audit::record_by(conn, who, Action::RemindersChanged, &detail)?;
    Ok(true)
}

/// Of whose diary: their own, or one in which they record. To switch reminders off takes no right.
fn diary(
    conn: &mut Conn,
    caller: &Caller,
    who: &SignedIn,
    draft: &Draft,
) -> HttpResult<Option<(PatientId, PatientKey)>> {
    let own = access::patient_of(conn, who.account())?;
    let Some(patient) = draft.patient.or(own) else {
        if draft.settings.is_off() {
            return Ok(None);
        }
        let detail = "You keep no diary yourself: say in whose you record.";
        return Err(Faults::one("/patient_id", "missing_member", detail).into());
    };
    if draft.settings.is_off() && Some(patient) != own {
        return Ok(None);
    }
    let access = access::to_patient::<Belong>(conn, caller, patient)?;
    if access.standing().level() < Level::Write {
        return Err(Denial::ReadOnly.into());
    }
    Ok(Some((patient, access.key())))
}
