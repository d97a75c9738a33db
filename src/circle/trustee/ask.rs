//! Asks to act for the patient: the time in which they can say no begins.

use chrono::TimeDelta;
use serde_json::json;

use super::super::refusal::Refusal;
use super::super::store::trustees;
use super::model::{Request, Trustee};
use super::{Ways, letters, tell};
use crate::access::{Access, InTrust, Petition};
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::Ids;

/// The patient is reminded so long before the time is over, where it is longer than this.
const REMINDED: TimeDelta = TimeDelta::days(2);

/// Lets the trustee wait to act for them, and tells everybody. Who asked before keeps their
/// day. `None` when the caller is not the trustee.
pub fn ask(
    conn: &mut Conn,
    access: &Access<Petition>,
    ids: &Ids,
    ways: &Ways,
) -> DbResult<Option<Result<Trustee, Refusal>>> {
    let trust = InTrust::from(access);
    let chosen = trustees::current(conn, &trust)?;
    let Some(chosen) = chosen.filter(|chosen| chosen.account == access.by()) else {
        return Ok(None);
    };
    if chosen.request.is_some() {
        return Ok(Some(Ok(chosen)));
    }
    if chosen.may_ask_from.is_some_and(|from| from > access.at()) {
        return Ok(Some(Err(Refusal::AskedTooSoon)));
    }
    let request = Request {
        id: ids.next(),
        asked_at: access.at(),
        acts_from: access.at() + ways.waits,
    };
    let reminded_at = request.acts_from - REMINDED;
    let next_mail_at = if reminded_at > request.asked_at {
        reminded_at
    } else {
        request.acts_from
    };
    trustees::ask(conn, &trust, request, next_mail_at)?;
    let detail = json!({ "account": access.by(), "acts_from": request.acts_from });
    audit::record_in_trust(conn, &trust, Action::TrusteeAsked, &detail)?;
    let waiting = Trustee {
        request: Some(request),
        may_ask_from: None,
        next_mail_at: Some(next_mail_at),
        ..chosen
    };
    let link = ways.link(access.patient());
    tell::send(conn, &trust, trust.owner(), |to| {
        letters::somebody_asks(to, &waiting, &request, &link)
    })?;
    let patient = tell::person(conn, &trust, trust.owner())?;
    tell::circle(conn, &trust, |to| {
        letters::circle_asked(to, &patient, &request)
    })?;
    Ok(Some(Ok(waiting)))
}
