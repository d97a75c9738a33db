//! The table `site_invitations`. Of a code only its hash is kept.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::access::{self, Access, Enrol, Manage, Roster, Share, SiteAccess};
use crate::accounts::{EmailAddress, MailedCode};
use crate::circle::Status;
use crate::clinic::model::{Invitation, LIFETIME, NewInvitation};
use crate::platform::clock::days_before;
use crate::platform::db::{At, Conn, DbResult, MultiBackend};
use crate::platform::ids::{AccountId, InvitationId, SiteId};
use crate::platform::retention::Rule;
use crate::platform::vault::columns::{SITE_INVITATION_EMAIL, SITE_INVITATION_SUBJECT};
use crate::platform::vault::{DataKey, Sealed, Vault};
use crate::schema::site_invitations as invitations;

#[derive(Queryable, Selectable)]
#[diesel(table_name = invitations)]
#[diesel(check_for_backend(diesel::pg::Pg, diesel::sqlite::Sqlite, MultiBackend))]
struct InvitationRow {
    id: InvitationId,
    site_id: SiteId,
    email: Sealed,
    subject_id: Sealed,
    notes: bool,
    facts: bool,
    research: bool,
    created_at: At,
    expires_at: At,
    used_at: Option<At>,
    used_by: Option<AccountId>,
    revoked_at: Option<At>,
    invited_by: AccountId,
}

impl InvitationRow {
    fn status(&self, now: DateTime<Utc>) -> Status {
        let (used, revoked) = (self.used_at.is_some(), self.revoked_at.is_some());
        Status::of(used, revoked, self.expires_at.0, now)
    }

