//! How surely, and how lately, a person said who they are (NIST SP 800-63B-4, RFC 9470).

use chrono::{DateTime, TimeDelta, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::{AccessError, Caller, Denial, Role};
use crate::platform::clock::APART;
use crate::platform::db::{Conn, DbResult, stored_as_code};
use crate::platform::ids::AccountId;
use crate::schema::{accounts, passkeys, totp_factors};

/// By how much a person said who they are.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema,
)]
pub enum Assurance {
    /// A password.
    #[serde(rename = "aal1")]
    OneFactor,
    /// A password and something else, or a passkey that its owner unlocked.
    #[serde(rename = "aal2")]
    TwoFactors,
}
stored_as_code!(Assurance { OneFactor = 1, TwoFactors = 2 });

impl Assurance {
    /// Its name in tokens and challenges.
    pub fn name(self) -> &'static str {
        match self {
            Self::OneFactor => "aal1",
            Self::TwoFactors => "aal2",
        }
    }
}

/// For how long a person who said who they are may do what is dangerous.
pub const FRESH: TimeDelta = TimeDelta::minutes(5);

impl Role {
    /// Whether a password alone opens nothing but the enrolment of a second factor.
    pub fn needs_two_factors(self) -> bool {
        match self {
            Self::Patient | Self::Caregiver => false,
            Self::Clinician | Self::Admin => true,
        }
    }
}

/// How much `account` has to show to be let in, by what it has: an account with a second factor
/// is asked for it.
///
/// A passkey is a way in of its own, and not one more hurdle beside the password; but it keeps those
/// apart from their patients who have nothing but the password.
pub fn demanded_of(conn: &mut Conn, account: AccountId) -> DbResult<Assurance> {
    let confirmed = totp_factors::table
        .filter(totp_factors::account_id.eq(account))
        .filter(totp_factors::confirmed.eq(true));
    let needs_two = accounts::role
        .eq(Role::Clinician.code())
        .or(accounts::role.eq(Role::Admin.code()));
    let of_staff = passkeys::table
        .inner_join(accounts::table)
        .filter(passkeys::account_id.eq(account))
        .filter(needs_two);
    let has_one: bool = diesel::select(exists(confirmed).or(exists(of_staff))).get_result(conn)?;
    Ok(if has_one {
        Assurance::TwoFactors
    } else {
        Assurance::OneFactor
    })
}

/// Checks that the caller said who they are a moment ago, with all that the account demands.
pub(super) fn check_fresh(conn: &mut Conn, caller: &Caller) -> Result<(), AccessError> {
    let demanded = demanded_of(conn, caller.account())?;
    let (assurance, when) = caller.authenticated();
    if assurance >= demanded && is_fresh(when, caller.at()) {
        Ok(())
    } else {
        Err(Denial::NotFresh(demanded).into())
    }
}

fn is_fresh(authenticated: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    authenticated + FRESH > now && authenticated <= now + APART
}
