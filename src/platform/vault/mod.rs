//! What identifies a person is sealed before the database sees it.
//!
//! Three steps: the key-encryption keys, in files beside the database or far from it, wrap one data
//! key for each subject (an account, a patient); a data key seals single columns, each for one place.
//! A thief of the database finds numbers without a name. Destroying a data key destroys
//! what it sealed here; a backup made before has the wrapped key, and those who hold the key-encryption keys can open it.

mod cipher;
pub mod columns;
mod file;
mod kek;
mod store;

use std::sync::Arc;

use uuid::Uuid;

use super::db::{Conn, DbError, DbResult};
use super::ids::{Ids, Subject};
use super::secret::MacKey;

pub use cipher::{DataKey, Sealed};
pub use columns::Column;
pub use file::{CHUNK, SealedReader, SealedWriter};
pub use kek::{Kek, Keks};
pub use store::{WRAPPED, WrappedKey, wrapped_by};

/// Seals and opens; clones share the keys.
#[derive(Clone)]
pub struct Vault(Arc<Inner>);

struct Inner {
    keks: Keks,
    ids: Ids,
    index: MacKey,
    house: Plain,
}

/// Why what the database holds cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// A version is missing.
    #[error(
        "the database was sealed with version {0} of the key-encryption key, which is not in the \
         key folder: put kek-{0:04}.key back from its backup"
    )]
    Missing(i16),
    /// A file holds another key than the one that was used.
    #[error(
        "kek-{0:04}.key is not the key-encryption key that this database was sealed with: put the \
         right one back from its backup"
    )]
    Wrong(i16),
    /// The database.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// What belongs to no person, and is forgotten soon: mail that waits, sign-ups.
const HOUSE: Subject = Subject(Uuid::nil());

/// Whose key finds an account by its address. It seals nothing.
const INDEX: Subject = Subject(Uuid::max());

impl Vault {
    /// Opens the vault of a database: makes what is missing in an empty one, and refuses keys that
    /// do not open what is there.
    ///
    /// Fails when a key-encryption key is missing or wrong, or the database is broken.
    pub fn open(conn: &mut Conn, keks: &Keks, ids: &Ids) -> Result<Self, VaultError> {
        prove(conn, &keks.all())?;
        let house = make(conn, keks, ids, HOUSE)?;
        let index = make(conn, keks, ids, INDEX)?;
        Ok(Self(Arc::new(Inner {
            keks: keks.clone(),
            ids: ids.clone(),
            index: MacKey::derive(&index, "blind index"),
            house,
        })))
    }

    /// The key of `subject`, made where it does not exist: for a person who is here to stay.
    pub fn key_for(&self, conn: &mut Conn, subject: impl Into<Subject>) -> DbResult<DataKey> {
        let subject = subject.into();
        let key = make(conn, &self.0.keks, &self.0.ids, subject)?;
        self.data_key(subject, &key)
    }

    /// The key of `subject`; `None` where it does not exist, or not any more.
    pub fn key_of(
        &self,
        conn: &mut Conn,
        subject: impl Into<Subject>,
    ) -> DbResult<Option<DataKey>> {
        let subject = subject.into();
        store::find(conn, subject)?
            .map(|wrapped| self.unwrap(subject, &wrapped))
            .transpose()
    }

    /// The key for what belongs to no account: mail that waits, sign-ups.
    pub fn house_key(&self, conn: &mut Conn) -> DbResult<DataKey> {
        self.key_for(conn, HOUSE)
    }

    /// Unwraps what a query has read along, with [`WRAPPED`].
    pub fn unwrap(&self, subject: impl Into<Subject>, wrapped: &WrappedKey) -> DbResult<DataKey> {
        let subject = subject.into();
        let key = unwrapped(&self.0.keks, subject, wrapped)?;
        self.data_key(subject, &key)
    }

    /// Destroys the key of `subject`, and so all that it sealed, for good.
    pub fn destroy(&self, conn: &mut Conn, subject: impl Into<Subject>) -> DbResult<()> {
        store::remove(conn, subject.into())
    }

    /// The version of the key-encryption key that wraps now.
    pub fn current_version(&self) -> i16 {
        self.0.keks.current(self.0.ids.clock().now())
    }

    /// Wraps some of the data keys anew that an earlier version has wrapped; how many. What they
    /// seal stays as it is, and so does a key that does not unwrap.
    pub fn rewrap_some(&self, conn: &mut Conn) -> DbResult<usize> {
        let Inner { keks, ids, .. } = &*self.0;
        let mut done = 0;
        for (subject, wrapped) in store::some_older(conn, self.current_version())? {
            let Ok(key) = unwrapped(keks, subject, &wrapped) else {
                continue;
            };
            store::replace(conn, subject, &wrapped, &keks.wrap(ids, subject, &key)?)?;
            done += 1;
        }
        Ok(done)
    }

    /// What `text` is found by in `column`: the same for the same text, and telling nothing of it
    /// without the key. Only for what cannot be tried out one by one.
    pub fn index(&self, column: Column, text: &str) -> String {
        let Column { table, name } = column;
        let tag = self
            .0
            .index
            .tag(&[table.as_bytes(), name.as_bytes(), text.as_bytes()]);
        super::secret::to_text(&tag)
    }

    /// The key of `purpose` for what outlives every root key: it is as old as the database.
    pub fn mac_key(&self, purpose: &str) -> MacKey {
        MacKey::derive(&self.0.house, purpose)
    }

    /// A new id, for a store that names what it seals.
    pub fn next_id<T: From<Uuid>>(&self) -> T {
        self.0.ids.next()
    }

    fn data_key(&self, subject: Subject, key: &[u8]) -> DbResult<DataKey> {
        Ok(DataKey {
            subject,
            cipher: cipher::Cipher::new(key).ok_or_else(cipher::broken)?,
            ids: self.0.ids.clone(),
        })
    }
}

/// Whether `keks` open what a database has sealed, by some data keys of each version.
///
/// Fails when one of them is missing or wrong, or the database is broken.
pub fn prove(conn: &mut Conn, keks: &[Kek]) -> Result<(), VaultError> {
    for sample in store::some_of_each_version(conn)? {
        let version = sample.first().map_or(0, |(_, wrapped)| wrapped.kek);
        let kek = keks.iter().find(|kek| kek.is(version));
        let kek = kek.ok_or(VaultError::Missing(version))?;
        let opens = |(subject, wrapped): &_| kek.unwrap(*subject, wrapped).is_some();
        if !sample.iter().any(opens) {
            return Err(VaultError::Wrong(version));
        }
    }
    Ok(())
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault(…)")
    }
}

type Plain = zeroize::Zeroizing<Vec<u8>>;

/// The key of `subject`. Of two that make one at the same time, both get the one that was kept.
fn make(conn: &mut Conn, keks: &Keks, ids: &Ids, subject: Subject) -> DbResult<Plain> {
    if let Some(wrapped) = store::find(conn, subject)? {
        return unwrapped(keks, subject, &wrapped);
    }
    let key: Plain = zeroize::Zeroizing::new(ids.secret::<{ cipher::KEY_LENGTH }>().to_vec());
    let wrapped = keks.wrap(ids, subject, &key)?;
    if store::add(conn, subject, &wrapped)? {
        return Ok(key);
    }
    let wrapped = store::find(conn, subject)?.ok_or_else(cipher::broken)?;
    unwrapped(keks, subject, &wrapped)
}

fn unwrapped(keks: &Keks, subject: Subject, wrapped: &WrappedKey) -> DbResult<Plain> {
    keks.unwrap(subject, wrapped).ok_or_else(cipher::broken)
}
