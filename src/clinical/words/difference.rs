//! How far the pace after lies from the pace before.

use chrono::NaiveDate;
use serde::Serialize;

use super::plain::{beginning, counted, pace_decimals, signed};
use super::{Fact, ScoreArea, Voice};
use crate::clinical::slope::round;
use crate::clinical::{Comparison, NoDifference, Slope, months_between};

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
    fn rests_on(&self, voice: Voice<'_>) -> String {
        format!(
            "{} ({} before, {} after)",
            beginning(&voice.between(self.first_day, self.last_day)),
            counted(self.ratings_before, "rating"),
            self.ratings_after
        )
    }

    fn interval(&self) -> String {
        let range = |[low, high]: [f64; 2]| format!("{} and {}", signed(low), signed(high));
        self.per_month_ci95.map_or_else(String::new, range)
    }

    pub(super) fn clear(&self, voice: Voice<'_>) -> String {
        format!(
            "{} the pace of {} after, less the pace before, is about {} points a month (likely between \
             {}).",
            self.rests_on(voice),
            self.score.name(),
            signed(self.per_month.unwrap_or_default()),
            self.interval()
        )
    }

    pub(super) fn unclear(&self, voice: Voice<'_>) -> String {
        let possible = match self.per_month_ci95 {
            Some([low, high]) if low < high => format!(
                "it could be anything between {} points a month, so there may be none",
                self.interval()
            ),
            _ => String::from("any difference is too small to be told"),
        };
        format!(
            "{} no clear difference is seen in the pace of {}: {possible}.",
            self.rests_on(voice),
            self.score.name()
        )
    }

    pub(super) fn unknown(&self, voice: Voice<'_>) -> String {
        format!(
            "{} how far the paces of {} lie apart cannot be said: the ratings of one side are too regular \
             to tell how certain it would be.",
            self.rests_on(voice),
            self.score.name()
        )
    }

    pub(super) fn at_the_end(&self, voice: Voice<'_>) -> String {
        format!(
            "{} many ratings of {} lie at 0 or at {}. There a curve does not show all that changes, with \
             the treatment or without it, so no difference is told.",
            self.rests_on(voice),
            self.score.name(),
            self.score.of()
        )
    }
}
