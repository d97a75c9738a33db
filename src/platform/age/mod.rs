//! Files in the format of age (age-encryption.org/v1), for X25519 recipients.
//!
//! Only the framing is here: X25519, HKDF, HMAC and ChaCha20-Poly1305 come from the library that
//! the rest of the service uses. See decision 0056.

mod header;
mod keys;
mod stream;

use std::io::{self, BufRead, Read, Write};

pub use keys::{Identity, Recipient};

use super::ids::Ids;

/// Why a file is not written or not read.
#[derive(Debug, thiserror::Error)]
pub enum AgeError {
    /// Not one of age's, or of a version that is not known.
    #[error("this is no file of age's")]
    NotAge,
    /// Written for others.
    #[error("none of these identities opens it")]
    NotForUs,
    /// Changed, or cut off.
    #[error("it was changed or cut off")]
    Broken,
    /// This is no recipient.
    #[error("a recipient begins with age1 and is the public half of an identity")]
    Recipient,
    /// This is no identity.
    #[error("an identity begins with AGE-SECRET-KEY-1, on a line of its own")]
    Identity,
    /// The library fails.
    #[error("the cryptographic library fails")]
    Library,
    /// A file could not be used.
    #[error(transparent)]
    Io(#[from] io::Error),
}

const FILE_KEY: usize = 16;

/// Writes what `from` has to `to`, so that only `recipients` can read it.
pub fn encrypt(
    recipients: &[Recipient],
    ids: &Ids,
    from: &mut impl Read,
    to: &mut impl Write,
) -> Result<(), AgeError> {
    let file_key = zeroize::Zeroizing::new(ids.secret::<FILE_KEY>());
    to.write_all(&header::write(&file_key, recipients, ids)?)?;
    let nonce = ids.secret::<16>();
    to.write_all(&nonce)?;
    let key = keys::derive(&nonce, file_key.as_slice(), b"payload")?;
    stream::seal(&key, from, to)
}

/// Writes what was written for one of `identities` to `to`. Until this returns, what is there can be
/// part of something that was cut off.
///
/// Fails when it is for others, was changed or cut off, or one of the two fails.
pub fn decrypt(
    identities: &[Identity],
    from: &mut impl BufRead,
    to: &mut impl Write,
) -> Result<(), AgeError> {
    let file_key = header::read(from, identities)?;
    let mut nonce = [0; 16];
    from.read_exact(&mut nonce).map_err(cut_off)?;
    let key = keys::derive(&nonce, file_key.as_slice(), b"payload")?;
    stream::open(&key, from, to)
}

fn cut_off(error: io::Error) -> AgeError {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => AgeError::Broken,
        _ => error.into(),
    }
}
