//! Access tokens whose signature was verified before.
//!
//! A phone sends the same token for minutes, and verifying Ed25519 takes longer than all the queries
//! of a request. Only the signature is taken as known; the time is looked at again each time.

use super::AccessToken;
use crate::platform::recently::Recently;

/// What a token that we signed says.
#[derive(Clone, Copy)]
pub(super) struct TokenClaims {
    pub(super) token: AccessToken,
    pub(super) issued: i64,
    pub(super) not_before: i64,
    pub(super) expires: i64,
}

/// Tokens by the SHA-256 of their text, so that looking one up says nothing about another.
/// Forgetting one costs a verification and nothing else.
pub(super) type TokenMemory = Recently<[u8; 32], TokenClaims>;

/// More than one instance has in use within the life of a token; 3 MB.
pub(super) const REMEMBERED: usize = 20_000;
