use chrono::NaiveDate;
use serde::Deserialize;

use super::{NAME, NOTE, check_day, line, lines};
use crate::platform::db::Day;
use crate::platform::faults::Faults;
use crate::platform::ids::RecordId;
use crate::treatments::model::{Content, Findings, RecordKind, Screening};

/// What was looked for before cells were given, as a client sends it.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScreeningRequest {
    #[expect(dead_code, reason = "it was read before, to know that it is this")]
    kind: RecordKind,
    /// A cell therapy of this patient.
    treatment_id: RecordId,
    /// Not after today anywhere on earth.
    #[schema(value_type = NaiveDate, example = "2026-05-02")]
    screened_on: Day,
    /// Who looked.
    #[schema(max_length = 200, example = "the day clinic")]
    screened_by: Option<String>,
    findings: Findings,
    #[schema(max_length = 2000)]
    note: Option<String>,
    /// Why an earlier version is corrected; at most 500 characters.
    #[schema(max_length = 500)]
    change_reason: Option<String>,
}

impl ScreeningRequest {
    /// The screening, not later than `latest_day`, and why it is corrected.
    pub(super) fn read(
        self,
        faults: &mut Faults,
        latest_day: NaiveDate,
    ) -> (Content, Option<String>) {
        check_day(faults, "/screened_on", self.screened_on.0, latest_day);
        let screening = Screening {
            treatment_id: self.treatment_id,
            screened_on: self.screened_on.0,
            screened_by: line(faults, "/screened_by", self.screened_by, NAME),
            findings: self.findings,
            note: lines(faults, "/note", self.note, NOTE),
        };
        (Content::Screening(screening), self.change_reason)
    }
}
