//! Access tokens whose signature was verified before.
//!
//! A phone sends the same token for minutes, and verifying Ed25519 takes longer than all the queries
//! of a request. Only the signature is taken as known; the time is looked at again each time.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::AccessToken;

/// What a token that we signed says.
#[derive(Clone, Copy)]
pub(super) struct Signed {
    pub(super) token: AccessToken,
    pub(super) issued: i64,
    pub(super) not_before: i64,
    pub(super) expires: i64,
}

/// Tokens by the SHA-256 of their text, so that looking one up says nothing about another.
/// Forgetting one costs a verification and nothing else.
#[derive(Default)]
pub(super) struct Seen(Mutex<HashMap<[u8; 32], Signed>>);

/// More than one instance has in use within the life of a token; 3 MB.
const REMEMBERED: usize = 20_000;

impl Seen {
    pub(super) fn find(&self, digest: &[u8; 32]) -> Option<Signed> {
        self.lock().get(digest).copied()
    }

    pub(super) fn remember(&self, digest: [u8; 32], signed: Signed) {
        let mut seen = self.lock();
        if seen.len() >= REMEMBERED {
            seen.clear();
        }
        seen.insert(digest, signed);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<[u8; 32], Signed>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
