//! From what single numbers gave cause to, to the flags that people see.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::trace::TracePoint;
use super::track::{Earlier, Episode, Track};
use super::{Assessment, Because, Change, FlagCode, FlagFacts, Reading, TOTAL, Tier};
use crate::clinical::{Rater, Week};

/// Older than so many days, the last rating is told of in the past.
const STALE: i64 = 28;

/// Something the ALS team should hear about.
#[derive(Clone, Debug, PartialEq)]
pub struct Flag {
    /// The rule that raised it.
    pub code: FlagCode,
    /// How soon the team should hear of it.
    pub tier: Tier,
    /// The week in which it began: with the code, its name.
    pub week: Week,
    /// The day on which it began.
    pub day: NaiveDate,
    /// From which day on nothing had come for too long; `None` where ratings raised it.
    pub due: Option<NaiveDate>,
    /// The day that its text names: of a loss of weight that on which it was so much.
    pub said_on: NaiveDate,
    /// Whether later ratings, the last one among them, say the same.
    pub goes_on: bool,
    /// The numbers it rests on.
    pub because: Because,
    /// The place of the "we know" that it has, among those that the facts listed.
    pub acknowledged: Option<usize>,
    /// Whose rating it is.
    pub(super) rater: Rater,
    /// Whether the last rating is so old that nothing is known of now.
    pub(super) is_stale: bool,
}

impl Flag {
    /// The same without single answers and weights, for those who may only see what they add up to.
    #[must_use]
    pub fn without_answers(mut self) -> Self {
        let changes = &mut self.because.changes;
        changes.retain(|change| change.what == TOTAL);
        self
    }

    /// The numbers that it shows: what is known once people said "we know".
    pub fn readings(&self) -> BTreeMap<String, Reading> {
        let changes = self.because.changes.iter();
        changes
            .map(|change| (change.what.to_owned(), change.to))
            .collect()
    }
}

/// What one number gave cause to.
pub(super) struct Raised {
    code: FlagCode,
    what: Option<&'static str>,
    known: Option<usize>,
    due: Option<NaiveDate>,
    pub(super) tier: Tier,
    pub(super) episode: Episode,
    /// The last number of its rater, where that still says the same.
    pub(super) last_told: Option<TracePoint>,
    /// What makes it more urgent.
    pub(super) also: Option<Change>,
}

impl Raised {
    /// What a rule followed, where it gave cause.
    pub(super) fn by(track: &Track<'_>, tier: Tier) -> Option<Self> {
        let (episode, known) = track.now()?;
        Some(Self {
            code: track.code,
            what: Some(track.what),
            known,
            due: None,
            tier,
            episode,
            last_told: track.last_told(),
            also: None,
        })
    }

    /// That nothing came after `last` until the day on which it was `due`.
    pub(super) fn of_nothing(
        last: TracePoint,
        due: NaiveDate,
        tier: Tier,
        known: Option<usize>,
    ) -> Self {
        Self {
            code: FlagCode::NothingRecorded,
            what: None,
            known,
            due: Some(due),
            tier,
            episode: Episode {
                began: last,
                from: None,
                to: last,
            },
            last_told: None,
            also: None,
        }
    }

    /// The number and the one it is compared with.
    pub(super) fn change(&self) -> Option<Change> {
        let what = self.what?;
        Some(Change {
            what,
            from: self.episode.from.map(|from| reading(what, from.amount)),
            to: reading(what, self.episode.to.amount),
            from_week: self.episode.from.and_then(|Earlier { week, .. }| week),
            week: self.episode.to.week,
        })
    }
}

fn reading(what: &str, amount: i32) -> Reading {
    if what == "weight_kg" {
        Reading::Kilograms(f64::from(amount) / 10.0)
    } else {
        Reading::Points(u8::try_from(amount).unwrap_or(0))
    }
}

/// One flag for all that is told by one code and known, or not, at once.
pub(super) fn grouped(
    told: impl Iterator<Item = Raised>,
    history: &[Assessment],
    facts: &FlagFacts<'_>,
) -> Vec<Flag> {
    let mut groups: BTreeMap<(FlagCode, Option<usize>), Vec<Raised>> = BTreeMap::new();
    for raised in told {
        let group = groups.entry((raised.code, raised.known)).or_default();
        group.push(raised);
    }
    let mut flags: Vec<Flag> = groups
        .into_values()
        .filter_map(|group| flag(&group, history.last()?, facts))
        .collect();
    flags.sort_by_key(|flag| {
        let speaks = flag.code != FlagCode::NothingRecorded;
        (flag.acknowledged.is_some(), speaks, flag.tier, flag.code)
    });
    flags
}

fn flag(group: &[Raised], last: &Assessment, facts: &FlagFacts<'_>) -> Option<Flag> {
    let first = group.iter().min_by_key(|raised| raised.episode.began.day)?;
    let tier = group.iter().map(|raised| raised.tier).min()?;
    let began = first.episode.began;
    // How much of the weight is lost is told with the day on which it was so much.
    let said_on = match first.code {
        FlagCode::WeightDown => first.episode.to.day,
        _ => began.day,
    };
    // In the words of this rater, and in the last rating: a question left open, or another's answer, says nothing of it.
    let mut told = group.iter().filter_map(|raised| raised.last_told);
    let goes_on = said_on < last.assessed_on && told.any(|told| told.day == last.assessed_on);
    let changes = group
        .iter()
        .flat_map(|raised| raised.change().into_iter().chain(raised.also));
    Some(Flag {
        code: first.code,
        tier,
        week: began.week,
        day: began.day,
        due: first.due,
        said_on,
        goes_on,
        because: Because {
            changes: changes.collect(),
        },
        acknowledged: first.known,
        rater: began.rater,
        is_stale: (facts.today - last.assessed_on).num_days() > STALE,
    })
}
