//! Passkeys (`WebAuthn`, level 2): one touch, no typing, nothing that could be told to another person.
//!
//! The private key never leaves its owner's phone; a passkey signs a challenge of ours, for our domain
//! alone, after the phone has made sure that it is them. Decision 0033 says why nothing but that is
//! looked at.

mod challenges;
mod cose;
pub(super) mod enrol;
pub(super) mod flaw;
#[cfg(feature = "fuzzing")]
pub mod fuzzed;
mod letters;
pub(super) mod prove;
pub(super) mod response;
pub(super) mod sign_in;
pub(super) mod store;

use crate::access::SignedIn;
use crate::platform::db::{Conn, DbResult};

pub(super) use challenges::purge;
pub use challenges::{LASTS, Purpose, add as challenge_for};
pub use cose::ALGORITHMS;
pub use store::Passkey;

/// The passkeys of the caller, the oldest first.
pub fn passkeys_of(conn: &mut Conn, who: &SignedIn) -> DbResult<Vec<Passkey>> {
    store::list(conn, who.vault(), who.account())
}
