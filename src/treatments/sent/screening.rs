use chrono::NaiveDate;
use serde::Deserialize;

use super::{NAME, NOTE, check_day, line, lines};
use crate::platform::db::Day;
use crate::platform::faults::Faults;
use crate::platform::ids::RecordId;
use crate::treatments::model::{Findings, Screening};

/// What was looked for before cells were given, as a client sends it.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddScreening {
    /// Made by the client, so that it may send the same twice.
    pub id: RecordId,
    /// Not after today anywhere on earth.
    #[schema(value_type = NaiveDate, example = "2026-05-02")]
    screened_on: Day,
    /// Who looked.
    #[schema(max_length = 200, example = "the day clinic")]
    screened_by: Option<String>,
    findings: Findings,
    #[schema(max_length = 2000)]
    note: Option<String>,
}

impl AddScreening {
    /// The screening, before `treatment`, not later than `latest_day`.
    pub fn read(self, treatment: RecordId, latest_day: NaiveDate) -> Result<Screening, Faults> {
        let mut faults = Faults::default();
        check_day(&mut faults, "/screened_on", self.screened_on.0, latest_day);
        let screening = Screening {
            treatment_id: treatment,
            screened_on: self.screened_on.0,
            screened_by: line(&mut faults, "/screened_by", self.screened_by, NAME),
            findings: self.findings,
            note: lines(&mut faults, "/note", self.note, NOTE),
        };
        faults.or(screening)
    }
}
