use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::clinical::Milestone;

/// A milestone of the disease, and for how long it lasted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = MilestoneRecord)]
pub struct ReachedMilestone {
    /// Which.
    pub milestone: Milestone,
    /// The first day.
    pub reached_on: NaiveDate,
    /// The last day; null while it goes on.
    pub ended_on: Option<NaiveDate>,
    /// In the person's own words.
    pub note: Option<String>,
}
