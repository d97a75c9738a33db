//! What is sent about a person.

use serde::Deserialize;
use utoipa::ToSchema;

use super::model;
use crate::access::Role;
use crate::platform::faults::Faults;

/// The roles that sign up by themselves: clinicians and admins are made by the operator.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum OpenRole {
    /// Keeps a diary.
    Patient,
    /// Is let into the diaries of others.
    Caregiver,
}

impl From<OpenRole> for Role {
    fn from(role: OpenRole) -> Self {
        match role {
            OpenRole::Patient => Self::Patient,
            OpenRole::Caregiver => Self::Caregiver,
        }
    }
}

/// Reads the language that was chosen, if any.
pub(super) fn read_locale(faults: &mut Faults, tag: Option<&str>) -> Option<String> {
    tag.map(|tag| model::read_locale(faults, tag))
}
