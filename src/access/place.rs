//! How a caller stands to a record.

use super::Standing;
use super::names::SealedName;
use super::record::Record;
use crate::platform::vault::{Sealed, WrappedKey};

/// How a caller stands to a record, and what opens it.
pub(super) struct Place {
    pub(super) record: Record,
    pub(super) standing: Standing,
    pub(super) sealed_key: Option<WrappedKey>,
    /// What the caller is called, as the author of what they write.
    pub(super) own_name: Option<SealedName>,
    /// What the caller calls the device.
    pub(super) own_device: Option<Sealed>,
    /// Whether the patient lets a person of level `summary` see flags.
    pub(super) may_see_flags: bool,
}
