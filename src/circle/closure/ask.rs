//! Asks for a diary to be closed, and takes that back.

use chrono::TimeDelta;
use serde_json::json;

use super::super::store::closures;
use super::super::trustee::{self, VetoLink, Ways, tell};
use super::letters;
use super::model::Closure;
use crate::access::{Access, InTrust, Manage};
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbResult};

/// Lets the diary be closed after some time, and tells everybody. Who asked before keeps their day.
/// `None` when the caller does not act for somebody else.
///
/// # Errors
/// When the database is broken.
pub fn ask(
    conn: &mut Conn,
    access: &Access<Manage>,
    basis: String,
    waits: TimeDelta,
    ways: &Ways,
) -> DbResult<Option<Closure>> {
    if !access.standing().is_trustee() {
        return Ok(None);
    }
    if let Some(asked) = closures::find(conn, access)? {
        return Ok(Some(asked));
    }
    let closure = Closure {
        asked_at: access.at(),
        closes_at: access.at() + waits,
        basis,
    };
    closures::put(conn, access, &closure)?;
    let trust = InTrust::from(access);
    let detail = json!({ "closes_at": closure.closes_at });
    audit::record_in_trust(conn, &trust, Action::ClosureAsked, &detail)?;
    if let Some(chosen) = trustee::chosen(conn, access)?
        && let Some(request) = chosen.request
    {
        let request = request.id;
        let link = VetoLink { request }.url(&ways.key, &ways.public_url);
        tell::send(conn, &trust, trust.owner(), |to| {
            letters::it_will_be_closed(to, &chosen, &closure, &link)
        })?;
    }
    let patient = tell::person(conn, &trust, trust.owner())?;
    tell::circle(conn, &trust, |to| {
        letters::circle_closes(to, &patient, &closure)
    })?;
    Ok(Some(closure))
}

/// Opens the diary again, or keeps it open; harmless where nobody asked.
///
/// # Errors
/// When the database is broken.
pub fn take_back(conn: &mut Conn, access: &Access<Manage>) -> DbResult<()> {
    if closures::end(conn, access.key())? {
        let trust = InTrust::from(access);
        audit::record_in_trust(conn, &trust, Action::ClosureTakenBack, &json!({}))?;
        let patient = tell::person(conn, &trust, trust.owner())?;
        if access.standing().is_trustee() {
            tell::send(conn, &trust, trust.owner(), letters::it_is_open)?;
        }
        tell::circle(conn, &trust, |to| letters::circle_opens(to, &patient))?;
    }
    Ok(())
}
