use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::clinical::{Severity, SideEffectKind};
use crate::platform::ids::RecordId;

/// Something that may have come from a treatment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = SideEffectRecord)]
pub struct SideEffect {
    /// What it was.
    pub what: SideEffectKind,
    /// The same in words.
    pub description: Option<String>,
    /// The first day.
    pub began_on: NaiveDate,
    /// The last day; null while it goes on.
    pub ended_on: Option<NaiveDate>,
    /// How bad it was at its worst.
    pub severity: Severity,
    /// Which treatment it is thought to come from.
    pub suspected_treatment_id: Option<RecordId>,
    /// Whether it led to a hospital, to danger or to lasting harm.
    pub serious: bool,
    /// In the person's own words.
    pub note: Option<String>,
}
