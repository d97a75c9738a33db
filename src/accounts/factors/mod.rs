//! What proves who the owner of an account is, besides a password.

pub(super) mod enrol;
mod letters;
pub(super) mod overview;
pub(super) mod pending;
pub(super) mod proof;
pub(super) mod recovery_code;
pub(super) mod recovery_codes;
pub(super) mod reset;
mod resets;
mod totp;
pub(super) mod totp_factors;
