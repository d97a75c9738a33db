//! The table `guest_links`. Of a token only its hash is kept.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::model::{GuestLink, LIFETIME, Token};
use crate::access::{self, Access, Erasing, Inspect, Manage, PatientKey, Write};
use crate::clinical::Week;
use crate::platform::clock::{APART, days_before};
use crate::platform::db::{At, Conn, DbError, DbResult, on_each};
use crate::platform::ids::{AccountId, GuestLinkId, PatientId};
use crate::platform::retention::Rule;
use crate::platform::vault::columns::GUEST_SHOWN_NAME;
use crate::platform::vault::{DataKey, Sealed};
use crate::schema::guest_links;

#[derive(Queryable, Selectable)]
#[diesel(table_name = guest_links)]
struct LinkRow {
    id: GuestLinkId,
    created_at: At,
    expires_at: At,
    revoked_at: Option<At>,
    week: Option<i32>,
    shown_name: Option<Sealed>,
}

impl LinkRow {
    fn open(self, key: &DataKey) -> DbResult<GuestLink> {
        let row = self.id.0;
        let name = self.shown_name.as_ref();
        let name = name.map(|name| key.open_text(GUEST_SHOWN_NAME, row.as_bytes(), name));
        let week = match self.week {
            None => None,
            Some(week) => {
                let week = Week::from_number(week);
                Some(week.ok_or_else(|| DbError::corrupt("guest link", self.id))?)
            }
        };
        Ok(GuestLink {
            id: self.id,
            shown_name: name.transpose()?,
            created_at: self.created_at.into(),
            expires_at: self.expires_at.into(),
            revoked_at: self.revoked_at.map(Into::into),
            week,
        })
    }
}

/// What makes a link good: said once, for every query that asks.
macro_rules! good {
    ($now:expr) => {
        guest_links::revoked_at
            .is_null()
            .and(guest_links::expires_at.gt(At::from($now)))
    };
}

/// Adds a link that shows this name, for the holder of `token`.
pub(super) fn add(
    conn: &mut Conn,
    access: &Access<Manage>,
    id: GuestLinkId,
    token: &Token,
    shown_name: Option<String>,
) -> DbResult<GuestLink> {
    let link = GuestLink {
        id,
        shown_name,
        created_at: access.at(),
        expires_at: access.at() + LIFETIME,
        revoked_at: None,
        week: None,
    };
    let sealed = match &link.shown_name {
        None => None,
        Some(name) => {
            let key = access.data_key()?;
            Some(key.seal(GUEST_SHOWN_NAME, id.0.as_bytes(), name.as_bytes())?)
        }
    };
    diesel::insert_into(guest_links::table)
        .values((
            guest_links::id.eq(id),
            guest_links::patient_key.eq(access.key().0),
            guest_links::made_by.eq(access.by()),
            guest_links::token_hash.eq(token.hash()),
            guest_links::created_at.eq(At::from(link.created_at)),
            guest_links::expires_at.eq(At::from(link.expires_at)),
            guest_links::shown_name.eq(sealed),
        ))
        .execute(conn)?;
    Ok(link)
}

/// How many were made since `instant`, no later than now.
pub(super) fn made_since(
    conn: &mut Conn,
    access: &Access<Manage>,
    instant: DateTime<Utc>,
) -> DbResult<i64> {
    Ok(guest_links::table
        .filter(guest_links::patient_key.eq(access.key().0))
        .filter(guest_links::created_at.gt(At::from(instant)))
        .filter(guest_links::created_at.le(At::from(access.at() + APART)))
        .count()
        .get_result(conn)?)
}

