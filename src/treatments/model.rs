//! Dated records beside the weeks, of several kinds that are kept in one way: treatments and what belongs
//! to them, measurements, milestones.

mod administration;
mod clinic_rating;
mod measurement;
mod milestone;
mod screening;
mod side_effect;
mod treatment;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::audit::Action;
use crate::platform::db::stored_as_code;
use crate::platform::ids::RecordId;
use crate::versions::Version;

pub use administration::{Administration, Amount};
pub use clinic_rating::ClinicRating;
pub use measurement::Measurement;
pub use milestone::ReachedMilestone;
pub use screening::{Findings, Screening};
pub use side_effect::SideEffect;
pub use treatment::{Cells, Treatment};

/// What a record is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// Something that is tried.
    Treatment,
    /// A day on which a treatment was given.
    Administration,
    /// What was looked for before cells are given.
    Screening,
    /// Something that may have come from a treatment.
    SideEffect,
    /// A value of something that the scale lacks.
    Measurement,
    /// A milestone of the disease.
    Milestone,
    /// A rating of the clinic.
    ClinicRating,
}

stored_as_code!(RecordKind {
    Treatment = 1,
    Administration = 2,
    Screening = 3,
    SideEffect = 4,
    Measurement = 5,
    Milestone = 6,
    ClinicRating = 7,
});

impl RecordKind {
    /// How many there may be: of a treatment for what belongs to one, else of a patient.
    pub fn most(self) -> i64 {
        match self {
            Self::Treatment => 500,
            Self::Administration | Self::SideEffect | Self::Measurement | Self::ClinicRating => {
                2_000
            }
            Self::Screening | Self::Milestone => 200,
        }
    }

    /// Whether each belongs to one treatment, and is there no longer than it.
    pub fn is_of_a_treatment(self) -> bool {
        matches!(self, Self::Administration | Self::Screening)
    }

    /// What the audit calls a new one, a correction and a removal.
    pub fn actions(self) -> [Action; 3] {
        use Action::{
            AdministrationRecorded, AdministrationRevised, AdministrationVoided,
            ClinicRatingRecorded, ClinicRatingRevised, ClinicRatingVoided, MeasurementRecorded,
            MeasurementRevised, MeasurementVoided, MilestoneRecorded, MilestoneRevised,
            MilestoneVoided, ScreeningRecorded, ScreeningRevised, ScreeningVoided,
            SideEffectRecorded, SideEffectRevised, SideEffectVoided, TreatmentRecorded,
            TreatmentRevised, TreatmentVoided,
        };
        match self {
            Self::Treatment => [TreatmentRecorded, TreatmentRevised, TreatmentVoided],
            Self::Administration => [
                AdministrationRecorded,
                AdministrationRevised,
                AdministrationVoided,
            ],
            Self::Screening => [ScreeningRecorded, ScreeningRevised, ScreeningVoided],
            Self::SideEffect => [SideEffectRecorded, SideEffectRevised, SideEffectVoided],
            Self::Measurement => [MeasurementRecorded, MeasurementRevised, MeasurementVoided],
            Self::Milestone => [MilestoneRecorded, MilestoneRevised, MilestoneVoided],
            Self::ClinicRating => [
                ClinicRatingRecorded,
                ClinicRatingRevised,
                ClinicRatingVoided,
            ],
        }
    }
}

/// What a record says.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
#[serde(untagged)]
#[schema(as = RecordContent)]
pub enum Content {
    /// A treatment.
    Treatment(Treatment),
    /// A day on which one was given.
    Administration(Administration),
    /// A screening before cell therapy.
    Screening(Screening),
    /// A side effect.
    SideEffect(SideEffect),
    /// A measurement.
    Measurement(Measurement),
    /// A milestone.
    Milestone(ReachedMilestone),
    /// A rating of the clinic.
    #[schema(value_type = clinic_rating::Stored)]
    ClinicRating(ClinicRating),
}

/// A version of a record.
pub type Record = Version<Content>;

impl Content {
    /// What `kind` of record these bytes say.
    pub fn read(kind: RecordKind, json: &[u8]) -> Result<Self, serde_json::Error> {
        match kind {
            RecordKind::Treatment => serde_json::from_slice(json).map(Self::Treatment),
            RecordKind::Administration => serde_json::from_slice(json).map(Self::Administration),
            RecordKind::Screening => serde_json::from_slice(json).map(Self::Screening),
            RecordKind::SideEffect => serde_json::from_slice(json).map(Self::SideEffect),
            RecordKind::Measurement => serde_json::from_slice(json).map(Self::Measurement),
            RecordKind::Milestone => serde_json::from_slice(json).map(Self::Milestone),
            RecordKind::ClinicRating => serde_json::from_slice(json).map(Self::ClinicRating),
        }
    }

    /// The day it happened on, or began, and the last one: none while it goes on.
    pub fn days(&self) -> (NaiveDate, Option<NaiveDate>) {
        match self {
            Self::Treatment(treatment) => (treatment.started_on, treatment.ended_on),
            Self::Administration(given) => (given.day, Some(given.day)),
            Self::Screening(screening) => (screening.screened_on, Some(screening.screened_on)),
            Self::SideEffect(effect) => (effect.began_on, effect.ended_on),
            Self::Measurement(measurement) => {
                (measurement.measured_on, Some(measurement.measured_on))
            }
            Self::Milestone(milestone) => (milestone.reached_on, milestone.ended_on),
            Self::ClinicRating(rating) => (rating.0.assessed_on, Some(rating.0.assessed_on)),
        }
    }

    /// Whether it says that the person was fed by a tube on `day`.
    pub fn is_tube_on(&self, day: NaiveDate) -> bool {
        matches!(self, Self::Milestone(milestone) if milestone.is_tube_on(day))
    }

    /// Of which treatment it is, or which one is suspected.
    pub fn treatment(&self) -> Option<RecordId> {
        match self {
            Self::Treatment(_)
            | Self::Measurement(_)
            | Self::Milestone(_)
            | Self::ClinicRating(_) => None,
            Self::Administration(given) => Some(given.treatment_id),
            Self::Screening(screening) => Some(screening.treatment_id),
            Self::SideEffect(effect) => effect.suspected_treatment_id,
        }
    }
}
