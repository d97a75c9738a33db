//! A difference between two slopes, in words: what it is, and all that it does not show.

use chrono::{Days, NaiveDate};

use super::Comparison;
use crate::clinical::words::{Voice, chance, difference, seen, without_decline};
use crate::clinical::{Domain, Fact, GroupCount, Reader, ScoreArea, Sentence, Side, Slope};
use crate::words::Language;

/// What is known about a before and after that is to be put into words.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponseFacts {
    /// Which day it is where the patient is.
    pub today: NaiveDate,
    /// The first and the last day before.
    pub before: [NaiveDate; 2],
    /// The first and the last day after; `None` where it was stopped before there was one.
    pub after: Option<[NaiveDate; 2]>,
    /// The day of the last rating after that has a total.
    pub last_after: Option<NaiveDate>,
    /// How many ratings have a total, before and after.
    pub rated: [usize; 2],
    /// The total before and after; its `missing` asks only for what can still come.
    pub total: Comparison,
    /// The domains before and after, in their order.
    pub domains: Vec<(Domain, Comparison)>,
    /// How many other treatments were used in the same time.
    pub others: usize,
    /// Whether one of them is the same, and was used before this time of it began.
    pub used_before: bool,
    /// What its reader reads.
    pub language: Language,
}

/// Puts it into sentences; that a difference shows no cause is always among them.
pub fn sentences(facts: &ResponseFacts) -> Vec<Sentence> {
    // Nothing in it depends on the reader.
    let voice = Voice {
        reader: Reader::Patient,
        today: facts.today,
        language: facts.language,
    };
    let total = &facts.total;
    let [before, after] = facts.rated;
    let mut said = vec![side(
        Side::Before,
        &total.before,
        (before, Some(facts.before)),
    )];
    match facts.after {
        Some([first_day, _]) if first_day > facts.today => {
            said.push(Fact::AfterBegins { first_day });
        }
        days => {
            // No day that is to come has a rating yet.
            let so_far = days.map(|[first, last]| [first, last.min(facts.today)]);
            said.push(side(Side::After, &total.after, (after, so_far)));
            said.extend(lacking(facts));
        }
    }
    said.extend(difference(ScoreArea::Total, total));
    let areas = facts.domains.iter();
    said.extend(
        areas.filter_map(|(domain, compared)| difference(ScoreArea::Area(*domain), compared)),
    );
    said.extend([
        Fact::ShowsNoCause,
        Fact::RegressionToTheMean,
        Fact::FasterAtFirst,
        chance(),
        without_decline(),
    ]);
    said.extend(facts.used_before.then_some(Fact::UsedBefore));
    said.extend(different_ways(total).then_some(Fact::RatedInDifferentWays));
    said.extend((facts.others > 0).then_some(Fact::OtherTreatments {
        treatments: facts.others,
    }));
    voice.tell(said)
}

fn side(side: Side, slope: &Slope, (rated, days): (usize, Option<[NaiveDate; 2]>)) -> Fact {
    seen(ScoreArea::Total, Some(side), slope).unwrap_or_else(|| {
        let [first_day, last_day] = days.map_or([None; 2], |days| days.map(Some));
        Fact::TooFewToCompare {
            side,
            ratings: rated,
            first_day,
            last_day,
        }
    })
}

/// What the ratings after still lack, where those before are enough and it can still come.
fn lacking(facts: &ResponseFacts) -> Option<Fact> {
    let ready = facts.total.before.enough;
    let missing = facts.total.after.missing.filter(|_| ready)?;
    let [first, last] = facts.after?;
    let days = Days::new(u64::try_from(missing.days.unwrap_or_default()).ok()?);
    let not_before = facts.last_after.unwrap_or(first).checked_add_days(days)?;
    let more_ratings = missing.entries.unwrap_or(1);
    let weeks = usize::try_from((last - facts.today).num_days() / 7 + 1).ok()?;
    (not_before <= last && facts.today <= last && more_ratings <= weeks).then(|| Fact::Takes {
        score: Some(ScoreArea::Total),
        side: Some(Side::After),
        more_ratings,
        not_before: (not_before > facts.today).then_some(not_before),
    })
}

fn different_ways(total: &Comparison) -> bool {
    let mut ways = total.before.groups.iter().chain(&total.after.groups);
    let way = |group: &GroupCount| (group.rater, group.form);
    let first = ways.next().map(way);
    ways.any(|group| Some(way(group)) != first)
}
