//! Days and weeks as text, without the detour through `fmt`: the trend of four years has two
//! thousand of them.

use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};

use super::Week;

/// Writes a day as `NaiveDate` does, for `#[serde(serialize_with = "…")]`.
pub fn write_day<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    match digits(day.year()).zip(digits(day.month()).zip(digits(day.day()))) {
        Some(([y1, y2, y3, y4], ([m1, m2], [d1, d2]))) => {
            write(&[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2], serializer)
        }
        None => day.serialize(serializer),
    }
}

/// As it is displayed.
impl Serialize for Week {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let iso = self.monday().iso_week();
        match digits(iso.year()).zip(digits(iso.week())) {
            Some(([y1, y2, y3, y4], [w1, w2])) => {
                write(&[y1, y2, y3, y4, b'-', b'W', w1, w2], serializer)
            }
            None => serializer.collect_str(self),
        }
    }
}

fn write<S: Serializer>(ascii: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(std::str::from_utf8(ascii).unwrap_or_default())
}

/// The decimal digits of a number that has `N` of them at the most.
fn digits<const N: usize>(number: impl TryInto<u32>) -> Option<[u8; N]> {
    let mut left = number.try_into().ok()?;
    let mut digits = [b'0'; N];
    for digit in digits.iter_mut().rev() {
        *digit += u8::try_from(left % 10).ok()?;
        left /= 10;
    }
    (left == 0).then_some(digits)
}
