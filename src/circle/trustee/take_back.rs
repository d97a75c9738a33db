//! Ends a request, or what it led to: the patient with one touch, and whoever asked.

use serde_json::json;

use super::super::store::trustees;
use super::model::Trustee;
use super::{VetoLink, Ways, letters, tell};
use crate::access::{self, Access, Entrust, InTrust, Petition};
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbResult};
use crate::platform::vault::Vault;

use chrono::{DateTime, Utc};

/// Lets nobody act for the patient, and lets nobody ask again for a time. Harmless where nobody does
/// or has.
///
/// # Errors
/// When the database is broken.
pub fn refuse(conn: &mut Conn, access: &Access<Entrust>, ways: &Ways) -> DbResult<()> {
    let trust = InTrust::from(access);
    if let Some(chosen) = trustees::current(conn, &trust)? {
        no(conn, &trust, &chosen, ways, Action::TrusteeRefused)?;
    }
    Ok(())
}

/// The same for whoever has the link that the patient was mailed; `None` when the request it is for is
/// not there any more. Following it twice is harmless.
///
/// # Errors
/// When the database is broken.
pub fn by_link(
    conn: &mut Conn,
    vault: &Vault,
    link: VetoLink,
    now: DateTime<Utc>,
    ways: &Ways,
) -> DbResult<Option<()>> {
    let Some(key) = trustees::of_request(conn, link.request)? else {
        return Ok(None);
    };
    let Some(trust) = access::in_trust(conn, vault, key, now)? else {
        return Ok(None);
    };
    // Asked for again once the row is locked: by then there may be another request.
    if trustees::of_request(conn, link.request)? != Some(key) {
        return Ok(None);
    }
    if let Some(chosen) = trustees::current(conn, &trust)? {
        no(conn, &trust, &chosen, ways, Action::TrusteeRefusedByLink)?;
    }
    Ok(Some(()))
}

fn no(
    conn: &mut Conn,
    trust: &InTrust,
    chosen: &Trustee,
    ways: &Ways,
    how: Action,
) -> DbResult<()> {
    if chosen.request.is_none() {
        return Ok(());
    }
    let may_ask_from = trust.at() + ways.pause;
    trustees::end_request(conn, trust, Some(may_ask_from))?;
    let detail = json!({ "account": chosen.account, "may_ask_from": may_ask_from });
    audit::record_in_trust(conn, trust, how, &detail)?;
    tell::send(conn, trust, trust.owner(), |to| {
        letters::it_stays_with_you(to, may_ask_from)
    })
}

/// Takes back what the caller asked for, or ends that they act; `None` when the patient chose somebody
/// else, or nobody.
///
/// # Errors
/// When the database is broken.
pub fn step_back(conn: &mut Conn, access: &Access<Petition>) -> DbResult<Option<()>> {
    let trust = InTrust::from(access);
    let chosen = trustees::current(conn, &trust)?;
    let Some(chosen) = chosen.filter(|chosen| chosen.account == access.by()) else {
        return Ok(None);
    };
    if chosen.request.is_some() {
        trustees::end_request(conn, &trust, None)?;
        let detail = json!({ "account": chosen.account });
        audit::record_in_trust(conn, &trust, Action::TrusteeSteppedBack, &detail)?;
    }
    Ok(Some(()))
}
