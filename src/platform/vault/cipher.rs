//! AES-256-GCM: what is sealed, and for which place.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use zeroize::{Zeroize, Zeroizing};

use super::columns::Column;
use crate::platform::alarm::{self, Alarm};
use crate::platform::db::{DbError, DbResult};
use crate::platform::ids::{Ids, Subject};
use crate::platform::secret::frame;

/// The length of every key here.
pub(crate) const KEY_LENGTH: usize = 32;

/// How sealed bytes are laid out: this number, the nonce, the ciphertext with its tag.
const FORM: u8 = 1;

/// By how much they are longer than what they hold.
pub(super) const OVERHEAD: usize = 1 + NONCE_LEN + 16;

/// A key that seals with a nonce of 96 random bits each time.
pub(crate) struct Cipher(LessSafeKey);

impl Cipher {
    /// The cipher with this key; `None` when it has another length.
    pub(crate) fn new(key: &[u8]) -> Option<Self> {
        let key = UnboundKey::new(&AES_256_GCM, key).ok()?;
        Some(Self(LessSafeKey::new(key)))
    }

    /// Seals `plain` for the place that `parts` name.
    pub(super) fn seal(&self, ids: &Ids, parts: &[&[u8]], plain: &[u8]) -> DbResult<Vec<u8>> {
        let nonce: [u8; NONCE_LEN] = ids.secret();
        let mut sealed = Vec::with_capacity(OVERHEAD + plain.len());
        sealed.push(FORM);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(plain);
        let inside = sealed.get_mut(1 + NONCE_LEN..).unwrap_or_default();
        let made = self.0.seal_in_place_separate_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(place(parts)),
            inside,
        );
        let Ok(tag) = made else {
            sealed.zeroize();
            return Err(DbError::Unopened);
        };
        sealed.extend_from_slice(tag.as_ref());
        Ok(sealed)
    }

    /// Opens what [`Self::seal`] sealed for the same place. Whatever is wrong is one error.
    pub(super) fn open(&self, parts: &[&[u8]], sealed: &[u8]) -> DbResult<Zeroizing<Vec<u8>>> {
        self.try_open(parts, sealed).ok_or_else(broken)
    }

    pub(super) fn try_open(&self, parts: &[&[u8]], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (&[form], rest) = sealed.split_first_chunk()?;
        let (nonce, inside) = rest.split_first_chunk::<NONCE_LEN>()?;
        if form != FORM {
            return None;
        }
        let mut inside = Zeroizing::new(inside.to_vec());
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let plain = self
            .0
            .open_in_place(nonce, Aad::from(place(parts)), &mut inside)
            .ok()?
            .len();
        inside.truncate(plain);
        Some(inside)
    }
}

/// Each part in its frame.
fn place(parts: &[&[u8]]) -> Vec<u8> {
    let mut place = vec![FORM];
    for part in parts {
        frame(part, |bytes| place.extend_from_slice(bytes));
    }
    place
}

/// An event for the operator: a row was tampered with, moved, or lost its key. What was in it is
/// not said, nor which of these it is.
pub(super) fn broken() -> DbError {
    metrics::counter!("seals_broken_total").increment(1);
    alarm::sound(Alarm::SealBroken);
    DbError::Unopened
}

/// The key of one subject, unwrapped for one piece of work.
pub struct DataKey {
    pub(super) subject: Subject,
    pub(super) cipher: Cipher,
    pub(super) ids: Ids,
}

impl DataKey {
    /// Seals `plain` for `column` of the row that `row` names; nowhere else does it open.
    pub fn seal(&self, column: Column, row: &[u8], plain: &[u8]) -> DbResult<Sealed> {
        let sealed = self.cipher.seal(&self.ids, &self.parts(column, row), plain);
        sealed.map(Sealed)
    }

    /// Opens what was sealed for the same column and row.
    pub fn open(
        &self,
        column: Column,
        row: &[u8],
        sealed: &Sealed,
    ) -> DbResult<Zeroizing<Vec<u8>>> {
        self.cipher.open(&self.parts(column, row), &sealed.0)
    }

    /// As [`Self::open`], for text.
    pub fn open_text(&self, column: Column, row: &[u8], sealed: &Sealed) -> DbResult<String> {
        let plain = self.open(column, row, sealed)?;
        let text = std::str::from_utf8(&plain).map_err(|_| broken())?;
        Ok(text.to_owned())
    }

    /// Seals a part of a file that has no column; nowhere but in `place` does it open.
    pub(super) fn seal_part(&self, place: &[u8], plain: &[u8]) -> DbResult<Vec<u8>> {
        let parts: [&[u8]; 3] = [b"file", place, self.subject.0.as_bytes()];
        self.cipher.seal(&self.ids, &parts, plain)
    }

    /// Opens what [`Self::seal_part`] sealed for the same place.
    pub(super) fn open_part(&self, place: &[u8], sealed: &[u8]) -> DbResult<Zeroizing<Vec<u8>>> {
        let parts: [&[u8]; 3] = [b"file", place, self.subject.0.as_bytes()];
        self.cipher.open(&parts, sealed)
    }

    fn parts<'a>(&'a self, column: Column, row: &'a [u8]) -> [&'a [u8]; 4] {
        let Column { table, name } = column;
        [
            table.as_bytes(),
            name.as_bytes(),
            row,
            self.subject.0.as_bytes(),
        ]
    }
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DataKey({}, …)", self.subject)
    }
}

/// What only the key of its subject opens, in its own place.
#[derive(
    Clone, PartialEq, Eq, diesel::expression::AsExpression, diesel::deserialize::FromSqlRow,
)]
#[diesel(sql_type = diesel::sql_types::Binary)]
pub struct Sealed(pub(super) Vec<u8>);

impl Sealed {
    /// What opens never: in the place of what was destroyed.
    pub fn nothing() -> Self {
        Self(Vec::new())
    }
}

impl std::fmt::Debug for Sealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealed(…)")
    }
}

mod stored {
    use diesel::backend::Backend;
    use diesel::deserialize::{self, FromSql};
    use diesel::pg::{Pg, PgValue};
    use diesel::serialize::{self, IsNull, Output, ToSql};
    use diesel::sql_types::Binary;
    use diesel::sqlite::Sqlite;

    use super::Sealed;
    use crate::platform::db::stored_in_both;

    impl ToSql<Binary, Pg> for Sealed {
        fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
            std::io::Write::write_all(out, &self.0)?;
            Ok(IsNull::No)
        }
    }

    impl ToSql<Binary, Sqlite> for Sealed {
        fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
            out.set_value(self.0.as_slice());
            Ok(IsNull::No)
        }
    }

    impl FromSql<Binary, Pg> for Sealed {
        fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
            Ok(Self(value.as_bytes().to_vec()))
        }
    }

    impl FromSql<Binary, Sqlite> for Sealed {
        fn from_sql(value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
            <Vec<u8> as FromSql<Binary, Sqlite>>::from_sql(value).map(Self)
        }
    }
    stored_in_both!(Sealed, Binary);
}
