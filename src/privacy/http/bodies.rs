//! Consents and erasures, as they are sent and shown.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::access::Role;
use crate::accounts::is_language_tag;
use crate::platform::faults::Faults;
use crate::platform::http::instant;
use crate::platform::ids::RowId;
use crate::platform::text;
use crate::privacy::model::{Consent, Decision, Erasure, GivenBy, Method, Purpose};
use crate::privacy::retained::RetainedCategory;

/// A consent that is given or taken back.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ConsentDecision)]
pub struct DecisionBody {
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

impl DecisionBody {
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

/// A consent that was given or taken back.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Consent)]
pub struct ConsentBody {
    #[schema(value_type = String, format = "uuid")]
    id: RowId,
    purpose: Purpose,
    given: bool,
    policy_version: String,
    policy_sha256: String,
    language: String,
    #[schema(inline)]
    method: Method,
    #[schema(inline)]
    given_by: GivenBy,
    basis: Option<String>,
    #[serde(serialize_with = "instant::millis")]
    at: DateTime<Utc>,
}

impl From<Consent> for ConsentBody {
    fn from(consent: Consent) -> Self {
        let decision = consent.decision;
        let digits = decision.policy_hash.iter().flat_map(|byte| {
            [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0'))
        });
        Self {
            id: consent.id,
            purpose: decision.purpose,
            given: decision.given,
            policy_version: decision.policy,
            policy_sha256: digits.collect(),
            language: decision.language,
            method: decision.method,
            given_by: decision.given_by,
            basis: decision.basis,
            at: consent.at,
        }
    }
}

/// That an account will be erased, and what that means.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Erasure)]
pub struct ErasureBody {
    #[serde(serialize_with = "instant::millis")]
    asked_at: DateTime<Utc>,
    /// Until then the account can be kept.
    #[serde(serialize_with = "instant::millis")]
    erased_at: DateTime<Utc>,
    /// What goes, in plain words.
    goes: Vec<&'static str>,
    /// What stays, and why, in plain words.
    stays: Vec<&'static str>,
    /// The same by category: why, on what basis and until when.
    retained: Vec<RetainedBody>,
}

const NAME: &str = "Your name, your address, your password and every signed-in device.";
const CIRCLE: &str = "Your place in the circles of others, and the invitations to you.";
const DIARY: &str = "Your diary with its history, your notes, and who was let in.";

/// A category of data that stays.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = RetainedData)]
pub struct RetainedBody {
    category: RetainedCategory,
    /// What stays, and why, in plain words.
    why: &'static str,
    /// What allows it.
    legal_basis: &'static str,
    /// Until when, in plain words.
    until: &'static str,
}

impl From<RetainedCategory> for RetainedBody {
    fn from(category: RetainedCategory) -> Self {
        Self {
            category,
            why: category.words(),
            legal_basis: category.basis(),
            until: category.until(),
        }
    }
}

impl ErasureBody {
    /// The erasure of an account of this role.
    pub fn new(role: Role, erasure: Erasure) -> Self {
        let is_patient = role == Role::Patient;
        Self {
            asked_at: erasure.asked_at,
            erased_at: erasure.due_at,
            goes: if is_patient {
                vec![NAME, DIARY, CIRCLE]
            } else {
                vec![NAME, CIRCLE]
            },
            stays: RetainedCategory::ALL.map(RetainedCategory::words).to_vec(),
            retained: RetainedCategory::ALL.map(RetainedBody::from).into(),
        }
    }
}
