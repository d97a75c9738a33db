use chrono::NaiveDate;
use serde::Deserialize;

use super::{NAME, NOTE, check_day, line, lines};
use crate::clinical::{Measurand, Posture};
use crate::platform::db::Day;
use crate::platform::faults::Faults;
use crate::treatments::model::{Content, Measurement, RecordKind};

/// A measured value, as a client sends it.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasurementRequest {
    #[expect(dead_code, reason = "it was read before, to know that it is this")]
    kind: RecordKind,
    measure: Measurand,
    /// In the unit and within the bounds of the measure.
    #[schema(example = 81.0)]
    value: f64,
    /// Not after today anywhere on earth.
    #[schema(value_type = NaiveDate, example = "2026-10-20")]
    measured_on: Day,
    /// For lung function only.
    posture: Option<Posture>,
    /// The device, or the platform.
    #[schema(max_length = 200, example = "hand-held spirometer")]
    device: Option<String>,
    /// For a laboratory's only.
    #[schema(max_length = 200)]
    assay: Option<String>,
    #[schema(max_length = 2000)]
    note: Option<String>,
    /// Why an earlier version is corrected; at most 500 characters.
    #[schema(max_length = 500)]
    change_reason: Option<String>,
}

impl MeasurementRequest {
    /// The measurement, not later than `latest_day`, and why it is corrected.
    pub(super) fn read(
        self,
        faults: &mut Faults,
        latest_day: NaiveDate,
    ) -> (Content, Option<String>) {
        check_day(faults, "/measured_on", self.measured_on.0, latest_day);
        let (measure, range) = (self.measure, self.measure.range());
        // Which measure it is cannot be told where its name was none.
        let mut require = |is_so, pointer, code, detail| {
            faults.require(is_so || faults.has("/measure"), pointer, code, detail);
        };
        require(
            (range.lowest..=range.highest).contains(&self.value),
            "/value",
            "out_of_range",
            "The value is outside the bounds of what is measured.",
        );
        require(
            self.posture.is_none() || measure.is_of_the_lungs(),
            "/posture",
            "lung_function_only",
            "A posture belongs to lung function.",
        );
        require(
            self.assay.is_none() || measure.is_of_a_laboratory(),
            "/assay",
            "laboratory_only",
            "An assay belongs to what a laboratory measured.",
        );
        let measurement = Measurement {
            measure,
            value: self.value,
            measured_on: self.measured_on.0,
            posture: self.posture,
            device: line(faults, "/device", self.device, NAME),
            assay: line(faults, "/assay", self.assay, NAME),
            note: lines(faults, "/note", self.note, NOTE),
        };
        (Content::Measurement(measurement), self.change_reason)
    }
}
