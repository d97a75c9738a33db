//! When clinicians looked at a diary for their team, and said so. The table `seen_marks`.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

use crate::access::{self, Access, Look, PatientKey, Right, SealedName, sealed_name, with_author};
use crate::audit::{self, Action};
use crate::platform::db::{At, Conn, DbResult, on_each};
use crate::platform::http::instant;
use crate::platform::ids::{AccountId, SiteId};
use crate::schema::seen_marks;

/// That a clinician looked at the diary for their team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct SeenMark {
    #[serde(serialize_with = "instant::millis")]
    at: DateTime<Utc>,
    #[schema(example = "Kim")]
    display_name: String,
    /// At which clinic; null where the patient let them in one by one.
    #[schema(example = "Clinic by the lake")]
    site: Option<String>,
    /// The number of the change of the record with which they said so.
    #[serde(skip)]
    #[schema(ignore)]
    pub change: i64,
}

/// Says that the caller looked; the patient is told in the access log. One mark a clinician: the last.
pub fn look(conn: &mut Conn, access: &Access<Look>) -> DbResult<SeenMark> {
    let change = audit::next_change_always(conn, access)?;
    let looked = (
        seen_marks::site_id.eq(access.site()),
        seen_marks::at.eq(At::from(access.at())),
        seen_marks::change_no.eq(change.number()),
    );
    let values = (
        seen_marks::patient_key.eq(access.key().0),
        seen_marks::account_id.eq(access.by()),
        looked,
    );
    let upsert = diesel::insert_into(seen_marks::table)
        .values(values)
        .on_conflict((seen_marks::patient_key, seen_marks::account_id))
        .do_update()
        .set(looked);
    on_each!(conn, |c| upsert.execute(c))?;
    audit::record(conn, access, change, Action::DiarySeen, &json!({}))?;
    Ok(SeenMark {
        at: access.at(),
        display_name: access.own_name()?,
        site: name_of(conn, access.site())?,
        change: change.number(),
    })
}

/// The last look of any clinician.
pub fn last_look(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Option<SeenMark>> {
    let last = with_author!(seen_marks::table)
        .filter(seen_marks::patient_key.eq(access.key().0))
        .order(seen_marks::at.desc())
        .select((
            seen_marks::at,
            seen_marks::account_id,
            seen_marks::site_id,
            seen_marks::change_no,
            sealed_name(),
        ));
    let last: Option<(At, AccountId, Option<SiteId>, i64, SealedName)> =
        on_each!(conn, |c| last.first(c)).optional()?;
    let Some((at, account, site, change, name)) = last else {
        return Ok(None);
    };
    Ok(Some(SeenMark {
        at: at.into(),
        display_name: name.open(access.who().vault(), account)?,
        site: name_of(conn, site)?,
        change,
    }))
}

fn name_of(conn: &mut Conn, site: Option<SiteId>) -> DbResult<Option<String>> {
    match site {
        Some(site) => access::site_name(conn, site),
        None => Ok(None),
    }
}

/// When a clinician of the site last looked at each of these records, where one did.
pub fn seen_at(
    conn: &mut Conn,
    site: SiteId,
    keys: &[PatientKey],
) -> DbResult<HashMap<PatientKey, DateTime<Utc>>> {
    let keys: Vec<i64> = keys.iter().map(|key| key.0).collect();
    let marks: Vec<(i64, At)> = seen_marks::table
        .filter(seen_marks::site_id.eq(site))
        .filter(seen_marks::patient_key.eq_any(keys))
        .order(seen_marks::at)
        .select((seen_marks::patient_key, seen_marks::at))
        .load(conn)?;
    let marks = marks.into_iter();
    Ok(marks
        .map(|(key, at)| (PatientKey(key), at.into()))
        .collect())
}
