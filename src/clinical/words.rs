//! Sentences that are true: each is a fact with a code and parameters, and a text made from it alone.
//!
//! Rules: `docs/clinical-sources.md`, "Words".

mod difference;
mod known;
mod movement;
mod plain;
mod raters;
mod schema;
mod text;

use chrono::NaiveDate;
use serde::Serialize;

use super::{Domain, Item, Rater, Reader};
use crate::words::Language;

pub use difference::Apart;
pub use movement::Movement;
pub use raters::RaterStep;

pub(super) use difference::difference;
pub(super) use known::{chance, without_decline};
pub(super) use movement::seen;
pub(super) use raters::step;
pub(super) use text::yes;

/// A fact, and the same in plain words for its reader.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sentence {
    /// What is said.
    #[serde(flatten)]
    pub fact: Fact,
    /// How it is said, in the language of its reader.
    pub text: String,
}

/// The reader of a fact, and when and in which language it is told.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'a> {
    /// Who reads it.
    pub reader: Reader<'a>,
    /// The civil day on which it is told.
    pub today: NaiveDate,
    /// What its reader reads.
    pub language: Language,
}

impl Voice<'_> {
    /// Puts facts into words.
    pub fn tell(self, facts: Vec<Fact>) -> Vec<Sentence> {
        let tell = |fact: Fact| Sentence {
            text: fact.text(self),
            fact,
        };
        facts.into_iter().map(tell).collect()
    }
}

