//! Stretches without decline, and what may be a reversal: facts with their dates.
//!
//! Definitions: `docs/clinical-sources.md`, "Plateaus", after Bedlack et al. 2016 (Neurology 86:808,
//! PMC4793781) and Vasta et al. 2020. Neither says that a treatment did it.

use chrono::NaiveDate;
use serde::Serialize;

use super::months::day_number;
use super::slope::count;
use super::{DAYS_PER_MONTH, Point, Scale};

/// From this many days without decline on it is a plateau.
const PLATEAU_DAYS: i64 = 180;

/// Fewer ratings do not show that nothing was lost.
const FEWEST_RATINGS: usize = 8;

/// A loss of less than this a month does not count: 0.15 points in half a year. Without it three true
/// standstills in a hundred more would be missed (`docs/clinical-sources.md`, "Plateaus").
const LEVEL: f64 = 0.025;

/// So many at either end are compared by their means: single weeks decide nothing.
const AT_AN_END: usize = 4;

/// A gain of so many points is beyond the noise of one person.
const REVERSAL_POINTS: f64 = 4.0;

/// A low that held for so long was more than one bad week.
const LOW_DAYS: i64 = 14;

/// A gain that lasts for so long is a reversal.
const REVERSAL_DAYS: i64 = 365;

/// A stretch of half a year or more whose slope is level or rises, and whose last four totals are on
/// average not below its first four, all rated in the same way.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Plateau {
    /// The day of its first complete entry.
    pub from: NaiveDate,
    /// The day of its last complete entry.
    pub to: NaiveDate,
    /// The days between them, 180 or more.
    #[schema(minimum = 180, example = 203)]
    pub days: i64,
    /// How many ratings it rests on, 8 or more.
    #[schema(minimum = 8, example = 27)]
    pub n: usize,
    /// The mean of its last four totals less the mean of its first four, 0 or more.
    #[schema(minimum = 0, example = 0.25)]
    pub change: f64,
}

/// A gain of 4 points or more over an earlier low that had held in two entries, and that lasted a year:
/// rare, and worth a second look at what was entered.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Reversal {
    /// The day from which on the low held.
    pub low_on: NaiveDate,
    /// The higher of the totals that made it.
    #[schema(example = 30.0)]
    pub low: f64,
    /// The day from which on every total was 4 points or more above it.
    pub from: NaiveDate,
    /// The last day on which it was.
    pub to: NaiveDate,
}

/// The plateaus of these totals in their order, the longest first where they overlap: none shares a day
/// with another. Points need not be in order.
pub fn plateaus(points: &[Point]) -> Vec<Plateau> {
    let mut found: Vec<Plateau> = by_group(points)
        .iter()
        .flat_map(|group| without_decline(group))
        .collect();
    found.sort_by_key(|plateau| (-plateau.days, plateau.from));
    let mut apart: Vec<Plateau> = Vec::new();
    for plateau in found {
        let overlaps = |other: &Plateau| plateau.from <= other.to && other.from <= plateau.to;
        if !apart.iter().any(overlaps) {
            apart.push(plateau);
        }
    }
    apart.sort_by_key(|plateau| plateau.from);
    apart
}

/// The longest plateau from each point on, where there is one.
fn without_decline(points: &[Point]) -> Vec<Plateau> {
    (0..points.len())
        .filter_map(|first| longest(points.get(first..)?))
        .collect()
}

/// The longest plateau that begins with the first of these points.
fn longest(points: &[Point]) -> Option<Plateau> {
    let first = points.first()?;
    let mut sums = Sums::default();
    let mut longest = None;
    for (place, last) in points.iter().enumerate() {
        let days = (last.day - first.day).num_days();
        sums.add(day_number(last.day) - day_number(first.day), last.value);
        if days >= PLATEAU_DAYS && !sums.fall() && !sums.is_at_floor() {
            longest = plateau(points.get(..=place)?).or(longest);
        }
    }
    longest
}

