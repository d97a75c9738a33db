//! What was written down about one person: for the copy of their data that they ask for.

use chrono::{DateTime, Utc};
use diesel::dsl::max;
use diesel::prelude::*;
use serde::Serialize;

use crate::access::{PatientKey, SignedIn};
use crate::platform::db::{At, Conn, DbResult, Json};
use crate::platform::http::instant;
use crate::platform::ids::AccountId;
use crate::schema::audit_events;

/// Something that was done.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
#[schema(as = CopiedEvent)]
pub struct EventSummary {
    #[serde(serialize_with = "instant::millis")]
    at: DateTime<Utc>,
    #[schema(example = "entry.recorded")]
    action: String,
    by: Option<AccountId>,
    /// Codes, versions and ids.
    #[schema(value_type = Object)]
    detail: serde_json::Value,
}

/// The number of the newest event there is; 0 before the first.
pub fn newest_event(conn: &mut Conn) -> DbResult<i64> {
    let newest: Option<i64> = audit_events::table
        .select(max(audit_events::key))
        .get_result(conn)?;
    Ok(newest.unwrap_or_default())
}

/// At most `limit` events with numbers between `after` and `newest`, oldest first, each with its number: what the
/// caller did, and what was done to their own record.
pub fn about(
    conn: &mut Conn,
    who: &SignedIn,
    own_record: Option<PatientKey>,
    (after, newest): (i64, i64),
    limit: i64,
) -> DbResult<Vec<(i64, EventSummary)>> {
    let own = own_record.map(|key| key.0);
    let rows: Vec<(i64, At, String, Option<AccountId>, Json)> = audit_events::table
        .filter(
            audit_events::actor
                .eq(who.account())
                .or(audit_events::patient_key.eq(own)),
        )
        .filter(audit_events::key.gt(after))
        .filter(audit_events::key.le(newest))
        .order(audit_events::key)
        .limit(limit)
        .select((
            audit_events::key,
            audit_events::at,
            audit_events::action,
            audit_events::actor,
            audit_events::detail,
        ))
        .load(conn)?;
    let happened = rows.into_iter().map(|(key, at, action, by, detail)| {
        let happened = EventSummary {
            at: at.into(),
            action,
            by,
            detail: detail.read().unwrap_or_default(),
        };
        (key, happened)
    });
    Ok(happened.collect())
}
