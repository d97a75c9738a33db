//! What was written down about one person: for the copy of their data that they ask for.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::access::{PatientKey, SignedIn};
use crate::platform::db::{At, Conn, DbResult, Json};
use crate::platform::ids::AccountId;
use crate::schema::audit_events;

/// Something that was done.
#[derive(Debug, Clone)]
pub struct Happened {
    /// When.
    pub at: DateTime<Utc>,
    /// What, by the name of the action.
    pub action: String,
    /// By whom, where somebody was signed in.
    pub by: Option<AccountId>,
    /// Codes, versions and ids.
    pub detail: serde_json::Value,
}

/// What whoever is signed in did, and what anybody did to their own record, oldest first.
pub fn about(
    conn: &mut Conn,
    who: &SignedIn,
    own_record: Option<PatientKey>,
) -> DbResult<Vec<Happened>> {
    let own = own_record.map(|key| key.0);
    let rows: Vec<(At, String, Option<AccountId>, Json)> = audit_events::table
        .filter(
            audit_events::actor
                .eq(who.account())
                .or(audit_events::patient_key.eq(own)),
        )
        .order(audit_events::key)
        .select((
            audit_events::at,
            audit_events::action,
            audit_events::actor,
            audit_events::detail,
        ))
        .load(conn)?;
    let happened = rows.into_iter().map(|(at, action, by, detail)| Happened {
        at: at.into(),
        action,
        by,
        detail: detail.read().unwrap_or_default(),
    });
    Ok(happened.collect())
}
