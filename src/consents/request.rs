//! A decision about a consent, as it is sent.

use serde::Deserialize;

use super::model::{Decision, GivenBy, Method, Purpose};
use crate::accounts::is_language_tag;
use crate::platform::faults::Faults;
use crate::platform::text;

/// A consent that is given or taken back.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ConsentDecision)]
pub struct DecisionRequest {
    purpose: Purpose,
    /// `true` agrees, `false` takes it back.
    given: bool,
    /// Which text was shown.
    #[schema(example = "2026-11", min_length = 1, max_length = 40)]
    policy_version: String,
    /// SHA-256 of that text, in hexadecimal.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    policy_sha256: String,
    /// In which language, as a BCP 47 tag.
    #[schema(example = "de", max_length = 35)]
    language: String,
    /// How it was given.
    #[serde(default)]
    #[schema(inline)]
    method: Method,
    /// Who says so.
    #[serde(default)]
    #[schema(inline)]
    given_by: GivenBy,
    /// On what a representative may decide, such as a power of attorney; only then.
    #[schema(max_length = 500)]
    basis: Option<String>,
}

impl DecisionRequest {
    /// The decision, or every fault of it; `faults` are those found before.
    pub fn read(self, mut faults: Faults) -> Result<Decision, Faults> {
        let policy = text::read_name(&mut faults, "/policy_version", &self.policy_version, 40);
        let policy_hash = hash(&self.policy_sha256);
        faults.require(
            policy_hash.is_some(),
            "/policy_sha256",
            "invalid_value",
            "This is not the SHA-256 of a text in 64 hexadecimal digits.",
        );
        faults.require(
            is_language_tag(&self.language),
            "/language",
            "invalid_locale",
            "The language is not a BCP 47 tag such as de or pt-BR.",
        );
        let basis = self
            .basis
            .map(|basis| text::read_name(&mut faults, "/basis", &basis, 500));
        faults.require(
            basis.is_some() == (self.given_by == GivenBy::Representative)
                || faults.has("/given_by"),
            "/basis",
            "invalid_value",
            "A representative says on what they may decide; nobody else does.",
        );
        faults.or(Decision {
            purpose: self.purpose,
            given: self.given,
            policy,
            policy_hash: policy_hash.unwrap_or_default(),
            language: self.language,
            method: self.method,
            given_by: self.given_by,
            basis,
        })
    }
}

fn hash(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    let mut hash = [0; 32];
    for (place, byte) in hash.iter_mut().enumerate() {
        let digits = text.get(2 * place..2 * place + 2)?;
        *byte = u8::from_str_radix(digits, 16).ok()?;
    }
    Some(hash)
}
