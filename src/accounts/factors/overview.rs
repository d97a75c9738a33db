//! Which factors an account has.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::resets::{self, Reset};
use super::{recovery_codes, totp_factors};
use crate::access::{self, Assurance, SignedIn};
use crate::accounts::passkeys;
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::instant;

/// Which factors the account has.
#[derive(Serialize, ToSchema)]
pub struct Factors {
    /// Whether this person may do nothing else before there is a second one.
    required: bool,
    /// Whether signing in with the password asks for a second one.
    demanded: bool,
    /// Codes from an app; null where there are none.
    totp: Option<Totp>,
    /// How many passkeys there are.
    #[schema(example = 1)]
    passkeys: i64,
    /// How many recovery codes are left.
    #[schema(example = 10)]
    recovery_codes: i64,
    /// That all of them are taken away, because a member of the staff lost them; null mostly.
    reset: Option<Reset>,
}

/// Codes from an app.
#[derive(Serialize, ToSchema)]
struct Totp {
    #[serde(serialize_with = "instant::millis")]
    since: DateTime<Utc>,
}

/// The factors of the caller.
pub fn of(conn: &mut Conn, who: &SignedIn) -> DbResult<Factors> {
    Ok(Factors {
        required: who.role().needs_two_factors(),
        demanded: access::demanded_of(conn, who.account())? > Assurance::OneFactor,
        totp: totp_factors::confirmed_since(conn, who.account())?.map(|since| Totp { since }),
        passkeys: passkeys::store::count(conn, who.account())?,
        recovery_codes: recovery_codes::left(conn, who.account())?,
        reset: resets::find(conn, who.account())?,
    })
}
