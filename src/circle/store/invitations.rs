//! Invitations, on the side of the patient who sends them. Of a code only its hash is kept.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::terms;
use crate::access::{Access, Inspect, Manage};
use crate::accounts::EmailAddress;
use crate::circle::Code;
use crate::circle::model::{Invitation, LIFETIME, NewInvitation, Status, Terms};
use crate::platform::clock::{APART, days_before};
use crate::platform::db::{At, Conn, DbError, DbResult};
use crate::platform::ids::{AccountId, InvitationId};
use crate::platform::retention::Rule;
use crate::platform::vault::columns::INVITATION_EMAIL;
use crate::platform::vault::{DataKey, Sealed};
use crate::schema::invitations;

#[derive(Queryable, Selectable)]
#[diesel(table_name = invitations)]
pub(super) struct InvitationRow {
    pub(super) id: InvitationId,
    email: Sealed,
    level: i16,
    relation: i16,
    created_at: At,
    pub(super) expires_at: At,
    pub(super) invited_by: Option<AccountId>,
    used_at: Option<At>,
    revoked_at: Option<At>,
}

impl InvitationRow {
    /// What became of it by `now`.
    pub(super) fn status(&self, now: DateTime<Utc>) -> Status {
        let (used, revoked) = (self.used_at.is_some(), self.revoked_at.is_some());
        Status::of(used, revoked, self.expires_at.0, now)
    }

    /// On which terms it lets its recipient in.
    pub(super) fn terms(&self) -> DbResult<Terms> {
        terms((self.level, self.relation)).ok_or_else(|| DbError::corrupt("invitation", self.id))
    }

    /// The invitation as the patient sees it at `now`.
    fn open(self, key: &DataKey, now: DateTime<Utc>) -> DbResult<Invitation> {
        Ok(Invitation {
            id: self.id,
            email: key.open_text(INVITATION_EMAIL, self.id.0.as_bytes(), &self.email)?,
            terms: self.terms()?,
            created_at: self.created_at.into(),
            expires_at: self.expires_at.into(),
            status: self.status(now),
        })
    }
}

/// What makes an invitation one that can be accepted: said once, for every query that asks.
macro_rules! pending {
    ($now:expr) => {
        invitations::used_at
            .is_null()
            .and(invitations::revoked_at.is_null())
            .and(invitations::expires_at.gt(At::from($now)))
    };
}
pub(super) use pending;

/// Adds `new`, which the holder of `code` can accept.
pub fn add(
    conn: &mut Conn,
    access: &Access<Manage>,
    id: InvitationId,
    new: &NewInvitation,
    code: &Code,
) -> DbResult<Invitation> {
    let now = access.at();
    let email = new.email.as_str().as_bytes();
    let sealed = access
        .data_key()?
        .seal(INVITATION_EMAIL, id.0.as_bytes(), email)?;
    let row = (
        invitations::id.eq(id),
        invitations::patient_key.eq(access.key().0),
        invitations::invited_by.eq(access.by()),
        invitations::email_index.eq(new.email.index(access.who().vault())),
        invitations::email.eq(sealed),
        invitations::level.eq(new.terms.level.code()),
        invitations::relation.eq(new.terms.relation.code()),
        invitations::code_hash.eq(code.hash()),
        invitations::created_at.eq(At::from(now)),
        invitations::expires_at.eq(At::from(now + LIFETIME)),
    );
    diesel::insert_into(invitations::table)
        .values(row)
        .execute(conn)?;
    Ok(Invitation {
        id,
        email: new.email.as_str().to_owned(),
        terms: new.terms,
        created_at: now,
        expires_at: now + LIFETIME,
        status: Status::Pending,
    })
}

/// How many the patient has sent since `instant`, none of them later than it is.
pub fn sent_since(
    conn: &mut Conn,
    access: &Access<Manage>,
    instant: DateTime<Utc>,
) -> DbResult<i64> {
    Ok(invitations::table
        .filter(invitations::patient_key.eq(access.key().0))
        .filter(invitations::created_at.gt(At::from(instant)))
        .filter(invitations::created_at.le(At::from(access.at() + APART)))
        .count()
        .get_result(conn)?)
}

/// How many wait for an answer from others than `email`.
pub fn pending_besides(
    conn: &mut Conn,
    access: &Access<Manage>,
    email: &EmailAddress,
) -> DbResult<i64> {
    Ok(invitations::table
        .filter(invitations::patient_key.eq(access.key().0))
        .filter(invitations::email_index.ne(email.index(access.who().vault())))
        .filter(pending!(access.at()))
        .count()
        .get_result(conn)?)
}

/// The invitations of one patient, newest first: at most `limit` of those before `before`.
pub fn list(
    conn: &mut Conn,
    access: &Access<Inspect>,
    before: Option<InvitationId>,
    limit: usize,
) -> DbResult<Vec<Invitation>> {
    let mut query = invitations::table
        .filter(invitations::patient_key.eq(access.key().0))
        .order(invitations::id.desc())
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .select(InvitationRow::as_select())
        .into_boxed();
    if let Some(before) = before {
        query = query.filter(invitations::id.lt(before));
    }
    let rows: Vec<InvitationRow> = query.load(conn)?;
    let key = access.data_key()?;
    rows.into_iter()
        .map(|row| row.open(&key, access.at()))
        .collect()
}

/// Whether this patient ever sent `id`.
pub fn exists(conn: &mut Conn, access: &Access<Manage>, id: InvitationId) -> DbResult<bool> {
    let found: i64 = invitations::table
        .filter(invitations::patient_key.eq(access.key().0))
        .filter(invitations::id.eq(id))
        .count()
        .get_result(conn)?;
    Ok(found == 1)
}

/// Takes `id` back; `false` when it does not wait for an answer any more.
pub fn revoke(conn: &mut Conn, access: &Access<Manage>, id: InvitationId) -> DbResult<bool> {
    let revoked = diesel::update(invitations::table.find(id))
        .filter(invitations::patient_key.eq(access.key().0))
        .filter(pending!(access.at()))
        .set(invitations::revoked_at.eq(At::from(access.at())))
        .execute(conn)?;
    Ok(revoked == 1)
}

/// What waits for an answer from `email`.
pub fn pending_to(
    conn: &mut Conn,
    access: &Access<Manage>,
    email: &EmailAddress,
) -> DbResult<Vec<InvitationId>> {
    Ok(invitations::table
        .filter(invitations::patient_key.eq(access.key().0))
        .filter(invitations::email_index.eq(email.index(access.who().vault())))
        .filter(pending!(access.at()))
        .select(invitations::id)
        .load(conn)?)
}

/// What of this slice goes by itself. Who came in by an invitation, and who took it back, stays in the audit.
pub const RETENTION: [Rule; 1] = [Rule {
    table: "invitations",
    goes: "invitations, with the address they went to, 90 days after their end",
    forget: |conn, now| purge(conn, days_before(now, 90)),
}];

/// Forgets the invitations that were good until before `before`, whatever became of them.
fn purge(conn: &mut Conn, before: DateTime<Utc>) -> DbResult<usize> {
    let ended = invitations::expires_at.lt(At::from(before));
    Ok(diesel::delete(invitations::table.filter(ended)).execute(conn)?)
}
