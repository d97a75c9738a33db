//! How a score moved: the ends of its line and its pace, which agree with each other or one of them is
//! left out.

use chrono::NaiveDate;
use serde::Serialize;

use super::plain::pace_decimals;
use super::{Fact, ScoreArea, Side};
use crate::clinical::slope::round;
use crate::clinical::{SLOPE_DECIMALS, Slope, months_between};
use crate::words::Places;

/// Ends and pace of one line differ by no more than this, for they are rounded.
const ROUNDING: f64 = 0.2;

/// A slope smaller than this is that of ratings which are all the same.
const LEVEL: f64 = 0.000_5;

/// How a score moved over the ratings of a stretch.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Movement {
    /// Of what.
    pub score: ScoreArea,
    /// Before or after a treatment began; absent in a trend.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// The day of the first rating.
    pub first_day: NaiveDate,
    /// The day of the last rating.
    pub last_day: NaiveDate,
    /// How many ratings it rests on.
    pub ratings: usize,
    /// The score on the first day, of the line where there is one; absent where a change of rater or form
    /// lies between.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<u8>,
    /// The score on the last day; absent as above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<u8>,
    /// The highest score there is.
    pub of: u8,
    /// Points a month; absent where no pace is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_month: Option<f64>,
    /// Its 95 % interval, never outside the scale within the stretch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_month_ci95: Option<[f64; 2]>,
}

/// What a slope says; `None` without one.
pub(in crate::clinical) fn seen(
    score: ScoreArea,
    side: Option<Side>,
    slope: &Slope,
) -> Option<Fact> {
    let ([first, last], rate) = slope.ends.zip(slope.points_per_month)?;
    let months = months_between(first.day, last.day);
    let [from, to] = [first.value, last.value].map(|value| whole(value, score));
    let mut movement = Movement {
        score,
        side,
        first_day: first.day,
        last_day: last.day,
        ratings: slope.n,
        from: Some(from),
        to: Some(to),
        of: score.of(),
        per_month: None,
        per_month_ci95: None,
    };
    let agree = (last.value - first.value - rate * months).abs() <= ROUNDING;
    let turns = (to > from && rate < 0.0) || (to < from && rate > 0.0);
    if turns || (!agree && !slope.steps.is_empty()) {
        (movement.from, movement.to) = (None, None);
    }
    let Some(ci95) = slope.ci95 else {
        if rate.abs() >= LEVEL {
            return Some(Fact::OnALine(movement));
        }
        if slope.steps.iter().any(|step| step.points.abs() >= LEVEL) {
            (movement.from, movement.to) = (None, None);
        }
        return Some(Fact::AlwaysTheSame(movement));
    };
    let room = [first.value, f64::from(score.of()) - first.value].map(|points| points / months);
    let told = ci95.map(|pace| within(pace, room));
    if (agree || !slope.steps.is_empty()) && holds_zero(told) == holds_zero(ci95) {
        movement.per_month = Some(within(rate, room));
        movement.per_month_ci95 = Some(told);
    }
    Some(match ci95 {
        [_, high] if high < 0.0 => Fact::Fell(movement),
        [low, _] if low > 0.0 => Fact::Rose(movement),
        _ => Fact::NoClearChange(movement),
    })
}

fn holds_zero([low, high]: [f64; 2]) -> bool {
    low <= 0.0 && high >= 0.0
}

/// To a whole point of the scale.
fn whole(value: f64, score: ScoreArea) -> u8 {
    (0..=score.of())
        .rev()
        .find(|whole| f64::from(*whole) - 0.5 <= value)
        .unwrap_or_default()
}

/// A pace with which the scale is not left below or above.
fn within(pace: f64, [below, above]: [f64; 2]) -> f64 {
    let room = if pace < 0.0 { below } else { above }.max(0.0);
    let scale = 10_f64.powi(SLOPE_DECIMALS);
    let most = (room * scale).floor() / scale;
    round(pace.abs(), SLOPE_DECIMALS).min(most).copysign(pace) + 0.0
}

impl Movement {
    pub(super) fn tell(&self, places: &mut Places<'_>) {
        let ends = match self.from.zip(self.to) {
            None => "none",
            Some((from, to)) if from == to => "near",
            Some(_) => "both",
        };
        places.set("ends", ends);
        let Some((pace, ends)) = self.per_month.zip(self.per_month_ci95) else {
            places.set("pace", "none");
            places.set("possible", "untold");
            return;
        };
        let decimals = pace_decimals(self.first_day, self.last_day);
        let told = |number: f64| round(number.abs(), decimals);
        // What is smaller is not told as a number.
        let finest = 10_f64.powi(-decimals);
        let is_small = pace.abs() < finest;
        places.set("pace", if is_small { "small" } else { "told" });
        places.set("points", told(pace));
        places.set("finest", finest);
        self.likely(ends.map(told), places);
    }

    /// An interval that leaves 0 out is told by its ends, and one that holds 0 by what is possible.
    fn likely(&self, [low, high]: [f64; 2], places: &mut Places<'_>) {
        let (slower, faster) = (low.min(high), low.max(high));
        let likely = match (slower == 0.0, faster == 0.0) {
            (_, true) => "none",
            (true, false) => "most",
            (false, false) if slower < faster => "between",
            (false, false) => "within",
        };
        let possible = match (low == 0.0, high == 0.0) {
            _ if self.score != ScoreArea::Total => "untold",
            (true, true) => "none",
            (false, true) => "fall",
            (true, false) => "rise",
            (false, false) => "both",
        };
        for (name, told) in [("likely", likely), ("possible", possible)] {
            places.set(name, told);
        }
        let numbers = [
            ("slower", slower),
            ("faster", faster),
            ("fall", low),
            ("rise", high),
        ];
        for (name, number) in numbers {
            places.set(name, number);
        }
    }
}