/// What can be said of a diary, or of a before and after.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Fact {
    /// The diary is empty.
    NothingRecordedYet,
    /// The last rating is older than four weeks, or lies before what is looked at.
    LastRating {
        /// Its day.
        last_day: NaiveDate,
        /// Whose eyes it was seen with.
        rater: Rater,
        /// How many days ago that was.
        days_ago: i64,
    },
    /// There is no rating on any of these days.
    NothingRecorded {
        /// The first of them.
        first_day: NaiveDate,
        /// The last of them.
        last_day: NaiveDate,
    },
    /// No rating has a total, because the same questions were left open in every one.
    AlwaysSkipped {
        /// The questions, in their order.
        items: Vec<Item>,
        /// The day of the first rating.
        first_day: NaiveDate,
        /// The day of the last rating.
        last_day: NaiveDate,
        /// How many ratings, 2 or more.
        ratings: usize,
    },
    /// No rating has a total, for one reason or another.
    NoTotal {
        /// The day of the first rating.
        first_day: NaiveDate,
        /// The day of the last rating.
        last_day: NaiveDate,
        /// How many ratings.
        ratings: usize,
    },
    /// The interval of the slope lies below 0.
    Fell(Movement),
    /// The interval of the slope lies above 0.
    Rose(Movement),
    /// The interval of the slope holds 0.
    NoClearChange(Movement),
    /// Every rating was the same.
    AlwaysTheSame(Movement),
    /// The ratings lie on one line, which tells no uncertainty and so no pace.
    OnALine(Movement),
    /// There are too few ratings for a slope.
    TooFew(Movement),
    /// There is one rating.
    OneRating(Movement),
    /// There are too few ratings before or after to compare anything.
    TooFewToCompare {
        /// Before or after.
        side: Side,
        /// How many there are.
        ratings: usize,
        /// The first day that was looked at; absent where it ended before there was one.
        #[serde(skip_serializing_if = "Option::is_none")]
        first_day: Option<NaiveDate>,
        /// The last day that was looked at; absent as above.
        #[serde(skip_serializing_if = "Option::is_none")]
        last_day: Option<NaiveDate>,
    },
    /// What is looked at is too short for a slope, whatever is recorded.
    LookLonger {
        /// How many weeks are long enough.
        weeks: u32,
    },
    /// What a slope still lacks, and can get.
    Takes {
        /// `total` where the ratings need all twelve answers.
        #[serde(skip_serializing_if = "Option::is_none")]
        score: Option<ScoreArea>,
        /// `after` where it is a slope after a treatment began.
        #[serde(skip_serializing_if = "Option::is_none")]
        side: Option<Side>,
        /// How many more ratings, 1 or more.
        more_ratings: usize,
        /// The day on which one of them must be made, or later; absent where that day is past.
        #[serde(skip_serializing_if = "Option::is_none")]
        not_before: Option<NaiveDate>,
    },
    /// How much a slope takes, where what is there does not count in time.
    TakesInAll {
        /// `total` where the ratings need all twelve answers.
        #[serde(skip_serializing_if = "Option::is_none")]
        score: Option<ScoreArea>,
        /// How many ratings.
        ratings: usize,
        /// From the first to the last.
        weeks: u32,
    },
    /// From a day on it was rated in another way.
    Step(RaterStep),
    /// So many of the ratings were not the patient's alone.
    AnsweredBy {
        /// Whose eyes they were seen with.
        rater: Rater,
        /// How many.
        ratings: usize,
        /// Of how many.
        of_ratings: usize,
    },
    /// So many ratings have no total.
    Incomplete {
        /// How many.
        ratings: usize,
    },
    /// So many ratings are the only one of their way of rating, and are compared with no other.
    LeftOut {
        /// How many.
        ratings: usize,
    },
    /// How regularly it was recorded.
    Recorded {
        /// The first day of the weeks that are counted.
        first_day: NaiveDate,
        /// How many weeks there are.
        weeks: u32,
        /// How many of them were recorded.
        weeks_recorded: u32,
        /// How many were recorded in a row up to now.
        weeks_in_a_row: u32,
    },
    /// The interval of the difference lies above 0.
    DifferenceUp(Apart),
    /// The interval of the difference lies below 0.
    DifferenceDown(Apart),
    /// The interval of the difference holds 0.
    NoClearDifference(Apart),
    /// The ratings of a side lie on one line, which tells no uncertainty and so no difference.
    DifferenceUnknown(Apart),
    /// A fifth of the ratings of a side lie at 0 or at the maximum, so no difference is told.
    AtTheEndOfTheScale(Apart),
    /// A difference in time shows no cause.
    ShowsNoCause,
    /// People begin something new after a bad stretch.
    RegressionToTheMean,
    /// Without a treatment the loss is faster at first: van Eijk et al. 2025, 31,746 ratings of 7,030 people.
    FasterAtFirst,
    /// How much the pace of people changes without it.
    ChangesWithoutIt {
        /// About one person in so many …
        one_in: u8,
        /// … changed by more than so many points a month.
        per_month: f64,
        /// How many people that was seen in.
        people: u32,
    },
    /// How many people did not decline for a while, without a reason for it.
    WithoutDecline {
        /// Of a hundred in trials, over half a year and over a year.
        percent_in_trials: [f64; 2],
        /// Of a hundred in a register of a population, over the same.
        percent_in_a_register: [f64; 2],
    },
    /// The days after it are to come: no rating made before counts.
    AfterBegins {
        /// The first of them.
        first_day: NaiveDate,
    },
    /// Not every rating was made in the same way.
    RatedInDifferentWays,
    /// The same medicine, or cells of the same kind, were used in the time before, too.
    UsedBefore,
    /// Other treatments were used in the same time.
    OtherTreatments {
        /// How many.
        treatments: usize,
    },
}

impl Fact {
    /// Whether it tells of single answers, which level `summary` may not see. The form of item 5 it sees in the points, and
    /// a stage tells as much: without the sentence a change of form would look like a loss.
    pub fn tells_answers(&self) -> bool {
        matches!(self, Self::AlwaysSkipped { .. })
    }
}

/// What is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ScoreArea {
    /// All twelve items.
    Total,
    /// A domain.
    #[serde(untagged)]
    Area(Domain),
}

/// Before a treatment began, or after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Before it began.
    Before,
    /// After it began.
    After,
}
