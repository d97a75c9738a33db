//! A trend, as it is shown.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::flags::FlagShown;
use super::markers::Marker;
use super::window::{Adherence, Window};
use crate::clinical::{
    CuttingForm, Domain, KingsStage, Sentence, SinceOnset, Slope, Stages, Subscores, Week,
    write_day,
};
use crate::diary::Respondent;
use crate::platform::ids::PatientId;

/// What the weeks add up to.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct Trend {
    pub(super) patient_id: PatientId,
    /// Today, where the patient is.
    pub(super) as_of: NaiveDate,
    pub(super) window: Window,
    pub(super) adherence: Adherence,
    /// The last recorded week, inside the window or before it; null for an empty diary.
    pub(super) latest: Option<Latest>,
    /// One for each recorded week of the window, oldest first.
    pub(super) points: Vec<TrendPoint>,
    /// What the clinic rated in the window, apart from the diary: no line counts it.
    pub(super) clinic_ratings: Vec<ClinicPoint>,
    /// Of the complete scores of the window.
    pub(super) slopes: Slopes,
    /// The average since the symptoms began; null without that day, or within the first month.
    pub(super) since_onset: Option<SinceOnset>,
    /// How many weeks each kind of respondent answered.
    #[schema(value_type = std::collections::BTreeMap<String, u32>, example = json!({"self": 20, "caregiver_proxy": 3}))]
    pub(super) respondents: BTreeMap<Respondent, u32>,
    /// Treatments, devices and side effects that began or ended in the window, in their order.
    pub(super) markers: Vec<Marker>,
    /// What the ALS team should hear of. Information, never a diagnosis.
    pub(super) flags: Vec<FlagShown>,
    /// The same in plain words for its reader, the most important first.
    pub(super) summary: Vec<Sentence>,
}

/// The last recorded week.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = LatestWeek)]
pub(super) struct Latest {
    pub(super) week: Week,
    pub(super) assessed_on: NaiveDate,
    /// Null unless all twelve items were answered.
    #[schema(maximum = 48)]
    pub(super) total: Option<u8>,
    pub(super) subscores: Subscores,
    pub(super) stages: Stages,
}

/// One recorded week: null is a score without all its items, or a stage that missing answers leave open.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct TrendPoint {
    pub(super) week: Week,
    #[serde(serialize_with = "write_day")]
    pub(super) assessed_on: NaiveDate,
    pub(super) respondent: Respondent,
    /// The form of item 5 that was answered.
    pub(super) form: CuttingForm,
    /// Whether all twelve items were answered.
    pub(super) complete: bool,
    /// Whether more than words was changed since; left out where single answers are hidden.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = bool, required = false)]
    pub(super) revised: Option<bool>,
    #[schema(maximum = 48, example = 38)]
    pub(super) total: Option<u8>,
    #[serde(flatten)]
    pub(super) subscores: Subscores,
    pub(super) kings: Option<KingsStage>,
    #[schema(maximum = 4)]
    pub(super) mitos: Option<u8>,
    #[schema(maximum = 4)]
    pub(super) ft9: Option<u8>,
}

/// A rating of the clinic, as a point has a week.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct ClinicPoint {
    #[serde(serialize_with = "write_day")]
    pub(super) assessed_on: NaiveDate,
    pub(super) respondent: Respondent,
    pub(super) form: CuttingForm,
    #[schema(maximum = 48, example = 37)]
    pub(super) total: Option<u8>,
    #[serde(flatten)]
    pub(super) subscores: Subscores,
}

/// The slope of the total, 0 to 48, and of the four domains, 0 to 12 each.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct Slopes {
    pub(super) total: Slope,
    pub(super) bulbar: Slope,
    pub(super) fine_motor: Slope,
    pub(super) gross_motor: Slope,
    pub(super) respiratory: Slope,
}

impl Slopes {
    /// Those of the domains, in their order.
    pub(super) fn by_domain(&self) -> Vec<(Domain, Slope)> {
        [
            (Domain::Bulbar, &self.bulbar),
            (Domain::FineMotor, &self.fine_motor),
            (Domain::GrossMotor, &self.gross_motor),
            (Domain::Respiratory, &self.respiratory),
        ]
        .map(|(domain, slope)| (domain, slope.clone()))
        .into()
    }
}
