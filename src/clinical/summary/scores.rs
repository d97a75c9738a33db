//! How the total and the areas moved.

use chrono::NaiveDate;

use super::SummaryFacts;
use crate::clinical::words::{Movement, seen};
use crate::clinical::{Answers, Fact, ScoreArea, Slope};

/// The total, and every area that has enough for a slope; without a total every area.
pub(super) fn of(facts: &SummaryFacts<'_>) -> Vec<Fact> {
    let total = told(facts, ScoreArea::Total, &facts.total);
    let areas = facts.domains.iter().filter_map(|(domain, slope)| {
        let score = ScoreArea::Area(*domain);
        if facts.has_total() {
            seen(score, None, slope)
        } else {
            told(facts, score, slope)
        }
    });
    total.into_iter().chain(areas).collect()
}

fn told(facts: &SummaryFacts<'_>, score: ScoreArea, slope: &Slope) -> Option<Fact> {
    seen(score, None, slope).or_else(|| so_far(facts, score))
}

/// What was rated where that is too little for a slope.
fn so_far(facts: &SummaryFacts<'_>, score: ScoreArea) -> Option<Fact> {
    let ratings = facts.ratings.iter();
    let values: Vec<(NaiveDate, u8)> = ratings
        .filter_map(|rating| Some((rating.day, value(&rating.answers, score)?)))
        .collect();
    let (first, last) = values.first().zip(values.last())?;
    let movement = Movement {
        score,
        side: None,
        first_day: first.0,
        last_day: last.0,
        ratings: values.len(),
        from: Some(first.1),
        to: Some(last.1),
        of: score.of(),
        per_month: None,
        per_month_ci95: None,
    };
    Some(match values.len() {
        1 => Fact::OneRating(movement),
        _ => Fact::TooFew(movement),
    })
}

pub(super) fn value(answers: &Answers, score: ScoreArea) -> Option<u8> {
    match score {
        ScoreArea::Total => answers.total(),
        ScoreArea::Area(domain) => answers.subscore(domain),
    }
}
