//! Erasures, as they are shown.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::model::Erasure;
use super::retained::RetainedCategory;
use crate::access::Role;
use crate::platform::http::instant;

/// That an account will be erased, and what that means.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Erasure)]
pub struct ErasureResponse {
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
    retained: Vec<RetentionResponse>,
}

const NAME: &str = "Your name, your address, your password and every signed-in device.";

const CIRCLE: &str = "Your place in the circles of others, and the invitations to you.";

const DIARY: &str = "Your diary with its history, your notes, and who was let in.";

/// A category of data that stays.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = RetainedData)]
pub struct RetentionResponse {
    category: RetainedCategory,
    /// What stays, and why, in plain words.
    why: &'static str,
    /// What allows it.
    legal_basis: &'static str,
    /// Until when, in plain words.
    until: &'static str,
}

impl From<RetainedCategory> for RetentionResponse {
    fn from(category: RetainedCategory) -> Self {
        Self {
            category,
            why: category.words(),
            legal_basis: category.basis(),
            until: category.until(),
        }
    }
}

impl ErasureResponse {
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
            retained: RetainedCategory::ALL.map(RetentionResponse::from).into(),
        }
    }
}
