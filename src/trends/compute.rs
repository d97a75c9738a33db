//! From the weeks of a diary to what they add up to.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::markers::markers;
use super::model::{Domains, Latest, Series, SeriesPoint, Trend, WeekStages};
use super::window::{Adherence, Span, Window};
use crate::accounts::Profile;
use crate::clinical::{
    Assessment, Domain, DomainChange, FLAG_RULES_VERSION, Flag, Point, SLOPE_DECIMALS, SinceOnset,
    Slope, Stages, SummaryFacts, TotalOn, Week, flags, summary,
};
use crate::diary::{Rated, Respondent, Weight};
use crate::platform::clock::civil_day;
use crate::platform::http::etag;
use crate::platform::ids::PatientId;
use crate::treatments::Happening;

/// What is asked, and of which version of the record.
pub(super) struct Question {
    pub(super) patient: PatientId,
    /// The number of the last change to the record.
    pub(super) last_change: i64,
    /// Which day it is where the patient is.
    pub(super) today: NaiveDate,
    pub(super) span: Span,
    /// Whether flags are raised at all.
    pub(super) with_flags: bool,
    /// Whether the viewer may see single answers.
    pub(super) with_answers: bool,
}

impl Question {
    /// The tag of what decides the answer, and nothing else: the record at its last change, the day,
    /// the question, who asks, and the rules of this build.
    pub(super) fn tag(&self) -> String {
        let build = env!("CARGO_PKG_VERSION");
        let version = format!(
            "{build} {FLAG_RULES_VERSION} {} {} {} {:?} {} {}",
            self.patient,
            self.last_change,
            self.today,
            self.span,
            self.with_flags,
            self.with_answers
        );
        etag::of_bytes(version.as_bytes())
    }
}

/// The trend of `history`, which has every week of the diary, oldest first.
pub(super) fn trend(
    question: &Question,
    profile: &Profile,
    history: &[Rated],
    happenings: &[Happening],
) -> Trend {
    let window = Window::new(question.span, question.today, history);
    let began = Week::of(civil_day(profile.created_at, profile.time_zone));
    let adherence = Adherence::new(window, began, history);
    let shown: Vec<&Rated> = history
        .iter()
        .filter(|rated| window.contains(rated.week))
        .collect();
    let total = series(&shown, |rated| rated.answers.total());
    let domain = |domain| series(&shown, move |rated| rated.answers.subscore(domain));
    let respondents = respondents(&shown);
    Trend {
        patient_id: question.patient,
        as_of: question.today,
        window,
        latest: history.last().map(latest),
        domains: Domains {
            bulbar: domain(Domain::Bulbar),
            fine_motor: domain(Domain::FineMotor),
            gross_motor: domain(Domain::GrossMotor),
            respiratory: domain(Domain::Respiratory),
        },
        since_onset: since_onset(profile.symptom_onset, history),
        stages: shown.iter().map(|rated| stages(rated)).collect(),
        markers: markers(window, happenings, question.with_answers),
        flags: raised(question, history),
        summary: summary(&facts(window, adherence, &shown, &total, &respondents)),
        respondents,
        adherence,
        total,
    }
}

fn latest(rated: &Rated) -> Latest {
    Latest {
        week: rated.week,
        assessed_on: rated.assessed_on,
        total: rated.answers.total(),
        subscores: rated.answers.subscores(),
        stages: Stages::of(&rated.answers),
    }
}

fn series(shown: &[&Rated], value: impl Fn(&Rated) -> Option<u8>) -> Series {
    let points: Vec<SeriesPoint> = shown
        .iter()
        .filter_map(|rated| {
            Some(SeriesPoint {
                week: rated.week,
                assessed_on: rated.assessed_on,
                value: value(rated)?,
            })
        })
        .collect();
    let line: Vec<Point> = points
        .iter()
        .map(|point| Point {
            day: point.assessed_on,
            value: point.value.into(),
        })
        .collect();
    Series {
        slope: Slope::of(&line).rounded(SLOPE_DECIMALS),
        points,
    }
}

fn stages(rated: &Rated) -> WeekStages {
    let stages = Stages::of(&rated.answers);
    WeekStages {
        week: rated.week,
        kings: stages.kings.stage,
        mitos: stages.mitos.stage,
        ft9: stages.ft9.stage,
    }
}

fn respondents(shown: &[&Rated]) -> BTreeMap<Respondent, u32> {
    let mut counts = BTreeMap::new();
    for rated in shown {
        *counts.entry(rated.respondent).or_insert(0) += 1;
    }
    counts
}

/// From the last complete week.
fn since_onset(onset: Option<NaiveDate>, history: &[Rated]) -> Option<SinceOnset> {
    let (rated, total) = history
        .iter()
        .rev()
        .find_map(|rated| Some((rated, rated.answers.total()?)))?;
    SinceOnset::of(onset?, rated.assessed_on, total).map(|since| since.rounded(SLOPE_DECIMALS))
}

/// Flags look at the whole diary: what is new now may be old news in a short window.
fn raised(question: &Question, history: &[Rated]) -> Vec<Flag> {
    if !question.with_flags {
        return Vec::new();
    }
    let assessments: Vec<Assessment> = history
        .iter()
        .map(|rated| Assessment {
            week: rated.week,
            assessed_on: rated.assessed_on,
            answers: rated.answers,
            weight_kg: rated.weight.map(Weight::kg),
        })
        .collect();
    let raised = flags(&assessments);
    if question.with_answers {
        raised
    } else {
        raised.into_iter().map(Flag::without_answers).collect()
    }
}

fn facts(
    window: Window,
    adherence: Adherence,
    shown: &[&Rated],
    total: &Series,
    respondents: &BTreeMap<Respondent, u32>,
) -> SummaryFacts {
    let on = |point: &SeriesPoint| TotalOn {
        day: point.assessed_on,
        total: point.value,
    };
    let count = |number: i32| u32::try_from(number).unwrap_or_default();
    SummaryFacts {
        weeks: count(window.weeks),
        first: total.points.first().map(on),
        last: total.points.last().map(on),
        slope: total.slope,
        domains: changes(shown),
        expected: count(adherence.expected),
        recorded: count(adherence.recorded),
        streak: count(adherence.streak),
        by_caregiver: respondents
            .get(&Respondent::CaregiverProxy)
            .copied()
            .unwrap_or_default(),
    }
}

/// Each domain in the first and the last complete week, where these are two.
fn changes(shown: &[&Rated]) -> Vec<DomainChange> {
    let mut complete = shown.iter().filter(|rated| rated.answers.is_complete());
    let (Some(first), Some(last)) = (complete.next(), complete.next_back()) else {
        return Vec::new();
    };
    Domain::ALL
        .into_iter()
        .filter_map(|domain| {
            Some(DomainChange {
                domain,
                first: first.answers.subscore(domain)?,
                last: last.answers.subscore(domain)?,
            })
        })
        .collect()
}
