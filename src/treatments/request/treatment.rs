use chrono::NaiveDate;
use serde::Deserialize;

use super::{NAME, NOTE, check_days, line, lines};
use crate::clinical::{CellSource, CellType, Donor, TreatmentKind, is_atc};
use crate::platform::db::Day;
use crate::platform::faults::Faults;
use crate::platform::text;
use crate::treatments::model::{Cells, Content, RecordKind, Treatment};

/// A treatment that a client sends.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TreatmentRequest {
    #[expect(dead_code, reason = "it was read before, to know that it is this")]
    kind: RecordKind,
    treatment_kind: TreatmentKind,
    /// What it is called; the vocabulary has the usual medicines.
    #[schema(min_length = 1, max_length = 200, example = "riluzole")]
    name: String,
    /// The ATC code, where it is known; never guessed.
    #[schema(pattern = "^[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}$", example = "N07XX02")]
    atc: Option<String>,
    /// Not after today anywhere on earth.
    #[schema(value_type = NaiveDate, example = "2026-03-02")]
    started_on: Day,
    /// Left out while it goes on.
    #[schema(value_type = Option<NaiveDate>)]
    ended_on: Option<Day>,
    #[schema(max_length = 200, example = "50 mg")]
    dose: Option<String>,
    #[schema(max_length = 200, example = "twice a day")]
    schedule: Option<String>,
    #[serde(default)]
    in_trial: bool,
    /// Only of what is part of a trial.
    #[schema(max_length = 200, example = "NCT01363401")]
    trial_id: Option<String>,
    #[schema(max_length = 2000)]
    note: Option<String>,
    /// Only of cell therapy [default: unknown]
    donor: Option<Donor>,
    /// Only of cell therapy [default: unknown]
    source: Option<CellSource>,
    /// Only of cell therapy [default: unknown]
    cell_type: Option<CellType>,
    #[schema(max_length = 200)]
    clinic: Option<String>,
    /// Why an earlier version is corrected; at most 500 characters.
    #[schema(max_length = 500)]
    change_reason: Option<String>,
}

impl TreatmentRequest {
    /// The treatment, not later than `latest_day`, and why it is corrected.
    pub(super) fn read(
        self,
        faults: &mut Faults,
        latest_day: NaiveDate,
    ) -> (Content, Option<String>) {
        let (started, ended) = (self.started_on.0, self.ended_on.map(Into::into));
        check_days(faults, ("/started_on", started), ended, latest_day);
        faults.require(
            self.atc.as_deref().is_none_or(is_atc),
            "/atc",
            "invalid_value",
            "An ATC code has the form N07XX02.",
        );
        let trial_id = line(faults, "/trial_id", self.trial_id, NAME);
        faults.require(
            self.in_trial || trial_id.is_none() || faults.has("/in_trial"),
            "/trial_id",
            "not_in_trial",
            "Only what is part of a trial has the number of one.",
        );
        let cells = Cells {
            donor: self.donor,
            source: self.source,
            cell_type: self.cell_type,
            clinic: line(faults, "/clinic", self.clinic, NAME),
        };
        let treatment = Treatment {
            treatment_kind: self.treatment_kind,
            name: text::read_name(faults, "/name", &self.name, NAME),
            atc: self.atc,
            started_on: started,
            ended_on: ended,
            dose: line(faults, "/dose", self.dose, NAME),
            schedule: line(faults, "/schedule", self.schedule, NAME),
            in_trial: self.in_trial,
            trial_id,
            note: lines(faults, "/note", self.note, NOTE),
            cells: checked_cells(faults, self.treatment_kind, cells),
        };
        (Content::Treatment(treatment), self.change_reason)
    }
}

/// Of cell therapy each is known or `unknown`; no other treatment has them.
fn checked_cells(faults: &mut Faults, kind: TreatmentKind, cells: Cells) -> Cells {
    if kind == TreatmentKind::CellTherapy {
        return Cells {
            donor: cells.donor.or(Some(Donor::Unknown)),
            source: cells.source.or(Some(CellSource::Unknown)),
            cell_type: cells.cell_type.or(Some(CellType::Unknown)),
            clinic: cells.clinic,
        };
    }
    if faults.has("/treatment_kind") {
        return cells;
    }
    let said = [
        ("/donor", cells.donor.is_some()),
        ("/source", cells.source.is_some()),
        ("/cell_type", cells.cell_type.is_some()),
    ];
    for (pointer, said) in said {
        faults.require(
            !said,
            pointer,
            "cell_therapy_only",
            "This is asked of cell therapy only.",
        );
    }
    cells
}
