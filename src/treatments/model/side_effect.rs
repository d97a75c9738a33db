use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Content, Kept};
use crate::audit::Action;
use crate::clinical::{Severity, SideEffectKind};
use crate::platform::ids::RecordId;

/// Something that may have come from a treatment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = SideEffectContent)]
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
    /// Which treatment somebody thinks it came from.
    pub suspected_treatment_id: Option<RecordId>,
    /// Whether it led to a hospital, to danger or to lasting harm.
    pub serious: bool,
    /// In the person's own words.
    pub note: Option<String>,
}

impl Content for SideEffect {
    const KEPT: Kept = Kept {
        code: 4,
        most: 2_000,
        recorded: Action::SideEffectRecorded,
        revised: Action::SideEffectRevised,
        voided: Action::SideEffectVoided,
    };

    fn began_on(&self) -> NaiveDate {
        self.began_on
    }

    fn ended_on(&self) -> Option<NaiveDate> {
        self.ended_on
    }

    fn treatment(&self) -> Option<RecordId> {
        self.suspected_treatment_id
    }
}
