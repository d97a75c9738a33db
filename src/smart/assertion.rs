//! What a program signs to say who it is (RFC 7523, and the profile of SMART).

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, Header, Validation};
use serde::Deserialize;

use crate::platform::ids::ClientId;
use crate::platform::secret::sha256;

/// Clocks of two machines may differ by this much.
const LEEWAY: TimeDelta = TimeDelta::seconds(30);

/// How far ahead its end may be.
const LONGEST: TimeDelta = TimeDelta::minutes(5);

/// What a program has signed, before the signature was looked at.
#[derive(Debug)]
pub struct Assertion<'a> {
    text: &'a str,
    header: Header,
    /// The key by which it is to be verified.
    pub kid: String,
    /// The program that it names.
    pub client: ClientId,
}

/// What was signed. Members of no meaning here are left alone.
#[derive(Debug, Clone, Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: Audience,
    exp: i64,
    jti: String,
    nbf: Option<i64>,
    iat: Option<i64>,
}

/// For which servers it is: others could use it here otherwise, and we there.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several([String; 1]),
}

/// That an assertion is right. Whether it was used before is still to be seen.
#[derive(Debug, Clone, Copy)]
pub struct AssertionProof {
    /// SHA-256 of its name.
    pub jti_hash: [u8; 32],
    /// From when on it cannot be used any more.
    pub expires_at: DateTime<Utc>,
}

/// Names and their like are not longer.
const LONGEST_NAME: usize = 256;

impl<'a> Assertion<'a> {
    /// Reads which key and program it names: one of the two algorithms, and nothing that it would bring along.
    pub fn read(text: &'a str) -> Option<Self> {
        let header = jsonwebtoken::decode_header(text).ok()?;
        let is_known = matches!(header.alg, Algorithm::RS384 | Algorithm::ES384);
        // The type may be left out of a JWT, but not be another.
        let is_jwt = header
            .typ
            .as_deref()
            .is_none_or(|kind| kind.eq_ignore_ascii_case("JWT"));
        if !is_known || !is_jwt || header.crit.is_some() {
            return None;
        }
        let kid = header.kid.clone()?;
        let claims: Claims = jsonwebtoken::dangerous::insecure_decode(text).ok()?.claims;
        let client = claims.sub.parse().ok()?;
        Some(Self {
            text,
            header,
            kid,
            client,
        })
    }

    /// How it says that it is signed.
    pub fn algorithm(&self) -> Algorithm {
        self.header.alg
    }

    /// Where it says that the keys are.
    pub fn key_address(&self) -> Option<&str> {
        self.header.jku.as_deref()
    }

    /// Verifies it by `key`, as one that is meant for `audience` at `now`.
    pub fn verify(
        &self,
        key: &DecodingKey,
        audience: &str,
        now: DateTime<Utc>,
    ) -> Option<AssertionProof> {
        let mut validation = Validation::new(self.algorithm());
        // The library would ask the machine for the time; ours comes from the clock, below.
        validation.validate_exp = false;
        validation.validate_aud = false;
        validation.required_spec_claims.clear();
        let claims = jsonwebtoken::decode::<Claims>(self.text, key, &validation);
        let claims = claims.ok()?.claims;
        let (Audience::One(meant) | Audience::Several([meant])) = &claims.aud;
        let earliest = (now - LEEWAY).timestamp();
        let latest = (now + LEEWAY).timestamp();
        let is_good = claims.iss == claims.sub
            && claims.sub == self.client.to_string()
            && meant == audience
            && claims.exp > earliest
            && claims.exp <= (now + LONGEST + LEEWAY).timestamp()
            && claims.nbf.is_none_or(|from| from <= latest)
            && claims.iat.is_none_or(|at| at <= latest)
            && (1..=LONGEST_NAME).contains(&claims.jti.len());
        is_good.then_some(AssertionProof {
            jti_hash: sha256(claims.jti.as_bytes()),
            expires_at: DateTime::from_timestamp(claims.exp, 0)? + LEEWAY,
        })
    }
}
