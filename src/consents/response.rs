//! Consents, as they are shown.

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use serde::Serialize;

use super::model::{Consent, GivenBy, Method, Purpose};
use crate::platform::http::instant;
use crate::platform::ids::RowId;

/// A consent that was given or taken back.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Consent)]
pub struct ConsentResponse {
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

impl From<Consent> for ConsentResponse {
    fn from(consent: Consent) -> Self {
        let decision = consent.decision;
        Self {
            id: consent.id,
            purpose: decision.purpose,
            given: decision.given,
            policy_version: decision.policy,
            policy_sha256: HEXLOWER.encode(&decision.policy_hash),
            language: decision.language,
            method: decision.method,
            given_by: decision.given_by,
            basis: decision.basis,
            at: consent.at,
        }
    }
}
