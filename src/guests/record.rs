//! Records the one week of a link, and corrects it.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{GuestLink, Token};
use super::open::{hold, is_theirs};
use super::request::NewGuestEntry;
use super::{Refusal, store};
use crate::access::{Access, Write};
use crate::clinical::Week;
use crate::diary::{self, Entry, Rating};
use crate::patients;
use crate::platform::db::Conn;
use crate::platform::faults::Faults;
use crate::platform::http::etag::Precondition;
use crate::platform::http::{EdgeRefusal, HttpResult};
use crate::platform::vault::Vault;
use crate::versions::{self, Draft, Outcome, Versioned};

/// Records what the holder of `token` sent, by the table of every week; of what others recorded they are told nothing but
/// that it is there.
pub fn record(
    conn: &mut Conn,
    vault: &Vault,
    token: &Token,
    sent: &NewGuestEntry,
    (seen, now): (&Precondition, DateTime<Utc>),
) -> HttpResult<(Outcome, Entry)> {
    let held = hold(conn, vault, token, sent.name.clone(), now)?;
    let (access, link) = held.ok_or(EdgeRefusal::NotFound)?;
    let draft = sent.entry.by(&access)?;
    check_day(&access, &link, draft.content.assessed_on)?;
    let week = Week::of(draft.content.assessed_on);
    if link.week.is_some_and(|used| used != week) {
        return Err(Refusal::LinkUsed.into());
    }
    let there = diary::current(conn, &access, week)?;
    if let Some(there) = &there
        && !is_theirs(there, &link)
    {
        return of_another(conn, &access, week, &draft);
    }
    let diagnosed_on = patients::facts(conn, &access)?.diagnosed_on;
    let recorded = versions::put_onto(conn, &access, week, (there, &diagnosed_on), &draft, seen)?;
    store::use_up(conn, &link, week)?;
    Ok(recorded)
}

/// A week that others recorded, or changed since: a copy that comes late is answered with what the guest sent.
fn of_another(
    conn: &mut Conn,
    access: &Access<Write>,
    week: Week,
    draft: &Draft<Rating>,
) -> HttpResult<(Outcome, Entry)> {
    let mut earlier = Rating::own_earlier(conn, access, week)?;
    earlier.retain(|one| {
        let said = one.content.as_ref();
        said.is_some_and(|said| said.says(&draft.content))
    });
    match earlier.pop() {
        Some(sent) => Ok((Outcome::Superseded, sent)),
        None => Err(Refusal::WeekRecorded.into()),
    }
}

/// That the day lies in the time of the link.
fn check_day(access: &Access<Write>, link: &GuestLink, day: NaiveDate) -> HttpResult<()> {
    let (first, last) = link.days(access.time_zone());
    let mut faults = Faults::default();
    faults.require(
        (first..=last).contains(&day),
        "/assessed_on",
        "day_outside_link",
        "The link is for another time: it rates the days on which it is good, and the one before.",
    );
    Ok(faults.or(())?)
}
