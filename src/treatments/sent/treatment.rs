use chrono::NaiveDate;
use serde::Deserialize;

use super::{NAME, NOTE, check_days, line, lines, reason};
use crate::clinical::{CellSource, CellType, Donor, TreatmentKind, is_atc};
use crate::platform::db::Day;
use crate::platform::faults::Faults;
use crate::platform::http::json::given;
use crate::platform::ids::RecordId;
use crate::platform::text;
use crate::treatments::model::{Cells, Treatment};

/// A treatment that a client sends.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddTreatment {
    /// Made by the client, so that it may send the same twice.
    pub id: RecordId,
    kind: TreatmentKind,
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
}

impl AddTreatment {
    /// The treatment, not later than `latest_day`.
    pub fn read(self, latest_day: NaiveDate) -> Result<Treatment, Faults> {
        let raw = Treatment {
            kind: self.kind,
            name: self.name,
            atc: self.atc,
            started_on: self.started_on.0,
            ended_on: self.ended_on.map(Into::into),
            dose: self.dose,
            schedule: self.schedule,
            in_trial: self.in_trial,
            trial_id: self.trial_id,
            note: self.note,
            cells: Cells {
                donor: self.donor,
                source: self.source,
                cell_type: self.cell_type,
                clinic: self.clinic,
            },
        };
        let mut faults = Faults::default();
        let treatment = checked(&mut faults, raw, latest_day);
        faults.or(treatment)
    }
}

/// What of a treatment is corrected. What is left out stays; null clears it. Its kind stays: a
/// treatment of another kind is another treatment.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[expect(
    clippy::option_option,
    reason = "left out and taken away are two things"
)]
#[serde(deny_unknown_fields)]
pub struct ChangeTreatment {
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = String, required = false, min_length = 1, max_length = 200)]
    name: Option<String>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, pattern = "^[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}$")]
    atc: Option<Option<String>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = NaiveDate, required = false)]
    started_on: Option<Day>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<NaiveDate>, example = "2026-11-02")]
    ended_on: Option<Option<Day>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 200)]
    dose: Option<Option<String>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 200)]
    schedule: Option<Option<String>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = bool, required = false)]
    in_trial: Option<bool>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 200)]
    trial_id: Option<Option<String>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    note: Option<Option<String>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Donor>)]
    donor: Option<Option<Donor>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<CellSource>)]
    source: Option<Option<CellSource>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<CellType>)]
    cell_type: Option<Option<CellType>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 200)]
    clinic: Option<Option<String>>,
    /// Why it is corrected; at most 500 characters.
    #[schema(max_length = 500)]
    change_reason: Option<String>,
}

impl ChangeTreatment {
    /// `current` with these corrections, and why.
    pub fn apply(
        self,
        current: Treatment,
        latest_day: NaiveDate,
    ) -> Result<(Treatment, Option<String>), Faults> {
        let raw = Treatment {
            kind: current.kind,
            name: self.name.unwrap_or(current.name),
            atc: self.atc.unwrap_or(current.atc),
            started_on: self.started_on.map_or(current.started_on, Into::into),
            ended_on: self
                .ended_on
                .map_or(current.ended_on, |day| day.map(Into::into)),
            dose: self.dose.unwrap_or(current.dose),
            schedule: self.schedule.unwrap_or(current.schedule),
            in_trial: self.in_trial.unwrap_or(current.in_trial),
            trial_id: self.trial_id.unwrap_or(current.trial_id),
            note: self.note.unwrap_or(current.note),
            cells: Cells {
                donor: self.donor.unwrap_or(current.cells.donor),
                source: self.source.unwrap_or(current.cells.source),
                cell_type: self.cell_type.unwrap_or(current.cells.cell_type),
                clinic: self.clinic.unwrap_or(current.cells.clinic),
            },
        };
        let mut faults = Faults::default();
        let treatment = checked(&mut faults, raw, latest_day);
        let reason = reason(&mut faults, "/change_reason", self.change_reason);
        faults.or((treatment, reason))
    }
}

fn checked(faults: &mut Faults, raw: Treatment, latest_day: NaiveDate) -> Treatment {
    let started = ("/started_on", raw.started_on);
    check_days(faults, started, raw.ended_on, latest_day);
    faults.require(
        raw.atc.as_deref().is_none_or(is_atc),
        "/atc",
        "invalid_value",
        "An ATC code has the form N07XX02.",
    );
    let trial_id = line(faults, "/trial_id", raw.trial_id, NAME);
    faults.require(
        raw.in_trial || trial_id.is_none(),
        "/trial_id",
        "not_in_trial",
        "Only what is part of a trial has the number of one.",
    );
    let cells = Cells {
        clinic: line(faults, "/clinic", raw.cells.clinic.clone(), NAME),
        ..raw.cells
    };
    Treatment {
        name: text::read_name(faults, "/name", &raw.name, NAME),
        dose: line(faults, "/dose", raw.dose, NAME),
        schedule: line(faults, "/schedule", raw.schedule, NAME),
        trial_id,
        note: lines(faults, "/note", raw.note, NOTE),
        cells: checked_cells(faults, raw.kind, cells),
        ..raw
    }
}

/// Of cell therapy each is known or `unknown`; of anything else there is none.
fn checked_cells(faults: &mut Faults, kind: TreatmentKind, cells: Cells) -> Cells {
    if kind == TreatmentKind::CellTherapy {
        return Cells {
            donor: cells.donor.or(Some(Donor::Unknown)),
            source: cells.source.or(Some(CellSource::Unknown)),
            cell_type: cells.cell_type.or(Some(CellType::Unknown)),
            clinic: cells.clinic,
        };
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