/// These points as a plateau, unless they are too few or their ends fall.
fn plateau(points: &[Point]) -> Option<Plateau> {
    let (first, last) = (points.first()?, points.last()?);
    let mean = |points: &[Point]| -> f64 {
        points.iter().map(|point| point.value).sum::<f64>() / count(AT_AN_END)
    };
    let change = mean(points.last_chunk::<AT_AN_END>()?) - mean(points.first_chunk::<AT_AN_END>()?);
    (change >= 0.0 && points.len() >= FEWEST_RATINGS).then_some(Plateau {
        from: first.day,
        to: last.day,
        days: (last.day - first.day).num_days(),
        n: points.len(),
        change,
    })
}

/// What a least-squares slope follows from, and how often nothing was left to lose.
#[derive(Default)]
struct Sums {
    n: f64,
    at_floor: f64,
    x: f64,
    y: f64,
    xx: f64,
    xy: f64,
}

impl Sums {
    fn add(&mut self, x: f64, y: f64) {
        self.n += 1.0;
        self.at_floor += f64::from(u8::from(y <= Scale::TOTAL.lowest));
        self.x += x;
        self.y += y;
        self.xx += x * x;
        self.xy += x * y;
    }

    /// Whether the slope is below level. A month is 30.4375 days.
    fn fall(&self) -> bool {
        let sxx = self.n * self.xx - self.x * self.x;
        self.n * self.xy - self.x * self.y < -LEVEL / DAYS_PER_MONTH * sxx
    }

    /// Whether a fifth or more are 0.
    fn is_at_floor(&self) -> bool {
        self.at_floor * 5.0 >= self.n
    }
}

/// The first possible reversal of these totals, which need not be in order.
pub fn reversal(points: &[Point]) -> Option<Reversal> {
    let found = by_group(points);
    let reversals = found.iter().filter_map(|group| reversal_of(group));
    reversals.min_by_key(|reversal| reversal.from)
}

fn reversal_of(points: &[Point]) -> Option<Reversal> {
    let mut low: Option<(NaiveDate, f64)> = None;
    for (place, start) in points.iter().enumerate() {
        if let Some((low_on, low)) = low {
            let later = points.get(place..).unwrap_or_default();
            let above = |point: &&Point| point.value >= low + REVERSAL_POINTS;
            let end = later.iter().take_while(above).last();
            if let Some(end) = end.filter(|end| (end.day - start.day).num_days() >= REVERSAL_DAYS) {
                return Some(Reversal {
                    low_on,
                    low,
                    from: start.day,
                    to: end.day,
                });
            }
        }
        let held = held_until(points.get(..=place).unwrap_or_default());
        low = lower(low, held);
    }
    None
}

/// What the last of these points and those before it held for two weeks: since when, and the highest of
/// them.
fn held_until(points: &[Point]) -> Option<(NaiveDate, f64)> {
    let last = points.last()?;
    let mut highest = last.value;
    for point in points.iter().rev().skip(1) {
        highest = highest.max(point.value);
        if (last.day - point.day).num_days() >= LOW_DAYS {
            return Some((point.day, highest));
        }
    }
    None
}

fn lower(
    known: Option<(NaiveDate, f64)>,
    held: Option<(NaiveDate, f64)>,
) -> Option<(NaiveDate, f64)> {
    match (known, held) {
        (Some(known), Some(held)) if held.1 < known.1 => Some(held),
        (None, held) => held,
        (known, _) => known,
    }
}

/// The points of each group of raters by themselves, in the order of their days: a change of who rates is
/// a step, and neither a standstill nor a gain.
fn by_group(points: &[Point]) -> Vec<Vec<Point>> {
    let mut ordered = points.to_vec();
    ordered.sort_by_key(|point| point.day);
    let mut groups: Vec<Vec<Point>> = Vec::new();
    for point in ordered {
        let of_same = |group: &&mut Vec<Point>| {
            group
                .first()
                .is_some_and(|first| first.group == point.group)
        };
        match groups.iter_mut().find(of_same) {
            Some(group) => group.push(point),
            None => groups.push(vec![point]),
        }
    }
    groups
}
