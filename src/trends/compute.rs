//! From the weeks of a diary to what they add up to.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::flags;
use super::known::Known;
use super::markers::markers;
use super::model::{ClinicPoint, Latest, Slopes, Trend, TrendPoint};
use super::question::{Detail, Question};
use super::window::{Adherence, Span, Window};
use crate::clinical::{
    DatedRating, Domain, LastRating, Point, SLOPE_DECIMALS, Scale, Sentence, SinceOnset, Slope,
    Stages, SummaryFacts, SummaryRating, Week, summary,
};
use crate::diary::{RatedWeek, Respondent};
use crate::patients::Facts;
use crate::platform::clock::civil_day;
use crate::treatments::{Happening, clinic_ratings, has_tube};

/// The trend of `history`, which has every week of the diary, oldest first.
pub(super) fn trend(
    question: &Question,
    facts: &Facts,
    history: &[RatedWeek],
    happenings: &[Happening],
    known: &[Known],
) -> Trend {
    let window = Window::new(question.span, question.today, history);
    let began = Week::of(civil_day(question.began_at, facts.time_zone));
    let adherence = Adherence::new(window, (began, question.has_ended), question.today, history);
    let shown: Vec<&RatedWeek> = history
        .iter()
        .filter(|rated| window.contains(rated.week))
        .collect();
    let slopes = slopes(window, &shown);
    let stages = |rated: &RatedWeek| {
        Stages::with_tube(&rated.answers, has_tube(happenings, rated.assessed_on))
    };
    Trend {
        patient_id: question.patient,
        as_of: question.today,
        window,
        latest: history.last().map(|rated| latest(rated, stages(rated))),
        points: shown
            .iter()
            .map(|rated| point(rated, &stages(rated), question.sees))
            .collect(),
        clinic_ratings: clinic_ratings(happenings)
            .filter(|rating| window.contains(Week::of(rating.day)))
            .map(clinic_point)
            .collect(),
        since_onset: since_onset(facts.symptom_onset, history),
        respondents: respondents(&shown),
        markers: markers(window, happenings, question),
        flags: flags::shown(question, facts, (history, happenings), known),
        summary: told(question, window, adherence, &shown, &slopes, history),
        slopes,
        adherence,
    }
}

/// The slope of the total alone.
pub(super) fn total_slope(window: Window, shown: &[&RatedWeek]) -> Slope {
    let totals: Vec<Point> = shown.iter().filter_map(|rated| rated.total()).collect();
    let [total] = window.slopes([(&totals, Scale::TOTAL)]);
    total
}

fn slopes(window: Window, shown: &[&RatedWeek]) -> Slopes {
    let totals: Vec<Point> = shown.iter().filter_map(|rated| rated.total()).collect();
    let subscores = Domain::ALL.map(|domain| -> Vec<Point> {
        let score = |rated: &&RatedWeek| rated.subscore(domain);
        shown.iter().filter_map(score).collect()
    });
    let [first, second, third, fourth] = subscores
        .each_ref()
        .map(|points| (points.as_slice(), Scale::SUBSCORE));
    let [total, bulbar, fine_motor, gross_motor, respiratory] =
        window.slopes([(&totals, Scale::TOTAL), first, second, third, fourth]);
    Slopes {
        total,
        bulbar,
        fine_motor,
        gross_motor,
        respiratory,
    }
}

fn latest(rated: &RatedWeek, stages: Stages) -> Latest {
    Latest {
        week: rated.week,
        assessed_on: rated.assessed_on,
        total: rated.answers.total(),
        subscores: rated.answers.subscores(),
        stages,
    }
}

fn point(rated: &RatedWeek, stages: &Stages, sees: Detail) -> TrendPoint {
    TrendPoint {
        week: rated.week,
        assessed_on: rated.assessed_on,
        respondent: rated.respondent,
        form: rated.answers.cutting_form(),
        complete: rated.answers.is_complete(),
        revised: (sees >= Detail::Answers).then_some(rated.revised),
        total: rated.answers.total(),
        subscores: rated.answers.subscores(),
        kings: stages.kings.stage,
        mitos: stages.mitos.stage,
        ft9: stages.ft9.stage,
    }
}

fn clinic_point(rating: &DatedRating) -> ClinicPoint {
    ClinicPoint {
        assessed_on: rating.day,
        respondent: rating.respondent,
        form: rating.answers.cutting_form(),
        total: rating.answers.total(),
        subscores: rating.answers.subscores(),
    }
}

fn respondents(shown: &[&RatedWeek]) -> BTreeMap<Respondent, u32> {
    let mut counts = BTreeMap::new();
    for rated in shown {
        *counts.entry(rated.respondent).or_insert(0) += 1;
    }
    counts
}

/// From the last complete week.
fn since_onset(onset: Option<NaiveDate>, history: &[RatedWeek]) -> Option<SinceOnset> {
    let (rated, total) = history
        .iter()
        .rev()
        .find_map(|rated| Some((rated, rated.answers.total()?)))?;
    SinceOnset::of(onset?, rated.assessed_on, total).map(|since| since.rounded(SLOPE_DECIMALS))
}

/// What it comes to in words. Of single answers those who may not see them are told nothing.
fn told(
    question: &Question,
    window: Window,
    adherence: Adherence,
    shown: &[&RatedWeek],
    slopes: &Slopes,
    history: &[RatedWeek],
) -> Vec<Sentence> {
    let count = |number: i32| u32::try_from(number).unwrap_or_default();
    let rating = |rated: &&RatedWeek| SummaryRating {
        day: rated.assessed_on,
        answers: rated.answers,
        respondent: rated.respondent,
    };
    let last = |rated: &RatedWeek| LastRating {
        day: rated.assessed_on,
        respondent: rated.respondent,
    };
    let mut sentences = summary(&SummaryFacts {
        today: question.today,
        reader: question.voice().reader,
        language: question.language,
        from: window.from.monday(),
        to: window.to.sunday(),
        weeks: match question.span {
            Span::Weeks(weeks) => Some(count(weeks)),
            Span::All => None,
        },
        ratings: shown.iter().map(rating).collect(),
        total: slopes.total.clone(),
        domains: slopes.by_domain(),
        expected: count(adherence.expected),
        expected_from: adherence.first_expected().monday(),
        recorded: count(adherence.recorded),
        streak: count(adherence.streak),
        last: history.last().map(last),
        has_ended: question.has_ended,
    });
    sentences.retain(|sentence| question.sees >= Detail::Answers || !sentence.fact.tells_answers());
    sentences
}
