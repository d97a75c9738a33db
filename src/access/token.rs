//! Access tokens: who a request comes from, for ten minutes, signed with Ed25519 (RFC 9068).
//!
//! They carry no right and nothing personal: what their bearer may do is looked up per request.

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Algorithm, Validation};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::ring::{Jwk, Ring};
use super::seen::TokenClaims;
use super::{Assurance, Role};
use crate::platform::ids::{AccountId, Ids, RowId, SessionId};
use crate::platform::keys::{Keys, SigningKey};
use crate::platform::rotating::Rotating;
use crate::platform::secret::sha256;

/// The type that the header of an access token names.
const TYPE: &str = "at+jwt";

const AUDIENCE: &str = "alsfrs-diary";

/// Clocks of two machines may differ by this much.
pub(super) const LEEWAY: TimeDelta = TimeDelta::seconds(30);

/// Mints and verifies access tokens.
pub struct Tokens {
    pub(super) issuer: String,
    pub(super) ring: Rotating<Ring>,
    pub(super) validation: Validation,
}

/// What a token says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Claims {
    iss: String,
    aud: String,
    sub: Uuid,
    sid: Uuid,
    /// When the person last said who they are, and how surely (RFC 9068, 2.2.1).
    auth_time: i64,
    acr: Assurance,
    jti: Uuid,
    iat: i64,
    nbf: i64,
    exp: i64,
}

/// A verified token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccessToken {
    /// Who.
    pub account: AccountId,
    /// On which device.
    pub session: SessionId,
    /// How surely they said who they are.
    pub assurance: Assurance,
    /// When they did, to the second.
    pub authenticated_at: DateTime<Utc>,
}

/// Why tokens cannot be minted or verified at all.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// No signing key.
    #[error("there is no signing key")]
    NoKey,
    /// Signing failed, or the self-test did.
    #[error("an access token cannot be signed and verified: {0}")]
    Broken(String),
}

/// How long an access token is valid: shorter for those who see many patients.
pub fn lifetime(role: Role) -> TimeDelta {
    match role {
        Role::Patient | Role::Caregiver => TimeDelta::minutes(10),
        Role::Clinician | Role::Admin => TimeDelta::minutes(5),
    }
}

impl Tokens {
    /// Reads the keys and proves that a token signed with them verifies.
    pub fn new(
        keys: &Keys,
        issuer: &str,
        ids: &Ids,
        now: DateTime<Utc>,
    ) -> Result<Self, TokenError> {
        let mut validation = Validation::new(Algorithm::EdDSA);
        // The library would ask the machine for the time; ours comes from the clock, below.
        validation.validate_exp = false;
        validation.validate_aud = false;
        validation.required_spec_claims.clear();
        let tokens = Self {
            issuer: issuer.to_owned(),
            ring: Rotating::new(Ring::new(&keys.signing.get())),
            validation,
        };
        tokens.self_test(ids, now)?;
        Ok(tokens)
    }

    /// Signs and verifies with these keys from now on; what only others have signed is refused.
    pub fn use_keys(&self, keys: &[SigningKey]) {
        self.ring.set(Ring::new(keys));
    }

    fn self_test(&self, ids: &Ids, now: DateTime<Utc>) -> Result<(), TokenError> {
        let sample = AccessToken {
            account: ids.next(),
            session: ids.next(),
            assurance: Assurance::OneFactor,
            authenticated_at: DateTime::from_timestamp(now.timestamp(), 0).unwrap_or(now),
        };
        let token = self.mint(ids, now, Role::Patient, sample)?;
        if self.verify(&token, now) == Some(sample) {
            tracing::info!("jwt self-test ok");
            Ok(())
        } else {
            Err(TokenError::Broken("the self-test failed".to_owned()))
        }
    }

    /// Signs a token for `bearer`.
    pub fn mint(
        &self,
        ids: &Ids,
        now: DateTime<Utc>,
        role: Role,
        bearer: AccessToken,
    ) -> Result<String, TokenError> {
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: AUDIENCE.to_owned(),
            sub: bearer.account.0,
            sid: bearer.session.0,
            auth_time: bearer.authenticated_at.timestamp(),
            acr: bearer.assurance,
            jti: ids.next::<RowId>().0,
            iat: now.timestamp(),
            nbf: now.timestamp(),
            exp: (now + lifetime(role)).timestamp(),
        };
        self.sign(TYPE, &claims, now)
    }

    /// Signs a document of this `kind`, which is read as no other.
    pub fn sign(
        &self,
        kind: &str,
        document: &impl Serialize,
        now: DateTime<Utc>,
    ) -> Result<String, TokenError> {
        let ring = self.ring.get();
        let signer = ring.signer(now).ok_or(TokenError::NoKey)?;
        let mut header = signer.header.clone();
        header.typ = Some(kind.to_owned());
        jsonwebtoken::encode(&header, document, &signer.key)
            .map_err(|error| TokenError::Broken(error.to_string()))
    }

    /// Reads a token; `None` for any that is expired, foreign, tampered with or for another purpose.
    pub fn verify(&self, token: &str, now: DateTime<Utc>) -> Option<AccessToken> {
        let digest = sha256(token.as_bytes());
        let ring = self.ring.get();
        let signed = ring.seen.get(&digest).or_else(|| {
            let signed = self.read(&ring, token)?;
            ring.seen.put(digest, signed);
            Some(signed)
        })?;
        let in_time = signed.not_before <= (now + LEEWAY).timestamp()
            && signed.issued <= (now + LEEWAY).timestamp()
            && signed.expires > (now - LEEWAY).timestamp();
        in_time.then_some(signed.token)
    }

    /// Verifies that a token is one of ours, whatever the time.
    fn read(&self, ring: &Ring, token: &str) -> Option<TokenClaims> {
        let claims: Claims = self.claims(ring, TYPE, token)?;
        let ours = claims.iss == self.issuer && claims.aud == AUDIENCE;
        ours.then_some(TokenClaims {
            token: AccessToken {
                account: claims.sub.into(),
                session: claims.sid.into(),
                assurance: claims.acr,
                authenticated_at: DateTime::from_timestamp(claims.auth_time, 0)?,
            },
            issued: claims.iat,
            not_before: claims.nbf,
            expires: claims.exp,
        })
    }

    /// What a token of this `kind` says that one of `ring` has signed, for any audience and at any time.
    pub(super) fn claims<C: DeserializeOwned>(
        &self,
        ring: &Ring,
        kind: &str,
        token: &str,
    ) -> Option<C> {
        let header = jsonwebtoken::decode_header(token).ok()?;
        if header.typ.as_deref() != Some(kind) || header.crit.is_some() {
            return None;
        }
        let key = ring.verifying.get(&header.kid?)?;
        let token = jsonwebtoken::decode(token, key, &self.validation);
        Some(token.ok()?.claims)
    }

    /// The public keys, for those who want to verify tokens themselves.
    pub fn jwks(&self) -> Vec<Jwk> {
        self.ring.get().jwks.clone()
    }
}
