//! Who can read a file: the two halves of an X25519 key, and what is derived from them.

use aws_lc_rs::agreement::{PrivateKey, UnparsedPublicKey, X25519, agree};
use aws_lc_rs::hkdf;
use bech32::primitives::decode::CheckedHrpstring;
use bech32::{Bech32, Hrp};
use zeroize::Zeroizing;

use super::AgeError;
use crate::platform::ids::Ids;

/// Who can read what is written: the public half.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient([u8; 32]);

/// Who reads: the private half.
pub struct Identity {
    key: PrivateKey,
    public: [u8; 32],
}

impl std::str::FromStr for Recipient {
    type Err = AgeError;

    /// Reads `age1…`.
    fn from_str(text: &str) -> Result<Self, AgeError> {
        let bytes = bech32_of("age", text).ok_or(AgeError::Recipient)?;
        Ok(Self(bytes.try_into().map_err(|_| AgeError::Recipient)?))
    }
}

impl Recipient {
    /// What an X25519 stanza says to this recipient: the ephemeral public half, and the key that wraps.
    pub(super) fn wrap(&self, ids: &Ids) -> Result<([u8; 32], Key), AgeError> {
        let ephemeral = Identity::of(ids.secret::<32>())?;
        let key = ephemeral.shared(&self.0, &ephemeral.public, &self.0)?;
        Ok((ephemeral.public, key))
    }
}

impl Identity {
    /// Every identity in the text of a file of `age-keygen`; lines that begin with `#` say nothing.
    pub fn all_in(text: &str) -> Result<Vec<Self>, AgeError> {
        let lines = text.lines().map(str::trim);
        let found: Vec<Self> = lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|line| {
                let bytes = bech32_of("age-secret-key-", line).map(Zeroizing::new);
                let bytes = bytes.and_then(|bytes| <[u8; 32]>::try_from(bytes.as_slice()).ok());
                Self::of(bytes.ok_or(AgeError::Identity)?)
            })
            .collect::<Result<_, _>>()?;
        if found.is_empty() {
            return Err(AgeError::Identity);
        }
        Ok(found)
    }

    fn of(secret: [u8; 32]) -> Result<Self, AgeError> {
        let secret = Zeroizing::new(secret);
        let key = PrivateKey::from_private_key(&X25519, secret.as_slice())
            .map_err(|_| AgeError::Identity)?;
        let public = key.compute_public_key().map_err(|_| AgeError::Library)?;
        let public = public.as_ref().try_into().map_err(|_| AgeError::Library)?;
        Ok(Self { key, public })
    }

    /// The key that opens what was wrapped for this identity with the ephemeral half `theirs`.
    pub(super) fn unwrap(&self, theirs: &[u8; 32]) -> Result<Key, AgeError> {
        self.shared(theirs, theirs, &self.public)
    }

    fn shared(
        &self,
        theirs: &[u8; 32],
        ephemeral: &[u8; 32],
        recipient: &[u8; 32],
    ) -> Result<Key, AgeError> {
        let theirs = UnparsedPublicKey::new(&X25519, theirs);
        agree(&self.key, theirs, AgeError::NotForUs, |shared| {
            let salt = [ephemeral.as_slice(), recipient].concat();
            derive(&salt, shared, b"age-encryption.org/v1/X25519")
        })
    }
}

/// 256 bits.
pub(super) type Key = Zeroizing<[u8; 32]>;

/// HKDF-SHA-256.
pub(super) fn derive(salt: &[u8], secret: &[u8], info: &[u8]) -> Result<Key, AgeError> {
    let mut key = Key::default();
    hkdf::Salt::new(hkdf::HKDF_SHA256, salt)
        .extract(secret)
        .expand(&[info], hkdf::HKDF_SHA256)
        .and_then(|derived| derived.fill(key.as_mut_slice()))
        .map_err(|_| AgeError::Library)?;
    Ok(key)
}

fn bech32_of(kind: &str, text: &str) -> Option<Vec<u8>> {
    let read = CheckedHrpstring::new::<Bech32>(text).ok()?;
    (read.hrp() == Hrp::parse(kind).ok()?).then(|| read.byte_iter().collect())
}
