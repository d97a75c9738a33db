//! What the settings say of the product itself: who may keep a diary, and how long people have to think.

use chrono::TimeDelta;

use crate::platform::config::{Settings, Switch};

/// The settings that the slices ask for.
#[derive(Debug, Clone)]
pub struct Product {
    /// From which age on a person may keep a diary.
    pub minimum_age: u16,
    /// Whether trends carry flags.
    pub flags: bool,
    /// Whether codes are handed out that are known from their neighbours alone.
    pub inferred_codes: bool,
    /// How long a person who asks to be erased may think it over.
    pub erasure_after: TimeDelta,
    /// How long a trustee waits after asking.
    pub trustee_waits: TimeDelta,
    /// How long a trustee cannot ask again after the patient said no.
    pub trustee_pause: TimeDelta,
    /// After how many months of silence patient and trustee are told.
    pub inactivity_months: Option<u16>,
}

impl From<&Settings> for Product {
    fn from(settings: &Settings) -> Self {
        Self {
            minimum_age: settings.minimum_age,
            flags: settings.flags == Switch::On,
            inferred_codes: settings.inferred_codes == Switch::On,
            erasure_after: TimeDelta::days(settings.erasure_days.into()),
            trustee_waits: TimeDelta::days(settings.trustee_days.into()),
            trustee_pause: TimeDelta::days(settings.trustee_pause_days.into()),
            inactivity_months: settings.inactivity_months.0,
        }
    }
}
