//! How far the pace after lies from the pace before.

use chrono::NaiveDate;
use serde::Serialize;

use super::plain::pace_decimals;
use super::{Fact, ScoreArea, Voice};
use crate::clinical::slope::round;
use crate::clinical::{Comparison, NoDifference, Slope, months_between};
use crate::words::Places;

/// Two paces of one score, and the difference between them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Apart {
    /// Of what.
    pub score: ScoreArea,
    /// The day of the first rating before.
    pub first_day: NaiveDate,
    /// The day of the last rating after.
    pub last_day: NaiveDate,
    /// How many ratings before it rests on.
    pub ratings_before: usize,
    /// How many ratings after.
    pub ratings_after: usize,
    /// The pace after less the pace before, in points a month: that of the paces as they are told; absent where none is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_month: Option<f64>,
    /// Its 95 % interval, never more than the scale has room for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_month_ci95: Option<[f64; 2]>,
}

/// What a comparison says; `None` where there are too few ratings for one.
pub(in crate::clinical) fn difference(score: ScoreArea, compared: &Comparison) -> Option<Fact> {
    let Comparison { before, after, .. } = compared;
    let (from, to) = before.ends.zip(after.ends)?;
    let mut apart = Apart {
        score,
        first_day: from[0].day,
        last_day: to[1].day,
        ratings_before: before.n,
        ratings_after: after.n,
        per_month: None,
        per_month_ci95: None,
    };
    match compared.reason {
        Some(NoDifference::AtTheEndOfTheScale) => return Some(Fact::AtTheEndOfTheScale(apart)),
        Some(NoDifference::TooFewRatings) => return None,
        None => {}
    }
    let exact = compared.difference?;
    let (Some(ci95), Some((shown, decimals))) = (exact.ci95, shown(before, after)) else {
        return Some(Fact::DifferenceUnknown(apart));
    };
    let room = room(score, before) + room(score, after);
    let [low, high] = ci95.map(|pace| round(pace.clamp(-room, room), decimals));
    let (low, high) = (low.min(shown), high.max(shown));
    apart.per_month_ci95 = Some([low, high]);
    apart.per_month = Some(shown);
    Some(if low > 0.0 {
        Fact::DifferenceUp(apart)
    } else if high < 0.0 {
        Fact::DifferenceDown(apart)
    } else {
        Fact::NoClearDifference(apart)
    })
}

/// The difference of the paces as they are told, and its decimals.
fn shown(before: &Slope, after: &Slope) -> Option<(f64, i32)> {
    let told = |slope: &Slope| {
        let [first, last] = slope.ends?;
        let decimals = pace_decimals(first.day, last.day);
        Some((round(slope.points_per_month?, decimals), decimals))
    };
    let ((before, one), (after, other)) = told(before).zip(told(after))?;
    let decimals = one.max(other);
    Some((round(after - before, decimals), decimals))
}

/// The fastest pace with which a stretch does not leave the scale.
fn room(score: ScoreArea, slope: &Slope) -> f64 {
    let months = slope
        .ends
        .map_or(1.0, |[first, last]| months_between(first.day, last.day));
    f64::from(score.of()) / months
}

impl Apart {
    pub(super) fn tell(&self, voice: Voice<'_>, places: &mut Places<'_>) {
        let signed = |number| voice.language.signed(number);
        let [low, high] = self.per_month_ci95.unwrap_or_default();
        places.set("apart", if low < high { "told" } else { "small" });
        places.set("per_month", signed(self.per_month.unwrap_or_default()));
        places.set("low", signed(low));
        places.set("high", signed(high));
        places.set("of", self.score.of());
    }
}
