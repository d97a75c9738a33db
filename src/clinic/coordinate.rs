//! The clinician that a patient chose to coordinate their care.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::letters;
use super::model::Coordinator;
use super::store::coordinators;
use crate::access::{Access, Manage, Right};
use crate::accounts;
use crate::audit::Action;
use crate::circle;
use crate::platform::db::{Conn, DbError, DbResult, Verdict};
use crate::platform::faults::Faults;
use crate::platform::ids::{AccountId, SiteId};
use crate::platform::mail;

/// Chooses `account`, who treats at `site`, where the patient is enrolled. Choosing the same again changes nothing.
pub fn name(
    conn: &mut Conn,
    access: &Access<Manage>,
    site: SiteId,
    account: AccountId,
) -> Verdict<Coordinator, Faults> {
    let treats = coordinators::clinicians(conn, access)?;
    if !treats
        .iter()
        .any(|one| (one.site, one.account) == (site, account))
    {
        let detail = "No such clinician treats at a clinic that you let in.";
        return Ok(Err(Faults::one(
            "/account_id",
            "not_your_clinician",
            detail,
        )));
    }
    let before = coordinators::find(conn, access)?;
    if before.is_none_or(|before| (before.site_id, before.account_id) != (site, account)) {
        coordinators::put(conn, access, site, account)?;
        let detail = json!({ "site": site, "account": account });
        circle::write_down(conn, access, Action::CoordinatorNamed, &detail)?;
        let chosen = accounts::find_account(conn, access.who().vault(), account)?
            .ok_or_else(|| DbError::corrupt("account", account))?;
        let letter = letters::coordinates(&chosen.person.recipient());
        mail::enqueue(conn, access.who().vault(), access.at(), &letter)?;
    }
    let now = coordinators::find(conn, access)?;
    now.map(Ok)
        .ok_or_else(|| DbError::corrupt("coordinator of", access.patient()))
}

/// Ends that a clinician coordinates the patient's care; doing it twice is harmless.
pub fn end(conn: &mut Conn, access: &Access<Manage>) -> DbResult<()> {
    let before = coordinators::find(conn, access)?;
    if coordinators::remove(conn, access)?
        && let Some(before) = before
    {
        let detail = json!({ "site": before.site_id, "account": before.account_id });
        circle::write_down(conn, access, Action::CoordinatorEnded, &detail)?;
    }
    Ok(())
}

/// Who coordinates the care, and since when.
pub fn coordinator_of(
    conn: &mut Conn,
    access: &Access<impl Right>,
) -> DbResult<Option<(AccountId, DateTime<Utc>)>> {
    let chosen = coordinators::find(conn, access)?;
    Ok(chosen.map(|chosen| (chosen.account_id, chosen.since)))
}
