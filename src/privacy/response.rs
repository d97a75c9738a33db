//! Erasures, as they are shown.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::model::Erasure;
use super::retained::Retained;
use crate::access::Role;
use crate::platform::http::instant;
use crate::platform::words::Language;

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
    retained: Vec<Retained>,
}

impl ErasureResponse {
    /// The erasure of an account of this role.
    pub fn new(role: Role, erasure: Erasure, language: Language) -> Self {
        let goes: &[&str] = if role == Role::Patient {
            &["goes-name", "goes-diary", "goes-circle"]
        } else {
            &["goes-name", "goes-circle"]
        };
        let retained = Retained::all(language);
        Self {
            asked_at: erasure.asked_at,
            erased_at: erasure.due_at,
            goes: goes.iter().map(|id| language.text(id)).collect(),
            stays: retained.iter().map(|kept| kept.why).collect(),
            retained: retained.into(),
        }
    }
}
