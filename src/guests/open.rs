//! Looks at what a link is for, which uses nothing up.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use super::model::{GuestLink, Token};
use super::store;
use crate::access::{self, Access, Guest, Write};
use crate::audit::{self, Action};
use crate::diary::{self, Entry};
use crate::platform::db::{Conn, DbResult};
use crate::platform::vault::Vault;

/// The right that `token` gives who says that they are called `name`, under the row lock, and its link. `None` when it
/// gives none: that it never was, has ended and was taken back are not told apart.
pub fn hold(
    conn: &mut Conn,
    vault: &Vault,
    token: &Token,
    name: String,
    now: DateTime<Utc>,
) -> DbResult<Option<(Access<Write>, GuestLink)>> {
    let Some((link, patient, made_by)) = store::find(conn, token, now)? else {
        return Ok(None);
    };
    let guest = Guest { link, name };
    let Some(access) = access::by_guest_link(conn, vault, guest, (patient, made_by), now)? else {
        return Ok(None);
    };
    let held = store::held(conn, &access, link)?;
    Ok(held.map(|held| (access, held)))
}

/// What a link is for.
pub struct Opened {
    /// The link.
    pub link: GuestLink,
    /// The days that can be rated.
    pub days: (chrono::NaiveDate, chrono::NaiveDate),
    /// What its holder recorded, unless others changed it since.
    pub entry: Option<Entry>,
}

/// Looks at the link of `token`, and writes that down once an hour; `None` when it is not good.
pub fn open(
    conn: &mut Conn,
    vault: &Vault,
    token: &Token,
    now: DateTime<Utc>,
) -> DbResult<Option<Opened>> {
    let Some((access, link)) = hold(conn, vault, token, String::new(), now)? else {
        return Ok(None);
    };
    let entry = match link.week {
        None => None,
        Some(week) => diary::current(conn, &access, week)?,
    };
    let entry = entry.filter(|entry| is_theirs(entry, &link));
    let detail = json!({ "link": link.id });
    let (opened, hour) = (Action::GuestLinkOpened, TimeDelta::hours(1));
    audit::note_opening(conn, &access, opened, &detail, hour)?;
    Ok(Some(Opened {
        days: link.days(access.time_zone()),
        link,
        entry,
    }))
}

/// Whether the holder of `link` recorded this version.
pub fn is_theirs(entry: &Entry, link: &GuestLink) -> bool {
    entry.content.is_some() && entry.author.guest == Some(link.id)
}
