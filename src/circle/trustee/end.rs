//! Ends that a trustee acts for a patient. Whatever the way, no, forgotten, replaced, gone or erased:
//! what they asked for and have not got ends with it, here and nowhere else.

use serde_json::json;

use super::super::closure::circle_opens;
use super::super::store::{grants, let_in as store, trustees};
use super::tell;
use crate::access::closures;
use crate::access::{self, Erasing, InTrust};
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::AccountId;
use crate::platform::vault::Vault;

/// Ends that a trustee acts for the patient, or waits to: a diary that they closed is open again, which the circle
/// is told, and what they sent and is not answered is taken back. Harmless without a trustee.
pub fn end(conn: &mut Conn, trust: &InTrust) -> DbResult<()> {
    if end_quietly(conn, trust)? {
        tell_that_it_stays_open(conn, trust)?;
    }
    Ok(())
}

/// The same, and the circle is told nothing; whether the diary was closed, or would be.
fn end_quietly(conn: &mut Conn, trust: &InTrust) -> DbResult<bool> {
    let opens = closures::end(conn, trust.key())?;
    if opens {
        audit::record_in_trust(conn, trust, Action::ClosureTakenBack, &json!({}))?;
    }
    for id in store::withdraw(conn, trust)? {
        let detail = json!({ "invitation": id });
        audit::record_in_trust(conn, trust, Action::InvitationRevoked, &detail)?;
    }
    grants::nobody_acts(conn, trust)?;
    Ok(opens)
}

/// Everybody was told that the diary would be closed. To the trustee a mail would say that something ended.
fn tell_that_it_stays_open(conn: &mut Conn, trust: &InTrust) -> DbResult<()> {
    let chosen = chosen(conn, trust)?;
    let patient = tell::person(conn, trust, trust.owner())?;
    for member in access::let_in(conn, trust)? {
        if member != chosen {
            tell::send(conn, trust, member, |to| circle_opens(to, &patient))?;
        }
    }
    Ok(())
}

/// The same, and the choice ends too.
pub fn forget(conn: &mut Conn, trust: &InTrust) -> DbResult<()> {
    end(conn, trust)?;
    trustees::forget(conn, trust)
}

/// The same where `account` is the trustee, before they go out of the circle.
pub fn forget_member(conn: &mut Conn, trust: &InTrust, account: AccountId) -> DbResult<()> {
    let chosen = trustees::current(conn, trust)?;
    if chosen.is_some_and(|chosen| chosen.account == account) {
        forget(conn, trust)?;
    }
    Ok(())
}

/// The same in every diary whose trustee is being erased, and in their own.
pub fn erase(conn: &mut Conn, vault: &Vault, gone: &Erasing) -> DbResult<()> {
    for (key, relation) in trustees::that_chose(conn, gone)? {
        if let Some(trust) = access::in_trust(conn, vault, key, gone.at())? {
            let trust = trust.of(gone.account(), relation);
            forget(conn, &trust)?;
            let detail = json!({ "account": gone.account() });
            audit::record_in_trust(conn, &trust, Action::TrusteeForgotten, &detail)?;
        }
    }
    if let Some((_, key)) = gone.diary()
        && let Some(trust) = access::in_trust(conn, vault, key, gone.at())?
    {
        end_quietly(conn, &trust)?;
        trustees::forget(conn, &trust)?;
    }
    Ok(())
}

/// The names of the members who were let in by a trustee, but for the trustee's own.
pub fn let_in(conn: &mut Conn, trust: &InTrust) -> DbResult<Vec<String>> {
    let chosen = chosen(conn, trust)?;
    store::names(conn, trust, chosen)
}

/// Sends them out. No mail says so: it could put the patient in danger.
pub fn remove_let_in(conn: &mut Conn, trust: &InTrust) -> DbResult<()> {
    let chosen = chosen(conn, trust)?;
    for account in store::remove(conn, trust, chosen)? {
        let detail = json!({ "account": account });
        audit::record_in_trust(conn, trust, Action::GrantRevoked, &detail)?;
    }
    Ok(())
}

/// The trustee; the patient where there is no trustee.
fn chosen(conn: &mut Conn, trust: &InTrust) -> DbResult<AccountId> {
    let chosen = trustees::current(conn, trust)?;
    Ok(chosen.map_or(trust.owner(), |chosen| chosen.account))
}
