use chrono::NaiveDate;
use serde::Deserialize;

use super::{NOTE, check_days, lines};
use crate::clinical::Milestone;
use crate::platform::db::Day;
use crate::platform::faults::Faults;
use crate::treatments::model::{Content, ReachedMilestone, RecordKind};

/// A milestone, as a client sends it.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MilestoneRequest {
    #[expect(dead_code, reason = "it was read before, to know that it is this")]
    kind: RecordKind,
    milestone: Milestone,
    /// Not after today anywhere on earth.
    #[schema(value_type = NaiveDate, example = "2026-10-20")]
    reached_on: Day,
    /// Left out while it goes on.
    #[schema(value_type = Option<NaiveDate>)]
    ended_on: Option<Day>,
    #[schema(max_length = 2000)]
    note: Option<String>,
    /// Why an earlier version is corrected; at most 500 characters.
    #[schema(max_length = 500)]
    change_reason: Option<String>,
}

impl MilestoneRequest {
    /// The milestone, not later than `latest_day`, and why it is corrected.
    pub(super) fn read(
        self,
        faults: &mut Faults,
        latest_day: NaiveDate,
    ) -> (Content, Option<String>) {
        let (reached, ended) = (self.reached_on.0, self.ended_on.map(Into::into));
        check_days(faults, ("/reached_on", reached), ended, latest_day);
        let milestone = ReachedMilestone {
            milestone: self.milestone,
            reached_on: reached,
            ended_on: ended,
            note: lines(faults, "/note", self.note, NOTE),
        };
        (Content::Milestone(milestone), self.change_reason)
    }
}
