//! The key-encryption keys: they wrap data keys and nothing else, and never come near the database.

use std::sync::Arc;

use zeroize::Zeroizing;

use super::cipher::Cipher;
use super::store::Wrapped;
use crate::platform::db::DbResult;
use crate::platform::ids::{Ids, Subject};

/// One version.
pub struct Kek {
    version: i16,
    cipher: Cipher,
}

/// Every version, oldest first: the newest wraps, all of them unwrap. There is always one.
#[derive(Clone)]
pub struct Keks {
    older: Arc<[Kek]>,
    newest: Arc<Kek>,
}

impl Kek {
    /// The version with this key; `None` when it has another length than 32 bytes.
    #[must_use]
    pub fn new(version: i16, key: &[u8]) -> Option<Self> {
        let cipher = Cipher::new(key)?;
        Some(Self { version, cipher })
    }

    pub(super) fn wrap(&self, ids: &Ids, subject: Subject, key: &[u8]) -> DbResult<Wrapped> {
        let version = self.version.to_be_bytes();
        let parts: [&[u8]; 3] = [b"data_keys", subject.0.as_bytes(), &version];
        Ok(Wrapped {
            kek: self.version,
            key: self.cipher.seal(ids, &parts, key)?,
        })
    }

    /// `None` when it does not open.
    pub(super) fn unwrap(&self, subject: Subject, wrapped: &Wrapped) -> Option<Zeroizing<Vec<u8>>> {
        let version = wrapped.kek.to_be_bytes();
        let parts: [&[u8]; 3] = [b"data_keys", subject.0.as_bytes(), &version];
        self.cipher.try_open(&parts, &wrapped.key)
    }
}

impl Keks {
    /// These versions; `None` when there are none.
    #[must_use]
    pub fn new(mut keks: Vec<Kek>) -> Option<Self> {
        keks.sort_by_key(|kek| kek.version);
        let newest = Arc::new(keks.pop()?);
        Some(Self {
            older: keks.into(),
            newest,
        })
    }

    pub(super) fn newest(&self) -> &Kek {
        &self.newest
    }

    pub(super) fn find(&self, version: i16) -> Option<&Kek> {
        let all = std::iter::once(&*self.newest).chain(self.older.iter());
        all.into_iter().find(|kek| kek.version == version)
    }
}
