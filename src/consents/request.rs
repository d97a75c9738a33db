//! A decision about a consent, as it is sent.

use data_encoding::HEXLOWER;
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
        let policy_version =
            text::read_name(&mut faults, "/policy_version", &self.policy_version, 40);
        let hash = HEXLOWER.decode(self.policy_sha256.as_bytes()).ok();
        let hash: Option<[u8; 32]> = hash.and_then(|hash| hash.try_into().ok());
        faults.require(
            hash.is_some(),
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
            policy_version,
            policy_sha256: hash.unwrap_or_default(),
            language: self.language,
            method: self.method,
            given_by: self.given_by,
            basis,
        })
    }
}
