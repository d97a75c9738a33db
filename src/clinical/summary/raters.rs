//! Who answered, and the steps that a change of it makes.

use chrono::NaiveDate;

use super::scores::value;
use super::{SummaryFacts, SummaryRating};
use crate::clinical::words::step;
use crate::clinical::{Domain, Fact, Group, Rater, ScoreArea, Slope, Step};

/// The raters that are counted where no step tells of them.
const NOT_ALONE: [Rater; 4] = [
    Rater::Helped,
    Rater::Proxy,
    Rater::ClinicInPerson,
    Rater::ClinicByPhone,
];

/// The steps, the counts of those that no step tells, and what is compared with nothing.
pub(super) fn of(facts: &SummaryFacts<'_>) -> Vec<Fact> {
    let mut said = steps(facts);
    let told: Vec<Rater> = said.iter().filter_map(new_rater).collect();
    let counts = NOT_ALONE.into_iter().filter(|rater| !told.contains(rater));
    said.extend(counts.filter_map(|rater| answered_by(facts, rater)));
    said.extend(left_out(facts));
    said
}

fn new_rater(fact: &Fact) -> Option<Rater> {
    match fact {
        Fact::Step(step) => step.rater,
        _ => None,
    }
}

/// Those of the total; without a total those of the areas in which one is clear.
fn steps(facts: &SummaryFacts<'_>) -> Vec<Fact> {
    let of = |score: ScoreArea, slope: &Slope| -> Vec<Fact> {
        let told = |step: &Step| told(facts, score, step);
        slope.steps.iter().filter_map(told).collect()
    };
    if facts.has_total() {
        return of(ScoreArea::Total, &facts.total);
    }
    let areas = facts.domains.iter();
    areas
        .flat_map(|(domain, slope)| of(ScoreArea::Area(*domain), slope))
        .filter(|fact| matches!(fact, Fact::Step(step) if step.points.is_some()))
        .collect()
}

/// A step with its day, and whether no earlier way of rating came back.
fn told(facts: &SummaryFacts<'_>, score: ScoreArea, found: &Step) -> Option<Fact> {
    let ratings = facts.ratings.iter();
    let ways: Vec<(NaiveDate, Group)> = ratings
        .filter(|rating| value(&rating.answers, score).is_some())
        .map(|rating| (rating.day, way(rating, score)))
        .collect();
    let new = Group {
        rater: found.to,
        form: found.to_form,
    };
    let first = ways.iter().position(|(_, way)| *way == new)?;
    let (before, since) = ways.split_at_checked(first)?;
    let is_back = |way: &Group| before.iter().any(|(_, earlier)| earlier == way);
    let for_good = !since.iter().any(|(_, way)| is_back(way));
    Some(step(score, found, since.first()?.0, for_good))
}

fn way(rating: &SummaryRating, score: ScoreArea) -> Group {
    let rater = rating.respondent.rater();
    match score {
        ScoreArea::Total | ScoreArea::Area(Domain::FineMotor) => Group {
            rater,
            form: rating.answers.cutting_form(),
        },
        ScoreArea::Area(_) => Group::rated_by(rater),
    }
}

fn answered_by(facts: &SummaryFacts<'_>, rater: Rater) -> Option<Fact> {
    let by = |rating: &&SummaryRating| rating.respondent.rater() == rater;
    let ratings = facts.ratings.iter().filter(by).count();
    (ratings > 0).then_some(Fact::AnsweredBy {
        rater,
        ratings,
        of_ratings: facts.ratings.len(),
    })
}

fn left_out(facts: &SummaryFacts<'_>) -> Option<Fact> {
    let slope = if facts.has_total() {
        &facts.total
    } else {
        let mut areas = facts.domains.iter().map(|(_, slope)| slope);
        areas.find(|slope| slope.enough)?
    };
    let ratings = slope.groups.iter().filter(|group| group.n == 1).count();
    (slope.enough && ratings > 0).then_some(Fact::LeftOut { ratings })
}
