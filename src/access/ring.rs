//! The signing keys of one moment, ready to sign and to verify.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header};
use serde::Serialize;

use super::seen::{REMEMBERED, TokenMemory};
use crate::platform::keys::{SigningKey, in_use};
use crate::platform::secret::to_text;

/// A public key, as `/.well-known/jwks.json` lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Jwk {
    kty: &'static str,
    crv: &'static str,
    alg: &'static str,
    r#use: &'static str,
    kid: String,
    x: String,
}

impl Jwk {
    fn of(key: &SigningKey) -> Self {
        Self {
            kty: "OKP",
            crv: "Ed25519",
            alg: "EdDSA",
            r#use: "sig",
            kid: key.kid.clone(),
            x: to_text(&key.public),
        }
    }
}

/// What signs from an instant on.
pub(super) struct Signer {
    pub(super) header: Header,
    pub(super) key: EncodingKey,
    from: DateTime<Utc>,
}

/// All of them. When one is added or taken away, another ring takes the place of this one, and with
/// it goes what was verified by a key that may be gone.
pub(super) struct Ring {
    signers: Vec<Signer>,
    pub(super) verifying: HashMap<String, DecodingKey>,
    pub(super) jwks: Vec<Jwk>,
    pub(super) seen: TokenMemory,
}

impl Ring {
    pub(super) fn new(keys: &[SigningKey]) -> Self {
        let signer = |key: &SigningKey| {
            let mut header = Header::new(Algorithm::EdDSA);
            header.kid = Some(key.kid.clone());
            Signer {
                header,
                key: EncodingKey::from_ed_der(&key.pkcs8),
                from: key.from,
            }
        };
        let verifier = |key: &SigningKey| (key.kid.clone(), DecodingKey::from_ed_der(&key.public));
        Self {
            signers: keys.iter().map(signer).collect(),
            verifying: keys.iter().map(verifier).collect(),
            jwks: keys.iter().map(Jwk::of).collect(),
            seen: TokenMemory::of(REMEMBERED),
        }
    }

    /// The one that signs at `now`.
    pub(super) fn signer(&self, now: DateTime<Utc>) -> Option<&Signer> {
        in_use(&self.signers, |signer| signer.from, now)
    }
}
