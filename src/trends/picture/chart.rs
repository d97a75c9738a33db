//! What is drawn: a trend, without what a picture does not show.

use chrono::NaiveDate;

use crate::clinical::{Domain, Group, GroupLine, Rater};
use crate::trends::markers::MarkerKind;

/// After so many days without a rating the words of a trend say so first, and a curve ends.
const SILENCE_DAYS: i64 = 28;

/// What a picture shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The total, 0 to 48.
    pub total: Series,
    /// The four areas, 0 to 12 each, in their order.
    pub areas: Vec<(Domain, Series)>,
    /// Days of ratings that leave a question open, and so have no total.
    pub open: Vec<NaiveDate>,
    /// The stages.
    pub stages: Vec<Staging>,
    /// Treatments and what else happened, in the order of the days.
    pub marks: Vec<Mark>,
    /// The trend in plain words.
    pub told: Vec<String>,
    /// Whether there are ratings before the first day.
    pub has_more: bool,
}

/// A score over the weeks.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Series {
    /// The weeks that have it, oldest first.
    pub dots: Vec<Dot>,
    /// Ratings of the clinic, which no line counts.
    pub clinic: Vec<Dot>,
    /// The line of each group of raters; none without enough ratings.
    pub lines: Vec<GroupLine>,
}

/// A score of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dot {
    /// The day.
    pub day: NaiveDate,
    /// The score.
    pub value: u8,
    /// How it was rated.
    pub group: Group,
}

/// A way of staging.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// King's.
    Kings,
    /// Milano-Torino.
    Mitos,
    /// Fine 'til 9.
    Ft9,
}

/// The stages of the weeks in one way of staging.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staging {
    /// Which.
    pub of: Method,
    /// The stage of each rating: its name, such as `4A`, and its number; none where answers leave it open.
    pub stages: Vec<(NaiveDate, Option<Stage>)>,
}

/// A stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stage {
    /// What it is called.
    pub name: &'static str,
    /// 0 to 4.
    pub number: u8,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// On which day.
    pub day: NaiveDate,
    /// What kind of thing.
    pub kind: MarkerKind,
    /// In plain words.
    pub label: String,
}

impl Chart {
    /// Whether there is no rating at all.
    pub fn is_empty(&self) -> bool {
        self.rated().next().is_none() && self.total.clinic.is_empty()
    }

    /// The days of all ratings of the diary, in no order.
    pub(super) fn rated(&self) -> impl Iterator<Item = NaiveDate> {
        let complete = self.total.dots.iter().map(|dot| dot.day);
        complete.chain(self.open.iter().copied())
    }

    /// All ratings that have a total, of the diary and of the clinic.
    pub(super) fn raters(&self) -> impl Iterator<Item = Rater> {
        let partly = self.areas.iter().flat_map(|(_, series)| &series.dots);
        let dots = self.total.dots.iter().chain(partly);
        dots.chain(&self.total.clinic).map(|dot| dot.group.rater)
    }

    /// After how many days without a rating nothing is drawn any more: four weeks, or twice what is usual
    /// in this diary.
    pub(super) fn silence(&self) -> i64 {
        let mut days: Vec<NaiveDate> = self.rated().collect();
        days.sort_unstable();
        let between = days.iter().zip(days.iter().skip(1));
        let mut between: Vec<i64> = between
            .map(|(day, next)| (*next - *day).num_days())
            .collect();
        between.sort_unstable();
        let usual = between.get(between.len() / 2).copied().unwrap_or_default();
        SILENCE_DAYS.max(2 * usual)
    }

    /// The stretches without a rating, not even of the clinic, each from the day before it to the day after it.
    pub(super) fn silences(&self) -> Vec<(NaiveDate, NaiveDate)> {
        let silence = self.silence();
        let clinic = self.total.clinic.iter().map(|dot| dot.day);
        let days = self.rated().chain(clinic).chain([self.from, self.to]);
        let mut days: Vec<NaiveDate> = days.collect();
        days.sort_unstable();
        let between = days.iter().zip(days.iter().skip(1));
        between
            .filter(|(day, next)| (**next - **day).num_days() > silence)
            .map(|(day, next)| (*day, *next))
            .collect()
    }
}
