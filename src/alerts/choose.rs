//! Chooses what one wants to be told of a diary.

use serde_json::json;

use super::following;
use super::look::{Reason, look};
use super::model::Choice;
use super::refusal::Refusal;
use super::store::choices;
use crate::access::{Access, Follow, Right};
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::HttpResult;
use crate::reminders;

/// What the caller chose, and whether they are told anything by that.
pub fn chosen(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<(Choice, bool)> {
    let version = choices::version(conn, access)?;
    let Some(person) = following::person(conn, access, access.by())? else {
        let choice = Choice::nothing();
        return Ok((Choice { version, ..choice }, false));
    };
    let pause = reminders::paused_until(conn, access.owner())?;
    let is_paused = pause.is_some_and(|until| access.today() < until);
    let active = person.is_told_now(is_paused) && !access.is_closed();
    let choice = Choice {
        version,
        ..person.choice
    };
    Ok((choice, active))
}

/// Whether the caller can be told anything of this diary.
///
/// Fails when it is their own, or another coordinates the care.
pub fn may_follow(conn: &mut Conn, access: &Access<Follow>) -> HttpResult<()> {
    if access.standing().is_patient() {
        return Err(Refusal::OwnDiary.into());
    }
    if following::is_of_clinic(access) && following::person(conn, access, access.by())?.is_none() {
        return Err(Refusal::CoordinatorOnly.into());
    }
    Ok(())
}

/// Keeps what the caller wants from now on: of what comes after it, and not of what is there. What changes nothing
/// leaves no trace. How many messages went out to others, who had waited for them.
pub fn choose(
    conn: &mut Conn,
    access: &Access<Follow>,
    before: &Choice,
    new: Choice,
    with_flags: bool,
) -> HttpResult<u64> {
    let unchanged = Choice {
        version: before.version,
        ..new.clone()
    };
    if &unchanged == before {
        return Ok(0);
    }
    let choice = Choice {
        version: before.version.saturating_add(1),
        ..new
    };
    // Before others write into the diary's chain.
    let change = audit::next_change(conn, access)?;
    let detail = json!({ "version": choice.version });
    audit::record(conn, access, change, Action::AlertsChosen, &detail)?;
    let place = (access.key(), access.at());
    let vault = access.who().vault();
    // What they wanted until now, they are told of by that.
    let told = look(conn, vault, place, with_flags, Reason::Due)?;
    choices::put(conn, access, &choice, wants_more(before, &choice))?;
    Ok(told + look(conn, vault, place, with_flags, Reason::Begin)?)
}

/// Whether there is something among it that was not wanted before.
fn wants_more(before: &Choice, new: &Choice) -> bool {
    let mut tiers = new.tiers.iter();
    before.channels.is_empty()
        || before.silence_weeks != new.silence_weeks
        || tiers.any(|tier| !before.tiers.contains(tier))
}
