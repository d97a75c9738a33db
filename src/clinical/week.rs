//! The civil week: the key of a diary entry.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};
use serde::Deserialize;

/// The years a written week may name.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2999;

/// One ISO 8601 week of civil days, Monday to Sunday, written `2026-W47`.
///
/// Arithmetic stops at the ends of the calendar of `chrono`, 260,000 years away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Week {
    monday: NaiveDate,
}

/// Refusal of a text that is no week: not exactly `YYYY-Www`, a year outside 1900 to 2999, or a
/// week that its ISO year does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a week is written YYYY-Www, and its year has that week")]
pub struct WeekRefused;

impl Week {
    /// The week in which a civil day lies.
    pub fn of(day: NaiveDate) -> Self {
        let into_week = Days::new(day.weekday().num_days_from_monday().into());
        Self {
            monday: day.checked_sub_days(into_week).unwrap_or(NaiveDate::MIN),
        }
    }

    /// Whether a civil day lies in this week.
    pub fn contains(self, day: NaiveDate) -> bool {
        Self::of(day) == self
    }

    /// Its first day.
    pub const fn monday(self) -> NaiveDate {
        self.monday
    }

    /// Its last day.
    pub fn sunday(self) -> NaiveDate {
        self.monday
            .checked_add_days(Days::new(6))
            .unwrap_or(NaiveDate::MAX)
    }

    /// The week after.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus(1)
    }

    /// The week before.
    #[must_use]
    pub fn previous(self) -> Self {
        self.plus(-1)
    }

    /// The week so many weeks later; earlier, when `weeks` is negative.
    #[must_use]
    pub fn plus(self, weeks: i32) -> Self {
        let end = if weeks < 0 {
            NaiveDate::MIN
        } else {
            NaiveDate::MAX
        };
        let shift = TimeDelta::weeks(weeks.into());
        Self::of(self.monday.checked_add_signed(shift).unwrap_or(end))
    }

    /// How many weeks this one comes after `earlier`; negative when it comes before.
    pub fn weeks_since(self, earlier: Self) -> i32 {
        (self.monday.num_days_from_ce() - earlier.monday.num_days_from_ce()) / 7
    }

    /// The week as one number, `year * 100 + week`, such as 202647: how it is stored.
    pub fn number(self) -> i32 {
        let iso = self.monday.iso_week();
        iso.year() * 100 + i32::try_from(iso.week()).unwrap_or(0)
    }

    /// The week of such a number, or none where there is no such week in 1900 to 2999.
    pub fn from_number(number: i32) -> Option<Self> {
        let year = number.div_euclid(100);
        let week = u32::try_from(number.rem_euclid(100)).ok()?;
        if !YEARS.contains(&year) {
            return None;
        }
        NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).map(|monday| Self { monday })
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let iso = self.monday.iso_week();
        write!(f, "{:04}-W{:02}", iso.year(), iso.week())
    }
}

impl FromStr for Week {
    type Err = WeekRefused;

    fn from_str(text: &str) -> Result<Self, WeekRefused> {
        let &[y1, y2, y3, y4, b'-', b'W', w1, w2] = text.as_bytes() else {
            return Err(WeekRefused);
        };
        [y1, y2, y3, y4, w1, w2]
            .into_iter()
            .try_fold(0, |number, byte| {
                byte.is_ascii_digit()
                    .then(|| number * 10 + i32::from(byte - b'0'))
            })
            .and_then(Self::from_number)
            .ok_or(WeekRefused)
    }
}

impl TryFrom<String> for Week {
    type Error = WeekRefused;

    fn try_from(text: String) -> Result<Self, WeekRefused> {
        text.parse()
    }
}

impl utoipa::PartialSchema for Week {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::Type::String)
            .description(Some(
                "An ISO 8601 week of the civil day, never of UTC; 1900 to 2999",
            ))
            .pattern(Some("^(19|2[0-9])[0-9]{2}-W(0[1-9]|[1-4][0-9]|5[0-3])$"))
            .examples(["2026-W47"])
            .into()
    }
}

impl utoipa::ToSchema for Week {}
