//! A trend, as it is shown.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::markers::Marker;
use super::window::{Adherence, Window};
use crate::clinical::{Flag, KingsStage, SinceOnset, Slope, Stages, Subscores, Week, write_day};
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
    /// The total, 0 to 48, of the complete weeks.
    pub(super) total: Series,
    /// The four domains, 0 to 12 each.
    pub(super) domains: Domains,
    /// The average since the symptoms began; null without that day, or within the first month.
    pub(super) since_onset: Option<SinceOnset>,
    /// The stages of each recorded week; null where missing answers leave them open.
    pub(super) stages: Vec<WeekStages>,
    /// How many weeks each kind of respondent answered.
    #[schema(value_type = std::collections::BTreeMap<String, u32>, example = json!({"self": 20, "caregiver_proxy": 3}))]
    pub(super) respondents: BTreeMap<Respondent, u32>,
    /// Treatments, devices and side effects that began or ended in the window, in their order.
    pub(super) markers: Vec<Marker>,
    /// What the ALS team should hear of. Information, never a diagnosis.
    pub(super) flags: Vec<Flag>,
    /// The same in plain words.
    #[schema(example = json!(["Over the last 26 weeks the total fell from 38 to 34, about 0.9 points a month (likely between 0.7 and 1.1)."]))]
    pub(super) summary: Vec<String>,
}

/// The last recorded week.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct Latest {
    pub(super) week: Week,
    pub(super) assessed_on: NaiveDate,
    /// Null unless all twelve items were answered.
    #[schema(maximum = 48)]
    pub(super) total: Option<u8>,
    pub(super) subscores: Subscores,
    pub(super) stages: Stages,
}

/// A score over the weeks.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct Series {
    /// One for each week in which it is complete, oldest first.
    pub(super) points: Vec<SeriesPoint>,
    pub(super) slope: Slope,
}

/// A score in one week.
#[derive(Debug, Clone, Copy, Serialize, utoipa::ToSchema)]
pub(super) struct SeriesPoint {
    pub(super) week: Week,
    #[serde(serialize_with = "write_day")]
    pub(super) assessed_on: NaiveDate,
    #[schema(maximum = 48, example = 38)]
    pub(super) value: u8,
}

/// The four domains.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct Domains {
    pub(super) bulbar: Series,
    pub(super) fine_motor: Series,
    pub(super) gross_motor: Series,
    pub(super) respiratory: Series,
}

/// The stages of one week.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct WeekStages {
    pub(super) week: Week,
    pub(super) kings: Option<KingsStage>,
    #[schema(maximum = 4)]
    pub(super) mitos: Option<u8>,
    #[schema(maximum = 4)]
    pub(super) ft9: Option<u8>,
}
