//! Asks for a diary to be closed, and takes that back.

use chrono::TimeDelta;
use serde_json::json;

use super::super::refusal::Refusal;
use super::super::store::trustees;
use super::super::trustee::{self, Ways, tell};
use super::letters;
use crate::access::closures::{self, Closure};
use crate::access::{Access, InTrust, Manage};
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbResult};

/// Lets the diary be closed after some time, and tells everybody. Who asked before keeps their day.
/// `None` when the caller does not act for the patient.
pub fn ask(
    conn: &mut Conn,
    access: &Access<Manage>,
    basis: String,
    waits: TimeDelta,
    ways: &Ways,
) -> DbResult<Option<Result<Closure, Refusal>>> {
    if !access.standing().is_trustee() {
        return Ok(None);
    }
    if let Some(asked) = closures::find(conn, access)? {
        return Ok(Some(Ok(asked)));
    }
    let trust = InTrust::from(access);
    if trustees::closes_too_soon(conn, &trust)? {
        return Ok(Some(Err(Refusal::AskedTooSoon)));
    }
    let closure = Closure {
        asked_at: access.at(),
        closes_at: access.at() + waits,
        basis,
    };
    closures::put(conn, access, &closure)?;
    let detail = json!({ "closes_at": closure.closes_at });
    audit::record_in_trust(conn, &trust, Action::ClosureAsked, &detail)?;
    if let Some(chosen) = trustee::chosen(conn, access)? {
        let link = ways.link(access.patient());
        tell::send(conn, &trust, trust.owner(), |to| {
            letters::it_will_be_closed(to, &chosen, &closure, &link)
        })?;
    }
    let patient = tell::person(conn, &trust, trust.owner())?;
    tell::circle(conn, &trust, |to| {
        letters::circle_closes(to, &patient, &closure)
    })?;
    Ok(Some(Ok(closure)))
}

/// Opens the diary again, or keeps it open, and refuses another request for a time; harmless where
/// neither was asked for.
pub fn take_back(conn: &mut Conn, access: &Access<Manage>, ways: &Ways) -> DbResult<()> {
    if closures::end(conn, access.key())? {
        let trust = InTrust::from(access);
        trustees::pause_closing(conn, &trust, trust.at() + ways.pause)?;
        audit::record_in_trust(conn, &trust, Action::ClosureTakenBack, &json!({}))?;
        let patient = tell::person(conn, &trust, trust.owner())?;
        if access.standing().is_trustee() {
            tell::send(conn, &trust, trust.owner(), letters::it_is_open)?;
        }
        tell::circle(conn, &trust, |to| letters::circle_opens(to, &patient))?;
    }
    Ok(())
}