/// The links of one patient, newest first: at most `limit` of those before `before`.
pub(super) fn list(
    conn: &mut Conn,
    access: &Access<Inspect>,
    before: Option<GuestLinkId>,
    limit: usize,
) -> DbResult<Vec<GuestLink>> {
    let mut query = guest_links::table
        .filter(guest_links::patient_key.eq(access.key().0))
        .order(guest_links::id.desc())
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .select(LinkRow::as_select())
        .into_boxed();
    if let Some(before) = before {
        query = query.filter(guest_links::id.lt(before));
    }
    let rows: Vec<LinkRow> = query.load(conn)?;
    let key = access.data_key()?;
    rows.into_iter().map(|row| row.open(&key)).collect()
}

/// Takes `id` back; `None` when this patient never made it, and whether it was good until now.
pub(super) fn revoke(
    conn: &mut Conn,
    access: &Access<Manage>,
    id: GuestLinkId,
) -> DbResult<Option<bool>> {
    let theirs = guest_links::patient_key.eq(access.key().0);
    let revoked = diesel::update(guest_links::table.find(id))
        .filter(theirs)
        .filter(good!(access.at()))
        .set(guest_links::revoked_at.eq(At::from(access.at())))
        .execute(conn)?;
    let there: i64 = guest_links::table
        .find(id)
        .filter(theirs)
        .count()
        .get_result(conn)?;
    Ok((there == 1).then_some(revoked == 1))
}

/// Whose link `token` is, and who made it; `None` when it is not good.
pub(super) fn find(
    conn: &mut Conn,
    token: &Token,
    now: DateTime<Utc>,
) -> DbResult<Option<(GuestLinkId, PatientId, AccountId)>> {
    let found = guest_links::table
        .filter(guest_links::token_hash.eq(token.hash()))
        .filter(good!(now))
        .select((
            guest_links::id,
            guest_links::patient_key,
            guest_links::made_by,
        ));
    let found: Option<(GuestLinkId, i64, AccountId)> =
        on_each!(conn, |c| found.first(c)).optional()?;
    let Some((id, key, made_by)) = found else {
        return Ok(None);
    };
    let diary = access::owner_of(conn, PatientKey(key))?;
    Ok(diary.map(|(patient, _)| (id, patient, made_by)))
}

/// The link with which a guest came; `None` when it is good no more: to be asked under the row lock.
pub(super) fn held(
    conn: &mut Conn,
    access: &Access<Write>,
    id: GuestLinkId,
) -> DbResult<Option<GuestLink>> {
    let row: Option<LinkRow> = guest_links::table
        .find(id)
        .filter(guest_links::patient_key.eq(access.key().0))
        .filter(good!(access.at()))
        .select(LinkRow::as_select())
        .first(conn)
        .optional()?;
    let key = access.data_key()?;
    row.map(|row| row.open(&key)).transpose()
}

/// Uses the link up for `week`, under the row lock.
pub(super) fn use_up(conn: &mut Conn, link: &GuestLink, week: Week) -> DbResult<()> {
    diesel::update(guest_links::table.find(link.id))
        .set(guest_links::week.eq(week.number()))
        .execute(conn)?;
    Ok(())
}

/// What of this slice goes by itself. What a guest recorded stays in the diary, with the name that they typed.
pub const RETENTION: [Rule; 1] = [Rule {
    table: "guest_links",
    goes: "links for one week, 90 days after their end",
    forget: |conn, now| purge(conn, days_before(now, 90)),
}];

/// Forgets the links that were good until before `before`.
fn purge(conn: &mut Conn, before: DateTime<Utc>) -> DbResult<usize> {
    let ended = guest_links::expires_at.lt(At::from(before));
    Ok(diesel::delete(guest_links::table.filter(ended)).execute(conn)?)
}

/// Forgets every link into the diary that is being erased. What guests recorded goes with the diary; links that the
/// account made for another are good no more, since it acts for no patient.
pub fn erase(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    if let Some((_, key)) = gone.diary() {
        let theirs = guest_links::patient_key.eq(key.0);
        diesel::delete(guest_links::table.filter(theirs)).execute(conn)?;
    }
    Ok(())
}
