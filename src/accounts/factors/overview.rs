//! Which factors an account has.

use chrono::{DateTime, Utc};

use super::resets::{self, Reset};
use super::{recovery_codes, totp_factors};
use crate::access::{self, Assurance, SignedIn};
use crate::accounts::passkeys;
use crate::platform::db::{Conn, DbResult};

/// Which factors an account has.
pub struct Overview {
    /// Whether they may do nothing without a second one.
    pub required: bool,
    /// Whether a password alone signs them in.
    pub demanded: Assurance,
    /// Since when codes from an app count.
    pub totp_since: Option<DateTime<Utc>>,
    /// How many passkeys there are.
    pub passkeys: i64,
    /// How many recovery codes are left.
    pub recovery_codes: i64,
    /// That all of them are taken away.
    pub reset: Option<Reset>,
}

/// The factors of the caller.
pub fn of(conn: &mut Conn, who: &SignedIn) -> DbResult<Overview> {
    Ok(Overview {
        required: who.role().needs_two_factors(),
        demanded: access::demanded_of(conn, who.account())?,
        totp_since: totp_factors::confirmed_since(conn, who.account())?,
        passkeys: passkeys::store::count(conn, who.account())?,
        recovery_codes: recovery_codes::left(conn, who.account())?,
        reset: resets::find(conn, who.account())?,
    })
}
