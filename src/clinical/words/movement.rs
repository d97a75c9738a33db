//! How a score moved: the ends of its line and its pace, which agree with each other or one of them is
//! left out.

use chrono::NaiveDate;
use serde::Serialize;

use super::plain::{beginning, counted, pace_decimals, points};
use super::{Fact, ScoreArea, Side, Voice};
use crate::clinical::slope::round;
use crate::clinical::{SLOPE_DECIMALS, Slope, months_between};

/// Ends and pace of one line differ by no more than this, for they are rounded.
const ROUNDING: f64 = 0.2;

/// A slope smaller than this is that of ratings which are all the same.
const LEVEL: f64 = 0.000_5;

const SET_APART: &str = ", not counting the change in who answered or in the form";

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
    let Some(ci95) = slope.ci95 else {
        let is_level = slope.steps.is_empty() && from == to && rate.abs() < LEVEL;
        return Some(if is_level {
            Fact::AlwaysTheSame(movement)
        } else {
            Fact::OnALine(movement)
        });
    };

    let agree = (last.value - first.value - rate * months).abs() <= ROUNDING;
    let turns = (to > from && rate < 0.0) || (to < from && rate > 0.0);
    if turns || (!agree && !slope.steps.is_empty()) {
        (movement.from, movement.to) = (None, None);
    }
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

/// A pace, and how finely it is told.
#[derive(Clone, Copy)]
struct Pace {
    per_month: f64,
    ci95: [f64; 2],
    decimals: i32,
}

impl Movement {
    fn pace(&self) -> Option<Pace> {
        let (per_month, ci95) = self.per_month.zip(self.per_month_ci95)?;
        Some(Pace {
            per_month,
            ci95,
            decimals: pace_decimals(self.first_day, self.last_day),
        })
    }

    /// `Between 27 May and 18 November (23 ratings), before it began,`.
    fn stretch(&self, voice: Voice<'_>) -> String {
        let days = beginning(&voice.between(self.first_day, self.last_day));
        let ratings = counted(self.ratings, "rating");
        let side = self.side.map_or("", Side::aside);
        format!("{days} ({ratings}){side}")
    }

    pub(super) fn clear(&self, verb: &str, voice: Voice<'_>) -> String {
        let (stretch, score, of) = (self.stretch(voice), self.score.name(), self.of);
        let ends = match self.from.zip(self.to) {
            Some((from, to)) if from == to => format!(" by less than 1 point, near {from} of {of}"),
            Some((from, to)) => format!(" from about {from} to about {to} of {of}"),
            None => String::new(),
        };
        let pace = self.pace().map_or_else(String::new, |pace| {
            let pace = format!("{}{}", pace.about(), pace.likely());
            if ends.is_empty() {
                format!(" by {pace}{SET_APART}")
            } else {
                format!(", {pace}")
            }
        });
        format!("{stretch} {score} {verb}{ends}{pace}.")
    }

    pub(super) fn unclear(&self, voice: Voice<'_>) -> String {
        let (stretch, score, of) = (self.stretch(voice), self.score.name(), self.of);
        let ends = match self.from.zip(self.to) {
            Some((from, to)) if from == to => {
                format!(": about {from} of {of} at first and at the end")
            }
            Some((from, to)) => format!(": about {from} of {of} at first, about {to} at the end"),
            None => String::from(SET_APART),
        };
        let total = self.score == ScoreArea::Total;
        let possible = self.pace().filter(|_| total).map(Pace::possible);
        let possible = possible.map_or_else(String::new, |possible| format!(". {possible}"));
        format!("{stretch} {score} shows no clear change{ends}{possible}.")
    }

    pub(super) fn level(&self, voice: Voice<'_>) -> String {
        let (stretch, score, of) = (self.stretch(voice), self.score.name(), self.of);
        let points = self.from.unwrap_or_default();
        format!("{stretch} {score} was {points} of {of} every time.")
    }

    pub(super) fn on_a_line(&self, voice: Voice<'_>) -> String {
        let (stretch, went) = (self.stretch(voice), self.went());
        format!("{stretch} {went}. How certain a pace would be cannot be said from these ratings.")
    }

    fn went(&self) -> String {
        let (score, of) = (self.score.name(), self.of);
        match self.from.zip(self.to) {
            Some((from, to)) => format!("{score} was {from} of {of} at first and {to} at the end"),
            None => format!("{score} was rated"),
        }
    }

    pub(super) fn too_few(&self, voice: Voice<'_>) -> String {
        let (stretch, went) = (self.stretch(voice), self.went());
        format!("{stretch} {went}. That is too little to tell a change from ups and downs.")
    }

    pub(super) fn one(&self, voice: Voice<'_>) -> String {
        let (score, of, day) = (self.score.name(), self.of, voice.day(self.first_day));
        let side = self.side.map_or("", Side::aside).trim_end_matches(',');
        let points = self.from.map_or_else(
            || String::from("was rated"),
            |from| format!("was {from} of {of}"),
        );
        format!("{} {points} on {day}{side} (1 rating).", beginning(&score))
    }
}

impl Side {
    pub(super) const fn aside(self) -> &'static str {
        match self {
            Self::Before => ", before it began,",
            Self::After => ", after it began,",
        }
    }
}

impl Pace {
    fn told(self, number: f64) -> f64 {
        round(number.abs(), self.decimals)
    }

    /// What is smaller is not told as a number.
    fn finest(self) -> f64 {
        10_f64.powi(-self.decimals)
    }

    fn about(self) -> String {
        if self.per_month.abs() < self.finest() {
            format!("less than {} points a month", self.finest())
        } else {
            format!("about {} a month", points(self.told(self.per_month)))
        }
    }

    /// Of an interval that does not hold 0.
    fn likely(self) -> String {
        let [one, other] = self.ci95.map(|end| self.told(end));
        let (slower, faster) = (one.min(other), one.max(other));
        if faster == 0.0 {
            String::new()
        } else if slower == 0.0 {
            format!(" (likely no more than {faster})")
        } else if slower < faster {
            format!(" (likely between {slower} and {faster})")
        } else {
            format!(" (likely within {} of that)", self.finest())
        }
    }

    /// Of an interval that holds 0.
    fn possible(self) -> String {
        let [low, high] = self.ci95.map(|end| self.told(end));
        let (fall, rise) = (
            format!("a fall of up to {} a month", points(low)),
            format!("a rise of up to {} a month", points(high)),
        );
        match (low == 0.0, high == 0.0) {
            (true, true) => format!("Any change is less than {} points a month", self.finest()),
            (false, true) => format!("This could be no change, or {fall}"),
            (true, false) => format!("This could be no change, or {rise}"),
            (false, false) => format!("This could be no change, {fall}, or {rise}"),
        }
    }
}
