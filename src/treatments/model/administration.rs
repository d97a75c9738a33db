use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::clinical::{AmountUnit, Anaesthesia, Imaging, Route};
use crate::platform::ids::RecordId;

/// A day on which a treatment was given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = AdministrationRecord)]
pub struct Administration {
    /// Which treatment.
    pub treatment_id: RecordId,
    /// On which day.
    pub day: NaiveDate,
    /// How.
    pub route: Route,
    /// How much; null where it is not known.
    pub amount: Option<Amount>,
    /// What guided the needle; null where it is not known.
    pub imaging_guidance: Option<Imaging>,
    /// How pain was kept away; null where it is not known.
    pub anaesthesia: Option<Anaesthesia>,
    /// Where.
    pub place: Option<String>,
    /// In the person's own words.
    pub note: Option<String>,
}

/// An amount of what was given.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// How many, above 0.
    #[schema(example = 60_000_000.0, exclusive_minimum = 0)]
    pub value: f64,
    /// Of what.
    pub unit: AmountUnit,
}
