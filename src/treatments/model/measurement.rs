use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::clinical::{Measurand, Posture};

/// One value of something that the scale lacks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = MeasurementRecord)]
pub struct Measurement {
    /// What was measured.
    pub measure: Measurand,
    /// How much, in the unit of the measure: `GET /v1/instruments/treatments` has them.
    #[schema(example = 81.0)]
    pub value: f64,
    /// On which day.
    pub measured_on: NaiveDate,
    /// How the person sat or lay; for lung function only.
    pub posture: Option<Posture>,
    /// With which device, or on which platform.
    #[schema(example = "hand-held spirometer")]
    pub device: Option<String>,
    /// By which assay; for a laboratory's only.
    pub assay: Option<String>,
    /// In the person's own words.
    pub note: Option<String>,
}
