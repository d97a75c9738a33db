//! Who is signed in: what any request of a person needs, before it is about a record.

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::{AccessError, Assurance, Caller, Denial, Role, assurance, sessions};
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::ids::{AccountId, SessionId, SiteId};
use crate::platform::vault::Vault;
use crate::schema::accounts;

/// Proof that a live session asks, made by [`to_account`].
#[derive(Debug, Clone)]
pub struct SignedIn {
    pub(super) account: AccountId,
    pub(super) session: SessionId,
    pub(super) role: Role,
    pub(super) assurance: Assurance,
    pub(super) at: DateTime<Utc>,
    pub(super) vault: Vault,
    /// Whose program it is, where it is no person.
    pub(super) client_of: Option<SiteId>,
}

impl SignedIn {
    pub(super) fn of(caller: &Caller, live: &sessions::Live) -> Self {
        Self {
            account: caller.account(),
            session: caller.session(),
            role: live.role,
            assurance: live.assurance,
            at: caller.at(),
            vault: caller.vault().clone(),
            client_of: live.client_of,
        }
    }

    /// Who.
    pub fn account(&self) -> AccountId {
        self.account
    }

    /// On which device.
    pub fn session(&self) -> SessionId {
        self.session
    }

    /// As what.
    pub fn role(&self) -> Role {
        self.role
    }

    /// How surely they said who they are when they signed in, or since.
    pub fn assurance(&self) -> Assurance {
        self.assurance
    }

    /// When: the instant of the request.
    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// Whose program it is, where it is no person.
    pub fn client_of(&self) -> Option<SiteId> {
        self.client_of
    }

    /// What seals and opens.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }
}

/// Checks that the caller's session is alive, and that it was opened with two factors where the role
/// demands them.
///
/// Fails with [`Denial::SessionEnded`], [`Denial::SecondFactorNeeded`], or a broken database.
pub fn to_account(conn: &mut Conn, caller: &Caller) -> Result<SignedIn, AccessError> {
    Ok(with_enough_factors(to_own_factors(conn, caller)?)?)
}

/// That they came with two factors, where their role demands it.
pub(super) fn with_enough_factors(who: SignedIn) -> Result<SignedIn, Denial> {
    if who.role.needs_two_factors() && who.assurance < Assurance::TwoFactors {
        return Err(Denial::SecondFactorNeeded);
    }
    Ok(who)
}

/// As [`to_account`], for what is dangerous: the caller said who they are within the last five
/// minutes, with all that the account demands.
pub fn to_account_afresh(conn: &mut Conn, caller: &Caller) -> Result<SignedIn, AccessError> {
    let who = to_account(conn, caller)?;
    assurance::check_fresh(conn, caller)?;
    Ok(who)
}

/// Checks that the caller's session is alive and nothing else: enough for callers who still have
/// to enrol a second factor.
///
/// Fails with [`Denial::SessionEnded`], or a broken database.
pub fn to_own_factors(conn: &mut Conn, caller: &Caller) -> Result<SignedIn, AccessError> {
    let live = sessions::find_live(conn, caller)?.ok_or(Denial::SessionEnded)?;
    Ok(SignedIn::of(caller, &live))
}

/// As [`to_own_factors`], for changing them: the caller said who they are within the last five
/// minutes, with all that the account demands.
pub fn to_own_factors_afresh(conn: &mut Conn, caller: &Caller) -> Result<SignedIn, AccessError> {
    let who = to_own_factors(conn, caller)?;
    assurance::check_fresh(conn, caller)?;
    Ok(who)
}

/// Checks that the caller's session is alive, and that they run the installation.
pub fn to_admin(conn: &mut Conn, caller: &Caller) -> Result<SignedIn, AccessError> {
    admin_alone(to_account(conn, caller)?)
}

/// The same person, if they run the installation.
pub fn admin_alone(who: SignedIn) -> Result<SignedIn, AccessError> {
    match who.role {
        Role::Admin => Ok(who),
        Role::Patient | Role::Caregiver | Role::Clinician => Err(Denial::AdminOnly.into()),
    }
}

/// Whether `account` opens to its owner, so that what it let in is let in still: it is not disabled.
pub fn is_open(conn: &mut Conn, account: AccountId) -> DbResult<bool> {
    let open = accounts::table
        .find(account)
        .filter(accounts::disabled_at.is_null());
    Ok(diesel::select(exists(open)).get_result(conn)?)
}

/// Who works on after the request of `account`, or asks on the command line: while the account is open.
pub fn to_account_after(
    conn: &mut Conn,
    vault: &Vault,
    (account, session): (AccountId, SessionId),
    at: DateTime<Utc>,
) -> Result<SignedIn, AccessError> {
    let role: Option<i16> = accounts::table
        .find(account)
        .filter(accounts::disabled_at.is_null())
        .select(accounts::role)
        .first(conn)
        .optional()
        .map_err(DbError::from)?;
    let role = role.ok_or(Denial::SessionEnded)?;
    Ok(SignedIn {
        account,
        session,
        role: Role::from_code(role).ok_or_else(|| DbError::corrupt("account", account))?,
        assurance: Assurance::TwoFactors,
        at,
        vault: vault.clone(),
        client_of: None,
    })
}
