//! Civil days: ten bytes, in requests and in SQLite alike.

use chrono::NaiveDate;
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::pg::{Pg, PgValue};
use diesel::sql_types::{Date, Text};
use diesel::sqlite::Sqlite;
use serde::Deserialize;

/// A civil day, read from exactly `YYYY-MM-DD`: chrono's own parser takes signs, spaces and line feeds
/// beside it, and as long as the rest of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromSqlRow, Deserialize)]
#[diesel(sql_type = Date)]
#[serde(try_from = "String")]
pub struct Day(pub NaiveDate);

/// Refusal of a text that is no day of the calendar, or is written in another way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a day is written YYYY-MM-DD")]
pub struct NotADay;

impl TryFrom<String> for Day {
    type Error = NotADay;

    fn try_from(text: String) -> Result<Self, NotADay> {
        read(text.as_bytes()).map(Self).ok_or(NotADay)
    }
}

impl From<Day> for NaiveDate {
    fn from(Day(day): Day) -> Self {
        day
    }
}

impl FromSql<Date, Pg> for Day {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        <NaiveDate as FromSql<Date, Pg>>::from_sql(value).map(Self)
    }
}

impl FromSql<Date, Sqlite> for Day {
    fn from_sql(value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let text = <String as FromSql<Text, Sqlite>>::from_sql(value)?;
        read(text.as_bytes())
            .map(Self)
            .ok_or_else(|| NotADay.into())
    }
}

/// Reads `YYYY-MM-DD`.
fn read(text: &[u8]) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else {
        return None;
    };
    let year = number(&[y1, y2, y3, y4])?;
    NaiveDate::from_ymd_opt(
        i32::try_from(year).ok()?,
        number(&[m1, m2])?,
        number(&[d1, d2])?,
    )
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |number, digit| {
        let digit = char::from(*digit).to_digit(10)?;
        Some(number * 10 + digit)
    })
}
