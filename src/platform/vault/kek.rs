//! The key-encryption keys: they wrap data keys and nothing else, and never come near the database.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use zeroize::Zeroizing;

use super::cipher::{self, Cipher};
use super::store::WrappedKey;
use crate::platform::db::DbResult;
use crate::platform::ids::{Ids, Subject};
use crate::platform::keys::in_use;
use crate::platform::rotating::Rotating;

/// One version.
pub struct Kek {
    version: i16,
    from: DateTime<Utc>,
    cipher: Cipher,
}

/// Every version, oldest first: the newest whose time has come wraps, all of them unwrap. There is
/// always one. Clones share them.
#[derive(Clone)]
pub struct Keks(Arc<Rotating<Vec<Kek>>>);

impl Kek {
    /// The version with this key, which wraps `from` an instant on; `None` when it has another length
    /// than 32 bytes.
    pub fn new(version: i16, from: DateTime<Utc>, key: &[u8]) -> Option<Self> {
        let cipher = Cipher::new(key)?;
        Some(Self {
            version,
            from,
            cipher,
        })
    }

    pub(super) fn is(&self, version: i16) -> bool {
        self.version == version
    }

    fn wrap(&self, ids: &Ids, subject: Subject, key: &[u8]) -> DbResult<WrappedKey> {
        let version = self.version.to_be_bytes();
        let parts: [&[u8]; 3] = [b"data_keys", subject.0.as_bytes(), &version];
        Ok(WrappedKey {
            kek: self.version,
            key: self.cipher.seal(ids, &parts, key)?,
        })
    }

    pub(super) fn unwrap(
        &self,
        subject: Subject,
        wrapped: &WrappedKey,
    ) -> Option<Zeroizing<Vec<u8>>> {
        let version = wrapped.kek.to_be_bytes();
        let parts: [&[u8]; 3] = [b"data_keys", subject.0.as_bytes(), &version];
        self.cipher.try_open(&parts, &wrapped.key)
    }
}

impl Keks {
    /// These versions; `None` when there are none.
    pub fn new(keks: Vec<Kek>) -> Option<Self> {
        let has_one = !keks.is_empty();
        has_one.then(|| Self(Arc::new(Rotating::new(keks))))
    }

    /// Uses these from now on; an empty list changes nothing.
    pub fn replace(&self, keks: Vec<Kek>) {
        if !keks.is_empty() {
            self.0.set(keks);
        }
    }

    pub(super) fn all(&self) -> Arc<Vec<Kek>> {
        self.0.get()
    }

    /// The version that wraps at `now`.
    pub(super) fn current(&self, now: DateTime<Utc>) -> i16 {
        let all = self.0.get();
        in_use(&all, |kek| kek.from, now).map_or(0, |kek| kek.version)
    }

    pub(super) fn wrap(&self, ids: &Ids, subject: Subject, key: &[u8]) -> DbResult<WrappedKey> {
        let all = self.0.get();
        let kek = in_use(&all, |kek| kek.from, ids.clock().now()).ok_or_else(cipher::broken)?;
        kek.wrap(ids, subject, key)
    }

    /// `None` when it does not open, or the version is not here.
    pub(super) fn unwrap(
        &self,
        subject: Subject,
        wrapped: &WrappedKey,
    ) -> Option<Zeroizing<Vec<u8>>> {
        let all = self.0.get();
        let kek = all.iter().find(|kek| kek.version == wrapped.kek)?;
        kek.unwrap(subject, wrapped)
    }
}
