//! Ends a request, or what it led to: for the patient with one touch, and for the trustee.

use serde_json::json;

use super::super::store::trustees;
use super::{VetoLink, Ways, end, letters, tell};
use crate::access::{self, Access, Entrust, InTrust, Petition};
use crate::accounts;
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbResult};
use crate::platform::vault::Vault;

use chrono::{DateTime, Utc};

/// Ends that a trustee acts for the patient, and refuses another request for a time. Harmless without
/// one.
pub fn refuse(conn: &mut Conn, access: &Access<Entrust>, ways: &Ways) -> DbResult<()> {
    no(conn, &InTrust::from(access), ways, Action::TrusteeRefused)
}

/// The same for the holder of a link that the patient was mailed; with `and_those_let_in` the members
/// go too who were let in by a trustee. How many of these are still in; `None` when there is no such patient, or
/// they were erased. Following it twice is harmless.
pub fn by_link(
    conn: &mut Conn,
    vault: &Vault,
    link: VetoLink,
    now: DateTime<Utc>,
    ways: &Ways,
    and_those_let_in: bool,
) -> DbResult<Option<usize>> {
    let Some(key) = access::key_of(conn, link.0)? else {
        return Ok(None);
    };
    let Some(trust) = access::in_trust(conn, vault, key, now)? else {
        return Ok(None);
    };
    // An erased person's diary stays closed.
    if accounts::find_account(conn, vault, trust.owner())?.is_none() {
        return Ok(None);
    }
    no(conn, &trust, ways, Action::TrusteeRefusedByLink)?;
    if and_those_let_in {
        end::remove_let_in(conn, &trust)?;
    }
    Ok(Some(end::let_in(conn, &trust)?.len()))
}

fn no(conn: &mut Conn, trust: &InTrust, ways: &Ways, how: Action) -> DbResult<()> {
    let chosen = trustees::current(conn, trust)?;
    end::end(conn, trust)?;
    let Some(chosen) = chosen.filter(|chosen| chosen.request.is_some()) else {
        return Ok(());
    };
    let may_ask_from = trust.at() + ways.pause;
    trustees::pause(conn, trust, may_ask_from)?;
    let detail = json!({ "account": chosen.account, "may_ask_from": may_ask_from });
    audit::record_in_trust(conn, trust, how, &detail)?;
    let (let_in, link) = (end::let_in(conn, trust)?, ways.link(trust.patient()));
    tell::send(conn, trust, trust.owner(), |to| {
        letters::it_stays_with_you(to, may_ask_from, &let_in, &link)
    })
}

/// Takes back what the caller asked for, or ends that they act; `None` when the caller is not the
/// trustee.
pub fn step_back(conn: &mut Conn, access: &Access<Petition>, ways: &Ways) -> DbResult<Option<()>> {
    let trust = InTrust::from(access);
    let chosen = trustees::current(conn, &trust)?;
    let Some(chosen) = chosen.filter(|chosen| chosen.account == access.by()) else {
        return Ok(None);
    };
    if chosen.request.is_some() {
        end::end(conn, &trust)?;
        // As after a no: everybody is mailed when it is asked for.
        let may_ask_from = trust.at() + ways.pause;
        trustees::pause(conn, &trust, may_ask_from)?;
        let detail = json!({ "account": chosen.account, "may_ask_from": may_ask_from });
        audit::record_in_trust(conn, &trust, Action::TrusteeSteppedBack, &detail)?;
    }
    Ok(Some(()))
}
