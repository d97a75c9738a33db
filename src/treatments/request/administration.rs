use chrono::NaiveDate;
use serde::Deserialize;

use super::{NAME, NOTE, check_day, line, lines};
use crate::clinical::{AmountUnit, Anaesthesia, Imaging, Route};
use crate::platform::db::Day;
use crate::platform::faults::Faults;
use crate::platform::ids::RecordId;
use crate::treatments::model::{Administration, Amount, Content, RecordKind};

/// A day on which a treatment was given, as a client sends it.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdministrationRequest {
    #[expect(dead_code, reason = "it was read before, to know that it is this")]
    kind: RecordKind,
    /// A treatment of this patient.
    treatment_id: RecordId,
    /// While the treatment was used, and not after today anywhere on earth.
    #[schema(value_type = NaiveDate, example = "2026-05-12")]
    day: Day,
    route: Route,
    amount: Option<Amount>,
    imaging_guidance: Option<Imaging>,
    anaesthesia: Option<Anaesthesia>,
    #[schema(max_length = 200, example = "the day clinic")]
    place: Option<String>,
    #[schema(max_length = 2000)]
    note: Option<String>,
    /// Why an earlier version is corrected; at most 500 characters.
    #[schema(max_length = 500)]
    change_reason: Option<String>,
}

/// More than was ever given at once.
const MOST_MILLIGRAMS: f64 = 1e6;
const MOST_CELLS: f64 = 1e12;

impl AdministrationRequest {
    /// The day, not later than `latest_day`, and why it is corrected.
    pub(super) fn read(
        self,
        faults: &mut Faults,
        latest_day: NaiveDate,
    ) -> (Content, Option<String>) {
        check_day(faults, "/day", self.day.0, latest_day);
        if let Some(Amount { value, unit }) = self.amount {
            let most = match unit {
                AmountUnit::Mg => MOST_MILLIGRAMS,
                AmountUnit::Cells => MOST_CELLS,
            };
            faults.require(
                value > 0.0 && value <= most,
                "/amount/value",
                "invalid_value",
                "An amount is above 0, and no more than is ever given.",
            );
        }
        let administration = Administration {
            treatment_id: self.treatment_id,
            day: self.day.0,
            route: self.route,
            amount: self.amount,
            imaging_guidance: self.imaging_guidance,
            anaesthesia: self.anaesthesia,
            place: line(faults, "/place", self.place, NAME),
            note: lines(faults, "/note", self.note, NOTE),
        };
        (Content::Administration(administration), self.change_reason)
    }
}
