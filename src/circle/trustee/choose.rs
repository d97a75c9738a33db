//! Chooses who acts for the patient one day, and ends that.

use serde_json::json;

use super::super::refusal::Refusal;
use super::super::store::trustees;
use super::model::Trustee;
use super::{end, letters, tell};
use crate::access::{InTrust, Role};
use crate::accounts;
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbError, DbResult, Verdict};
use crate::platform::ids::AccountId;

/// Chooses `account`, in the place of the trustee before. Choosing the same person again changes
/// nothing, not even what they asked for.
pub fn choose(conn: &mut Conn, trust: &InTrust, account: AccountId) -> Verdict<Trustee, Refusal> {
    let before = trustees::current(conn, trust)?;
    if let Some(chosen) = before.filter(|chosen| chosen.account == account) {
        return Ok(Ok(chosen));
    }
    if !trustees::is_member(conn, trust, account)? {
        return Ok(Err(Refusal::NotInCircle));
    }
    let person = accounts::find_account(conn, trust.vault(), account)?;
    match person.map(|account| account.person.role) {
        Some(Role::Caregiver | Role::Patient) => {}
        Some(Role::Clinician | Role::Admin) => return Ok(Err(Refusal::NotATrustee)),
        None => return Ok(Err(Refusal::NotInCircle)),
    }
    end::forget(conn, trust)?;
    trustees::name(conn, trust, account)?;
    let detail = json!({ "account": account });
    audit::record_in_trust(conn, trust, Action::TrusteeNamed, &detail)?;
    let chosen = trustees::current(conn, trust)?
        .ok_or_else(|| DbError::corrupt("trustee", trust.owner()))?;
    let patient = tell::person(conn, trust, trust.owner())?;
    tell::send(conn, trust, trust.owner(), |to| {
        letters::you_chose(to, &chosen)
    })?;
    tell::send(conn, trust, account, |to| {
        letters::you_were_chosen(to, &patient)
    })?;
    Ok(Ok(chosen))
}

/// Ends the choice, and that the trustee acts. Harmless without a trustee. No mail says so: it
/// could put the patient in danger.
pub fn forget(conn: &mut Conn, trust: &InTrust) -> DbResult<()> {
    let Some(chosen) = trustees::current(conn, trust)? else {
        return Ok(());
    };
    end::forget(conn, trust)?;
    let detail = json!({ "account": chosen.account });
    audit::record_in_trust(conn, trust, Action::TrusteeForgotten, &detail)
}
