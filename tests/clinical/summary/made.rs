//! Diaries and slopes to put into words.

use alsfrs_diary::clinical::{
    Answers, CuttingForm, Domain, Fact, Group, Item, LastRating, LineEnd, Missing, Point, Rater,
    Reader, Respondent, Scale, Sentence, Slope, SummaryFacts, SummaryRating, Week, months_between,
};
use alsfrs_diary::words::Language;
use chrono::{Days, NaiveDate};
use serde_json::Value;

use crate::people::{day, full_but, replaced};

/// A slope from `first` to `last` that begins at `from`, with so many points on either side of its pace.
pub fn line(days: (&str, &str), from: f64, rate: f64, half: Option<f64>) -> Slope {
    let (first, last) = (day(days.0), day(days.1));
    let to = from + rate * months_between(first, last);
    let end = |day, value: f64| LineEnd {
        day,
        value: value.clamp(0.0, 48.0),
        ci95: None,
    };
    Slope {
        points_per_month: Some(rate),
        standard_error: half.map(|half| half / 2.0),
        ci95: half.map(|half| [rate - half, rate + half]),
        n: 23,
        span_days: (last - first).num_days(),
        theil_sen: Some(rate),
        enough: true,
        missing: None,
        ends: Some([end(first, from), end(last, to)]),
        steps: vec![],
        groups: vec![],
        lines: vec![],
    }
}

pub fn too_few(n: usize, missing: Option<Missing>) -> Slope {
    Slope {
        points_per_month: None,
        standard_error: None,
        ci95: None,
        n,
        span_days: 0,
        theil_sen: None,
        enough: false,
        missing,
        ends: None,
        steps: vec![],
        groups: vec![],
        lines: vec![],
    }
}

/// Answers of such a total, lost evenly.
pub fn of_total(total: u8) -> Answers {
    (0..48 - usize::from(total)).fold(full_but(&[]), |answers, lost| {
        let item = Item::ALL.get(lost % 12).unwrap();
        let points = answers.points(*item).unwrap();
        replaced(&answers, *item, Some(points - 1))
    })
}

/// One rating a week from Monday 2026-05-25 on, by the patient alone.
pub fn weekly(totals: &[u8]) -> Vec<SummaryRating> {
    let rating = |(week, total): (u64, &u8)| SummaryRating {
        day: day("2026-05-25") + Days::new(7 * week),
        answers: of_total(*total),
        respondent: Respondent::Oneself,
    };
    (0..).zip(totals).map(rating).collect()
}

/// 26 weeks in which about 5 points are lost.
pub const FALLING: [u8; 26] = [
    38, 38, 37, 39, 37, 38, 36, 37, 37, 36, 38, 36, 35, 37, 35, 36, 34, 36, 35, 34, 35, 33, 35, 34,
    32, 34,
];

/// 26 weeks of ups and downs.
pub const UPS_AND_DOWNS: [u8; 26] = [
    38, 37, 38, 39, 37, 38, 36, 38, 37, 38, 39, 38, 37, 38, 37, 38, 39, 37, 38, 38, 37, 38, 36, 38,
    37, 38,
];

fn slope(
    ratings: &[SummaryRating],
    scale: Scale,
    score: impl Fn(&Answers) -> Option<u8>,
    has_item_5: bool,
) -> Slope {
    let point = |rating: &SummaryRating| {
        let form = if has_item_5 {
            rating.answers.cutting_form()
        } else {
            CuttingForm::A
        };
        let rater = rating.respondent.rater();
        Some(Point {
            day: rating.day,
            value: score(&rating.answers)?.into(),
            group: Group { rater, form },
        })
    };
    let points: Vec<Point> = ratings.iter().filter_map(point).collect();
    Slope::of(&points, scale).rounded(3)
}

/// What is known of a diary on `today`, of which all weeks are looked at; each was recorded.
pub fn diary(ratings: &[SummaryRating], today: NaiveDate) -> SummaryFacts<'static> {
    let domain = |domain: Domain| {
        let score = move |answers: &Answers| answers.subscore(domain);
        (
            domain,
            slope(ratings, Scale::SUBSCORE, score, domain == Domain::FineMotor),
        )
    };
    let weeks = u32::try_from(ratings.len()).unwrap();
    SummaryFacts {
        today,
        reader: Reader::friend_of("Ada"),
        language: Language::English,
        from: ratings.first().map_or(today, |first| first.day),
        to: ratings.last().map_or(today, |last| last.day),
        weeks: None,
        total: slope(ratings, Scale::TOTAL, Answers::total, true),
        domains: Domain::ALL.map(domain).to_vec(),
        ratings: ratings.to_vec(),
        expected: weeks,
        expected_from: Week::of(ratings.first().map_or(today, |first| first.day)).monday(),
        recorded: weeks,
        streak: weeks,
        last: ratings.last().map(|last| LastRating {
            day: last.day,
            respondent: last.respondent,
        }),
        has_ended: false,
    }
}

/// The same on the day of its last rating.
pub fn kept_up(ratings: &[SummaryRating]) -> SummaryFacts<'static> {
    diary(ratings, ratings.last().unwrap().day)
}

pub fn code(fact: &Fact) -> String {
    let json = serde_json::to_value(fact).unwrap();
    json.get("code").and_then(Value::as_str).unwrap().to_owned()
}

pub fn codes(said: &[Sentence]) -> Vec<String> {
    said.iter().map(|sentence| code(&sentence.fact)).collect()
}

/// The sentence with this code.
pub fn with_code<'a>(said: &'a [Sentence], wanted: &str) -> &'a Sentence {
    let found = said.iter().find(|sentence| code(&sentence.fact) == wanted);
    found.unwrap_or_else(|| panic!("no {wanted} in {said:#?}"))
}

/// Those of the other raters.
pub fn not_alone(rater: Rater) -> Respondent {
    match rater {
        Rater::Oneself => Respondent::Oneself,
        Rater::Helped => Respondent::SelfWithHelp,
        Rater::Proxy => Respondent::CaregiverProxy,
        Rater::ClinicInPerson => Respondent::ClinicianInPerson,
        Rater::ClinicByPhone => Respondent::ClinicianPhone,
    }
}
