//! The public keys of a program: a JWK Set (RFC 7517).

use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, DecodingKey};
use serde::Deserialize;
use serde_json::Value;

/// Keys, each as it was written: a set may hold some of other kinds.
#[derive(Debug, Deserialize)]
pub struct Jwks {
    keys: Vec<Value>,
}

/// Why a text is no set of keys by which a program can be known.
#[derive(Debug, thiserror::Error)]
pub enum NoKeys {
    /// It is no JWK Set.
    #[error("this is no JWK Set")]
    Malformed,
    /// A key that must not leave the program.
    #[error("a private key is in it: it is not to be given away")]
    Private,
    /// None that signs as it has to.
    #[error("there is no key for RS384 or ES384 with a kid of its own in it")]
    None,
}

/// The members of private and symmetric keys.
const PRIVATE: [&str; 2] = ["d", "k"];

impl Jwks {
    /// Reads a JWK Set.
    pub fn read(bytes: &[u8]) -> Result<Self, NoKeys> {
        serde_json::from_slice(bytes).map_err(|_| NoKeys::Malformed)
    }

    /// Refuses a set with a private key in it, and one without any key that could be used.
    pub fn check(&self) -> Result<(), NoKeys> {
        let is_private = |key: &Value| PRIVATE.iter().any(|member| key.get(member).is_some());
        if self.keys.iter().any(is_private) {
            return Err(NoKeys::Private);
        }
        let mut kids = self.keys.iter().filter_map(|key| key["kid"].as_str());
        let is_usable = |kid: &str| {
            let known = [Algorithm::RS384, Algorithm::ES384];
            known
                .iter()
                .any(|algorithm| self.find(kid, *algorithm).is_some())
        };
        kids.any(is_usable).then_some(()).ok_or(NoKeys::None)
    }

    /// The key by this name for this algorithm, if it is exactly one.
    pub fn find(&self, kid: &str, algorithm: Algorithm) -> Option<DecodingKey> {
        let (family, name) = match algorithm {
            Algorithm::RS384 => ("RSA", "RS384"),
            Algorithm::ES384 => ("EC", "ES384"),
            _ => return None,
        };
        let is_or_absent = |key: &Value, member: &str, value: &str| {
            key.get(member).is_none_or(|given| given == value)
        };
        let mut found = self.keys.iter().filter(|key| {
            key["kid"] == kid
                && key["kty"] == family
                && is_or_absent(key, "alg", name)
                && is_or_absent(key, "use", "sig")
                && (family != "EC" || key["crv"] == "P-384")
                && PRIVATE.iter().all(|member| key.get(member).is_none())
        });
        let (Some(only), None) = (found.next(), found.next()) else {
            return None;
        };
        let jwk: Jwk = serde_json::from_value(only.clone()).ok()?;
        DecodingKey::from_jwk(&jwk).ok()
    }
}
