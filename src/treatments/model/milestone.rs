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

impl ReachedMilestone {
    /// Whether it is a tube by which the person was fed on `day`.
    pub fn is_tube_on(&self, day: NaiveDate) -> bool {
        self.milestone.is_feeding_tube()
            && self.reached_on <= day
            && self.ended_on.is_none_or(|end| day <= end)
    }
}
