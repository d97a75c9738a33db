//! Stretches without decline, and what may be a reversal: facts with their dates.
//!
//! Definitions: `docs/clinical-sources.md`, after Bedlack et al. 2016 (Neurology 86:808, PMC4793781):
//! of 3,132 people in trials 25 % did not decline over half a year; fewer than 1 % ever gained 4 points
//! that lasted a year. Neither says that a treatment did it.

use chrono::NaiveDate;
use serde::Serialize;

use super::Point;

/// From this many days without decline on it is a plateau.
const PLATEAU_DAYS: i64 = 180;

/// A gain of so many points is beyond the noise of one person.
const REVERSAL_POINTS: f64 = 4.0;

/// A gain that lasts for so long is a reversal.
const REVERSAL_DAYS: i64 = 365;

/// A stretch of half a year or more whose last total is not below its first.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Plateau {
    /// The day of its first complete entry.
    pub from: NaiveDate,
    /// The day of its last complete entry.
    pub to: NaiveDate,
    /// The days between them, 180 or more.
    #[schema(minimum = 180, example = 203)]
    pub days: i64,
    /// The last total less the first, 0 or more.
    #[schema(minimum = 0, example = 0.0)]
    pub change: f64,
}

/// A gain of 4 points or more over an earlier total that lasted a year: rare, and worth a second look
/// at what was entered.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Reversal {
    /// The day of the lower total.
    pub low_on: NaiveDate,
    /// That total.
    #[schema(example = 30.0)]
    pub low: f64,
    /// The day from which on every total was 4 points or more above it.
    pub from: NaiveDate,
    /// The last day on which it was.
    pub to: NaiveDate,
}

/// The plateaus of these points in their order, the longest first where they overlap: none shares a
/// day with another. Points need not be in order.
#[must_use]
pub fn plateaus(points: &[Point]) -> Vec<Plateau> {
    let mut found = Vec::new();
    collect(&in_order(points), &mut found);
    found
}

fn collect(points: &[Point], found: &mut Vec<Plateau>) {
    let Some((first, last)) = longest(points) else {
        return;
    };
    let (Some(start), Some(end)) = (points.get(first), points.get(last)) else {
        return;
    };
    collect(points.get(..first).unwrap_or_default(), found);
    found.push(Plateau {
        from: start.day,
        to: end.day,
        days: (end.day - start.day).num_days(),
        change: end.value - start.value,
    });
    collect(points.get(last + 1..).unwrap_or_default(), found);
}

/// Where the longest one begins and ends, the earliest of several.
fn longest(points: &[Point]) -> Option<(usize, usize)> {
    let mut longest = None;
    let mut most = PLATEAU_DAYS - 1;
    for (first, start) in points.iter().enumerate() {
        let end = points
            .iter()
            .enumerate()
            .skip(first)
            .rev()
            .take_while(|(_, end)| (end.day - start.day).num_days() > most)
            .find(|(_, end)| end.value >= start.value);
        if let Some((last, end)) = end {
            most = (end.day - start.day).num_days();
            longest = Some((first, last));
        }
    }
    longest
}

/// The first possible reversal of these points, which need not be in order.
#[must_use]
pub fn reversal(points: &[Point]) -> Option<Reversal> {
    let points = in_order(points);
    let mut low = *points.first()?;
    for (place, start) in points.iter().enumerate() {
        let later = points.get(place..).unwrap_or_default();
        let held = later
            .iter()
            .take_while(|point| point.value >= low.value + REVERSAL_POINTS)
            .last();
        if let Some(end) = held
            && (end.day - start.day).num_days() >= REVERSAL_DAYS
        {
            return Some(Reversal {
                low_on: low.day,
                low: low.value,
                from: start.day,
                to: end.day,
            });
        }
        if start.value < low.value {
            low = *start;
        }
    }
    None
}

fn in_order(points: &[Point]) -> Vec<Point> {
    let mut points = points.to_vec();
    points.sort_by_key(|point| point.day);
    points
}
