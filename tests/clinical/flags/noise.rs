//! How often the flag about a quick fall is false, and how often it finds one: by simulation.

use alsfrs_diary::clinical::{Assessment, FlagCode, FlagFacts, Rater, Week, flags};
use chrono::Days;
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use rstest::rstest;

use super::with_total;
use crate::people::day;

const PEOPLE: u32 = 600;

/// An ordinary decline: points a month, the mean of the PRO-ACT cohort being 0.99.
const DECLINE: f64 = 0.9;

struct Chance(TestRng);

impl Chance {
    fn new() -> Self {
        Self(TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]))
    }

    /// Between 0 and 1, neither of them.
    fn even(&mut self) -> f64 {
        (f64::from(self.0.next_u32()) + 0.5) / 4_294_967_296.0
    }

    /// Normal, by Box and Muller.
    fn noise(&mut self, sd: f64) -> f64 {
        let (radius, angle) = (self.even(), self.even());
        sd * (-2.0 * radius.ln()).sqrt() * (std::f64::consts::TAU * angle).cos()
    }
}

/// A diary with one rating every so many days, one in seven of them missed.
fn diary(
    chance: &mut Chance,
    (rhythm, ratings): (u64, u64),
    (sd, memory): (f64, f64),
    fall_on: Option<u64>,
) -> Vec<Assessment> {
    let mut history = Vec::new();
    let mut noise = chance.noise(sd);
    for days in (0..ratings).map(|n| n * rhythm) {
        noise = memory * noise + (1.0 - memory * memory).sqrt() * chance.noise(sd);
        if chance.even() < 1.0 / 7.0 && fall_on.is_none() {
            continue;
        }
        let since = f64::from(u32::try_from(days).unwrap()) / 30.4375;
        let fallen = if fall_on.is_some_and(|on| days >= on) {
            6.0
        } else {
            0.0
        };
        let total = (44.0 - DECLINE * since - fallen + noise)
            .round()
            .clamp(24.0, 48.0);
        let assessed_on = day("2026-01-05") + Days::new(days);
        history.push(Assessment {
            week: Week::of(assessed_on),
            assessed_on,
            answers: with_total(format!("{total:.0}").parse().unwrap()),
            weight_kg: None,
            rater: Rater::Oneself,
            has_tube: false,
            is_ventilated: false,
        });
    }
    history
}

fn is_told(history: &[Assessment]) -> bool {
    let facts = FlagFacts {
        today: history.last().unwrap().assessed_on,
        usual_weight_kg: None,
        acknowledged: &[],
    };
    let told = flags(history, &facts);
    told.iter()
        .any(|flag| flag.code == FlagCode::TotalChangedQuickly)
}

/// In how many of a hundred people.
fn percent(mut happens: impl FnMut() -> bool) -> f64 {
    let happened = (0..PEOPLE).filter(|_| happens()).count();
    f64::from(u32::try_from(happened).unwrap()) * 100.0 / f64::from(PEOPLE)
}

/// In how many of a hundred people a year holds the flag, with noise of this SD and memory.
fn told_in_a_year(rhythm: (u64, u64), noise: (f64, f64)) -> f64 {
    let mut chance = Chance::new();
    percent(|| {
        let year = diary(&mut chance, rhythm, noise, None);
        // A flag that came and went was told too, in two ratings at least.
        let mut shown = (1..year.len()).step_by(2).chain([year.len()]);
        shown.any(|shown| is_told(year.get(..shown).unwrap()))
    })
}

#[rstest]
fn an_ordinary_year_is_told_of_as_a_fall_in_five_of_a_hundred_at_most(
    #[values((7, 52), (30, 12))] rhythm: (u64, u64),
    #[values(1.0, 1.2, 1.45)] sd: f64,
) {
    let share = told_in_a_year(rhythm, (sd, 0.0));

    assert!(share <= 5.0, "{share} %");
}

/// Weekly ratings of one person resemble each other: how much is not published.
#[rstest]
#[case(1.0, 5.0)]
#[case(1.2, 5.0)]
#[case(1.45, 15.0)]
fn noise_with_memory_is_told_of_more_often(#[case] sd: f64, #[case] most: f64) {
    let share = told_in_a_year((7, 52), (sd, 0.5));

    assert!(share <= most, "{share} %");
}

#[rstest]
fn nine_of_ten_falls_of_six_points_are_found_within_three_weeks(
    #[values(1.0, 1.2, 1.45)] sd: f64,
    #[values(0.0, 0.5)] memory: f64,
) {
    let mut chance = Chance::new();
    let share = percent(|| {
        let fallen = diary(&mut chance, (7, 34), (sd, memory), Some(30 * 7));
        // The fall comes in week 30, and the flag with one of the three ratings after it.
        (31..=34).any(|shown| is_told(fallen.get(..shown).unwrap()))
    });

    assert!(share >= 90.0, "{share} %");
}
