//! What is sent about a person.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::access::Role;
use crate::platform::faults::Faults;
use crate::platform::text;

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

const LONGEST_DEVICE_NAME: usize = 100;

/// Reads what the person calls the device, if they said.
pub(super) fn read_device_name(faults: &mut Faults, name: Option<String>) -> Option<String> {
    name.map(|name| text::read_name(faults, "/device_name", &name, LONGEST_DEVICE_NAME))
}
