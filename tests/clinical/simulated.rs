//! People who are made up: a steady course, and around it six kinds of noise of 1.45 points.

use std::f64::consts::TAU;

use alsfrs_diary::clinical::{Group, Point, Rater};
use chrono::Days;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::people::day;

/// The noise of one person's total (`docs/clinical-sources.md`).
pub const NOISE: f64 = 1.45;

/// So many are made up for every figure.
pub const PEOPLE: u32 = 2000;

/// The ratings of one person alone, on form 5a.
pub const ALONE: Group = Group::rated_by(Rater::Oneself);

/// How the ratings of one week follow from those before.
#[derive(Clone, Copy, Debug)]
pub enum Noise {
    /// Each week anew.
    Independent,
    /// So much of it is left a week later.
    Fading(f64),
    /// Half of it is a state of which 0.85 is left a week later, half is new each week.
    SlowStateAndScatter,
    /// Each of the twelve answers is repeated until it is thought over, one week in five.
    AnswersThatStick,
}

/// The course of one person without noise.
#[derive(Clone, Copy, Debug)]
pub struct Course {
    /// The total at the start.
    pub start: f64,
    /// Points a month until `turn`.
    pub slope: f64,
    /// The week from which on `then` holds.
    pub turn: u32,
    /// Points a month from `turn` on.
    pub then: f64,
}

impl Course {
    pub fn steady(start: f64, slope: f64) -> Self {
        Self {
            start,
            slope,
            turn: 0,
            then: slope,
        }
    }

    fn at(self, week: u32) -> f64 {
        let months = |weeks: u32| f64::from(weeks) * 7.0 / 30.4375;
        self.start
            + self.slope * months(week.min(self.turn))
            + self.then * months(week.saturating_sub(self.turn))
    }
}

/// Chance that is the same in every run.
pub fn chance(seed: u64) -> StdRng {
    StdRng::seed_from_u64(seed)
}

/// Of 2,000 people, how many of a hundred it is true of.
pub fn percent(seed: u64, mut is_true: impl FnMut(&mut StdRng) -> bool) -> f64 {
    let mut chance = chance(seed);
    let found = (0..PEOPLE).filter(|_| is_true(&mut chance)).count();
    100.0 * f64::from(u32::try_from(found).unwrap()) / f64::from(PEOPLE)
}

/// Any ordinary course: 36 to 40 points, losing 0.3 to 1.2 a month.
pub fn any_course(chance: &mut StdRng) -> Course {
    let slope = -0.3 - 0.9 * chance.random::<f64>();
    Course::steady(36.0 + 4.0 * chance.random::<f64>(), slope)
}

/// Whole points, week after week, 15 in 100 of them missed.
pub fn ratings(chance: &mut StdRng, course: Course, weeks: u32, noise: Noise) -> Vec<Point> {
    every_week(chance, course, weeks, noise)
        .into_iter()
        .filter(|_| chance.random::<f64>() >= 0.15)
        .collect()
}

/// The same without a week missed.
pub fn every_week(chance: &mut StdRng, course: Course, weeks: u32, noise: Noise) -> Vec<Point> {
    let values = match noise {
        Noise::Independent => fading(chance, course, weeks, (0.0, 1.0)),
        Noise::Fading(left) => fading(chance, course, weeks, (left, 1.0)),
        Noise::SlowStateAndScatter => fading(chance, course, weeks, (0.85, 0.5)),
        Noise::AnswersThatStick => sticking(chance, course, weeks),
    };
    let point = |(week, value): (u64, f64)| Point {
        day: day("2026-01-05") + Days::new(7 * week),
        value,
        group: ALONE,
    };
    (0..).zip(values).map(point).collect()
}

/// Noise of which `left` is left a week later in `share` of its variance.
fn fading(chance: &mut StdRng, course: Course, weeks: u32, (left, share): (f64, f64)) -> Vec<f64> {
    let (lasting, fresh) = (NOISE * share.sqrt(), NOISE * (1.0 - share).sqrt());
    let mut state = lasting * normal(chance);
    let rating = |week| {
        let value = course.at(week) + state + fresh * normal(chance);
        state = left * state + lasting * (1.0 - left * left).sqrt() * normal(chance);
        value.round().clamp(0.0, 48.0)
    };
    (0..weeks).map(rating).collect()
}

fn sticking(chance: &mut StdRng, course: Course, weeks: u32) -> Vec<f64> {
    // Each item stands elsewhere within its points: they fall one after the other.
    let offsets = (0..12_u8).map(|item| (f64::from(item) + 0.5) / 12.0 - 0.5);
    let mut answers = [None; 12];
    let rating = |week| {
        let mean = course.at(week) / 12.0;
        for (answer, offset) in answers.iter_mut().zip(offsets.clone()) {
            if answer.is_none() || chance.random::<f64>() < 0.2 {
                let thought = mean + offset + 0.3 * normal(chance);
                *answer = Some(thought.round().clamp(0.0, 4.0));
            }
        }
        answers.iter().flatten().sum()
    };
    (0..weeks).map(rating).collect()
}

/// Box and Muller's standard normal.
pub fn normal(chance: &mut StdRng) -> f64 {
    let (radius, angle): (f64, f64) = (chance.random(), chance.random());
    (-2.0 * (1.0 - radius).ln()).sqrt() * (TAU * angle).cos()
}
