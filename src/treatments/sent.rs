//! Records as clients send them, and what is checked before anything else sees them.

mod administration;
mod screening;
mod side_effect;
mod treatment;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use crate::platform::faults::Faults;
use crate::platform::text;

pub use administration::AddAdministration;
pub use screening::AddScreening;
pub use side_effect::{AddSideEffect, ChangeSideEffect};
pub use treatment::{AddTreatment, ChangeTreatment};

/// The longest note, in characters.
const NOTE: usize = 2_000;

/// The longest name, place or description, in characters.
const NAME: usize = 200;

/// The longest reason, in characters.
const REASON: usize = 500;

/// As for ratings: nobody was treated for this before.
const EARLIEST: i32 = 1990;

/// Why a record is removed.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VoidRecord {
    /// At most 500 characters.
    #[schema(max_length = 500, example = "entered twice")]
    reason: Option<String>,
}

impl VoidRecord {
    /// The reason, checked.
    pub fn read(self) -> Result<Option<String>, Faults> {
        let mut faults = Faults::default();
        let reason = reason(&mut faults, "/reason", self.reason);
        faults.or(reason)
    }
}

/// Why something is corrected or removed.
fn reason(faults: &mut Faults, pointer: &str, text: Option<String>) -> Option<String> {
    lines(faults, pointer, text, REASON)
}

/// Text with lines; an empty one is none.
fn lines(faults: &mut Faults, pointer: &str, text: Option<String>, most: usize) -> Option<String> {
    text.map(|text| text::read(faults, pointer, &text, most, true))
        .filter(|text| !text.is_empty())
}

/// Text on one line; an empty one is none.
fn line(faults: &mut Faults, pointer: &str, text: Option<String>, most: usize) -> Option<String> {
    let text = text.map(|text| text::read(faults, pointer, &text, most, false));
    text.map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
}

/// A day that has come somewhere on earth.
fn check_day(faults: &mut Faults, pointer: &str, day: NaiveDate, latest: NaiveDate) {
    faults.require(
        day <= latest,
        pointer,
        "date_in_future",
        "The day has not come anywhere on earth.",
    );
    faults.require(
        day.year() >= EARLIEST,
        pointer,
        "date_too_early",
        "The day is before 1990.",
    );
}

/// The first and the last day of something.
fn check_days(
    faults: &mut Faults,
    (first_pointer, first): (&str, NaiveDate),
    last: Option<NaiveDate>,
    latest: NaiveDate,
) {
    check_day(faults, first_pointer, first, latest);
    if let Some(last) = last {
        check_day(faults, "/ended_on", last, latest);
        faults.require(
            first <= last,
            "/ended_on",
            "ended_before_start",
            "It ended before it began.",
        );
    }
}
