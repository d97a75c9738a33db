//! The keys by which push services know us (RFC 8292): a browser subscribes to one of them, for as long as it likes.

use aws_lc_rs::agreement::{ECDH_P256, PrivateKey};
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use chrono::{DateTime, Utc};
use zeroize::Zeroizing;

use super::file::{KeyFile, in_use, read_private};
use super::{KeyError, Keys};

/// A key of P-256.
pub struct PushKey {
    /// Counts them, from 1.
    pub number: i16,
    /// Handed out from this instant on.
    pub from: DateTime<Utc>,
    /// PKCS#8, private.
    pub pkcs8: Zeroizing<Vec<u8>>,
    /// The 65 public bytes.
    pub public: Vec<u8>,
}

impl PushKey {
    pub(super) fn read(file: &KeyFile) -> Result<Self, KeyError> {
        let pkcs8 = read_private(&file.path)?;
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &pkcs8)
            .map_err(|_| KeyError::Unreadable(file.path.clone()))?;
        let public = pair.public_key().as_ref().to_vec();
        let (number, from) = (file.number, file.from);
        Ok(Self {
            number,
            from,
            pkcs8,
            public,
        })
    }
}

/// A key with this private number, as PKCS#8; `None` where it is not one.
pub(super) fn pkcs8_of(private: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let public = PrivateKey::from_private_key(&ECDH_P256, private).ok()?;
    let public = public.compute_public_key().ok()?;
    let algorithm = &ECDSA_P256_SHA256_FIXED_SIGNING;
    let pair =
        EcdsaKeyPair::from_private_key_and_public_key(algorithm, private, public.as_ref()).ok()?;
    let pkcs8 = pair.to_pkcs8v1().ok()?;
    Some(Zeroizing::new(pkcs8.as_ref().to_vec()))
}

impl Keys {
    /// The public key that browsers subscribe to now, and its number.
    pub fn push_key(&self, now: DateTime<Utc>) -> Option<(i16, Vec<u8>)> {
        let keys = self.push.get();
        let key = in_use(&keys, |key| key.from, now)?;
        Some((key.number, key.public.clone()))
    }
}