    fn open(self, key: &DataKey, now: DateTime<Utc>) -> DbResult<Invitation> {
        let row = self.id.0.as_bytes();
        Ok(Invitation {
            id: self.id,
            email: key.open_text(SITE_INVITATION_EMAIL, row, &self.email)?,
            subject_id: key.open_text(SITE_INVITATION_SUBJECT, row, &self.subject_id)?,
            share: Share {
                notes: self.notes,
                facts: self.facts,
                research: self.research,
            },
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

/// By what a subject id is found: each site has its own.
pub fn subject_index(vault: &Vault, site: SiteId, subject_id: &str) -> String {
    let folded = subject_id.to_lowercase();
    vault.index(SITE_INVITATION_SUBJECT, &format!("{site} {folded}"))
}

/// Adds an invitation, which the holder of `code` can accept.
pub fn add(
    conn: &mut Conn,
    access: &SiteAccess<Enrol>,
    id: InvitationId,
    new: &NewInvitation,
    subject_id: &str,
    code: &MailedCode,
) -> DbResult<Invitation> {
    let (now, vault) = (access.at(), access.who().vault());
    let (key, row) = (vault.key_for(conn, access.site())?, id.0.as_bytes());
    let email = new.email.as_str();
    let expires_at = now + LIFETIME;
    diesel::insert_into(invitations::table)
        .values((
            (
                invitations::id.eq(id),
                invitations::site_id.eq(access.site()),
                invitations::email_index.eq(new.email.index(vault)),
                invitations::email.eq(key.seal(SITE_INVITATION_EMAIL, row, email.as_bytes())?),
                invitations::subject_index.eq(subject_index(vault, access.site(), subject_id)),
                invitations::subject_id.eq(key.seal(
                    SITE_INVITATION_SUBJECT,
                    row,
                    subject_id.as_bytes(),
                )?),
            ),
            (
                invitations::notes.eq(new.share.notes),
                invitations::facts.eq(new.share.facts),
                invitations::research.eq(new.share.research),
            ),
            invitations::code_hash.eq(code.hash()),
            invitations::created_at.eq(At::from(now)),
            invitations::expires_at.eq(At::from(expires_at)),
            invitations::invited_by.eq(access.by()),
        ))
        .execute(conn)?;
    Ok(Invitation {
        id,
        email: email.to_owned(),
        subject_id: subject_id.to_owned(),
        share: new.share,
        created_at: now,
        expires_at,
        status: Status::Pending,
    })
}

/// The invitations of one site, newest first: at most `limit` of those before `before`.
pub fn list(
    conn: &mut Conn,
    access: &SiteAccess<Roster>,
    before: Option<InvitationId>,
    limit: usize,
) -> DbResult<Vec<Invitation>> {
    let mut query = invitations::table
        .filter(invitations::site_id.eq(access.site()))
        .order(invitations::id.desc())
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .select(InvitationRow::as_select())
        .into_boxed();
    if let Some(before) = before {
        query = query.filter(invitations::id.lt(before));
    }
    let rows: Vec<InvitationRow> = query.load(conn)?;
    let key = access.who().vault().key_for(conn, access.site())?;
    rows.into_iter()
        .map(|row| row.open(&key, access.at()))
        .collect()
}

/// Whether this site ever sent `id`.
pub fn exists(conn: &mut Conn, access: &SiteAccess<Enrol>, id: InvitationId) -> DbResult<bool> {
    let found: i64 = invitations::table
        .filter(invitations::site_id.eq(access.site()))
        .filter(invitations::id.eq(id))
        .count()
        .get_result(conn)?;
    Ok(found == 1)
}

/// Takes `id` back; `false` when it does not wait for an answer any more.
pub fn revoke(conn: &mut Conn, access: &SiteAccess<Enrol>, id: InvitationId) -> DbResult<bool> {
    let revoked = diesel::update(invitations::table.find(id))
        .filter(invitations::site_id.eq(access.site()))
        .filter(pending!(access.at()))
        .set(invitations::revoked_at.eq(At::from(access.at())))
        .execute(conn)?;
    Ok(revoked == 1)
}

/// What waits for an answer from `email`.
pub fn pending_to(
    conn: &mut Conn,
    access: &SiteAccess<Enrol>,
    email: &EmailAddress,
) -> DbResult<Vec<Invitation>> {
    let vault = access.who().vault();
    let rows: Vec<InvitationRow> = invitations::table
        .filter(invitations::site_id.eq(access.site()))
        .filter(invitations::email_index.eq(email.index(vault)))
        .filter(pending!(access.at()))
        .select(InvitationRow::as_select())
        .load(conn)?;
    let key = vault.key_for(conn, access.site())?;
    rows.into_iter()
        .map(|row| row.open(&key, access.at()))
        .collect()
}

/// The subject id with which a patient at `email` was enrolled first, and which they keep.
pub fn kept_by(
    conn: &mut Conn,
    access: &SiteAccess<Enrol>,
    email: &EmailAddress,
) -> DbResult<Option<String>> {
    let vault = access.who().vault();
    let row: Option<InvitationRow> = invitations::table
        .filter(invitations::site_id.eq(access.site()))
        .filter(invitations::email_index.eq(email.index(vault)))
        .filter(invitations::used_at.is_not_null())
        .order(invitations::used_at)
        .select(InvitationRow::as_select())
        .first(conn)
        .optional()?;
    let key = vault.key_for(conn, access.site())?;
    row.map(|row| Ok(row.open(&key, access.at())?.subject_id))
        .transpose()
}

/// Whether a patient is invited with this subject id, at another address than `besides`.
pub fn is_promised(
    conn: &mut Conn,
    access: &SiteAccess<Enrol>,
    subject: &str,
    besides: &EmailAddress,
) -> DbResult<bool> {
    let besides = besides.index(access.who().vault());
    let found: i64 = invitations::table
        .filter(invitations::site_id.eq(access.site()))
        .filter(invitations::subject_index.eq(subject))
        .filter(invitations::email_index.ne(besides))
        .filter(pending!(access.at()))
        .count()
        .get_result(conn)?;
    Ok(found > 0)
}

/// What `code` invites the patient to, by the address of their account; and whether they accepted it
/// already. Not while who sent it is disabled.
pub fn addressed(
    conn: &mut Conn,
    access: &Access<Manage>,
    email: &EmailAddress,
    code: &MailedCode,
) -> DbResult<Option<(SiteId, Invitation)>> {
    let vault = access.who().vault();
    let row: Option<InvitationRow> = invitations::table
        .filter(invitations::code_hash.eq(code.hash()))
        .filter(invitations::email_index.eq(email.index(vault)))
        .select(InvitationRow::as_select())
        .first(conn)
        .optional()?;
    let by_another = |row: &InvitationRow| row.used_by.is_some_and(|by| by != access.by());
    let Some(row) = row.filter(|row| !by_another(row)) else {
        return Ok(None);
    };
    let (site, sender) = (row.site_id, row.invited_by);
    let key = vault.key_for(conn, site)?;
    let invitation = row.open(&key, access.at())?;
    let stands = invitation.status != Status::Pending || access::is_open(conn, sender)?;
    Ok(stands.then_some((site, invitation)))
}

/// Uses `id` up; `false` when it cannot be accepted (any more). Of any number of attempts at the
/// same time one succeeds.
pub fn use_up(conn: &mut Conn, access: &Access<Manage>, id: InvitationId) -> DbResult<bool> {
    let used = diesel::update(invitations::table.find(id))
        .filter(pending!(access.at()))
        .set((
            invitations::used_at.eq(At::from(access.at())),
            invitations::used_by.eq(access.by()),
        ))
        .execute(conn)?;
    Ok(used == 1)
}

/// What of this slice goes by itself. Who was enrolled stays in the audit.
pub const RETENTION: [Rule; 1] = [Rule {
    table: "site_invitations",
    goes: "invitations of clinics, with the address they went to, 90 days after their end",
    forget: |conn, now| purge(conn, days_before(now, 90)),
}];

/// Forgets the invitations that were good until before `before`, whatever became of them.
fn purge(conn: &mut Conn, before: DateTime<Utc>) -> DbResult<usize> {
    let ended = invitations::expires_at.lt(At::from(before));
    Ok(diesel::delete(invitations::table.filter(ended)).execute(conn)?)
}

/// Forgets what an erased address was sent.
pub fn forget(conn: &mut Conn, email_index: &str) -> DbResult<()> {
    let rows = invitations::table.filter(invitations::email_index.eq(email_index));
    diesel::delete(rows).execute(conn)?;
    Ok(())
}
