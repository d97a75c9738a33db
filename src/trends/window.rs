//! Which weeks a trend looks at, and how many of them were recorded.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::clinical::{Point, SLOPE_DECIMALS, Scale, Slope, Week};
use crate::diary::RatedWeek;

/// How many weeks to look back: 4 to 520, or all there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(super) enum Span {
    Weeks(i32),
    All,
}

impl Default for Span {
    fn default() -> Self {
        Self::Weeks(26)
    }
}

impl TryFrom<String> for Span {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, &'static str> {
        if text == "all" {
            return Ok(Self::All);
        }
        match text.parse() {
            Ok(weeks) if (4..=520).contains(&weeks) && !text.starts_with('+') => {
                Ok(Self::Weeks(weeks))
            }
            _ => Err("weeks is 4 to 520, or all"),
        }
    }
}

/// The weeks that a trend looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = TrendWindow)]
pub(super) struct Window {
    pub(super) from: Week,
    pub(super) to: Week,
    pub(super) weeks: i32,
    /// Whether it becomes longer week by week, because it is all there is.
    #[serde(skip)]
    #[schema(ignore)]
    grows: bool,
}

impl Window {
    /// Up to the week of `today`, or of an entry that was recorded further east.
    pub(super) fn new(span: Span, today: NaiveDate, history: &[RatedWeek]) -> Self {
        let ends = history.first().zip(history.last());
        Self::between(
            span,
            today,
            ends.map(|(first, last)| (first.week, last.week)),
        )
    }

    /// The same of a diary with these first and last weeks.
    pub(super) fn between(span: Span, today: NaiveDate, ends: Option<(Week, Week)>) -> Self {
        let this_week = Week::of(today);
        let to = ends.map_or(this_week, |(_, last)| last.max(this_week));
        let from = match span {
            Span::Weeks(weeks) => to.plus(1 - weeks),
            Span::All => ends.map_or(to, |(first, _)| first),
        };
        let weeks = to.weeks_since(from) + 1;
        Self {
            from,
            to,
            weeks,
            grows: span == Span::All,
        }
    }

    /// The slopes of these points, rounded. Of a window that is too short to hold a slope ever, nothing
    /// is asked for.
    pub(super) fn slopes<const N: usize>(&self, scores: [(&[Point], Scale); N]) -> [Slope; N] {
        let longest = (self.to.sunday() - self.from.monday()).num_days();
        let is_over = longest < Slope::SHORTEST_SPAN_DAYS && !self.grows;
        Slope::of_each(scores).map(|slope| {
            let slope = slope.rounded(SLOPE_DECIMALS);
            if is_over { slope.that_is_over() } else { slope }
        })
    }

    pub(super) fn contains(&self, week: Week) -> bool {
        (self.from..=self.to).contains(&week)
    }
}

/// How regularly the diary was kept in the window.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, utoipa::ToSchema)]
pub(super) struct Adherence {
    /// Weeks since the diary began, as far as they lie in the window; the current week once it is recorded. Of a diary
    /// that was closed they end with the last one that was recorded: those since were never due.
    #[schema(example = 26)]
    pub(super) expected: i32,
    /// Weeks among them that were recorded.
    #[schema(example = 23)]
    pub(super) recorded: i32,
    /// `recorded / expected`, to three decimals; null where nothing was expected yet.
    #[schema(example = 0.885)]
    ratio: Option<f64>,
    /// Weeks recorded in a row up to now, or to the end of a diary that was closed; the current week does not break it
    /// before it is over.
    #[schema(example = 5)]
    pub(super) streak: i32,
    /// The last recorded week.
    last_recorded: Option<Week>,
    /// How many days ago that week was rated; 0 where it was rated a day ahead of here.
    #[schema(minimum = 0, example = 5)]
    days_since: Option<i64>,
    #[serde(skip)]
    #[schema(ignore)]
    first_expected: Week,
}

impl Adherence {
    /// The first of the expected weeks.
    pub(super) fn first_expected(&self) -> Week {
        self.first_expected
    }

    /// The part of the expected weeks that was recorded.
    pub(super) fn ratio(&self) -> Option<f64> {
        self.ratio
    }

    /// Of a diary that began in the week `began`, and was closed if it `has_ended`.
    pub(super) fn new(
        window: Window,
        (began, has_ended): (Week, bool),
        today: NaiveDate,
        history: &[RatedWeek],
    ) -> Self {
        let days_since = |last: &RatedWeek| (today - last.assessed_on).num_days().max(0);
        let began = history.first().map_or(began, |first| first.week.min(began));
        let first_expected = window.from.max(began);
        let is_recorded = |week| history.last().is_some_and(|last| last.week >= week);
        let end = history.last().map_or(began.previous(), |last| last.week);
        let to = if has_ended { end } else { window.to };
        let is_open = to == Week::of(today) && !is_recorded(to);
        let due = i32::from(!is_open);
        let expected = (to.weeks_since(first_expected) + due).max(0);
        let within = history.iter().filter(|rated| window.contains(rated.week));
        let recorded = i32::try_from(within.count()).unwrap_or(i32::MAX);
        let ratio = (f64::from(recorded) / f64::from(expected) * 1000.0).round() / 1000.0;
        Self {
            first_expected,
            expected,
            recorded,
            ratio: (expected > 0).then_some(ratio),
            streak: streak(to, history),
            last_recorded: history.last().map(|last| last.week),
            days_since: history.last().map(days_since),
        }
    }
}

fn streak(now: Week, history: &[RatedWeek]) -> i32 {
    let Some(last) = history.last() else {
        return 0;
    };
    if now.weeks_since(last.week) > 1 {
        return 0;
    }
    let mut streak = 0;
    for (expected, rated) in std::iter::successors(Some(last.week), |week| Some(week.previous()))
        .zip(history.iter().rev())
    {
        if rated.week != expected {
            break;
        }
        streak += 1;
    }
    streak
}
