//! The axis of time: where a day lies, and which days are named.

use chrono::{Datelike, Months, NaiveDate, TimeDelta};

use super::sheet::{Anchor, Sheet};
use super::text::{Face, LINE};
use super::{LEFT, RIGHT};

/// What is drawn on the first and the last day keeps so far from the ends of the axis.
const INSET: f64 = 8.0;

/// Between two names.
const APART: f64 = 14.0;

/// Below it months are too few to name.
const FEWEST_DAYS_OF_MONTHS: f64 = 80.0;

/// From one named month to the next.
const MONTHS: [u32; 8] = [1, 2, 3, 6, 12, 24, 60, 120];

/// From one named week to the next.
const WEEKS: [i64; 4] = [1, 2, 4, 8];

/// An axis of time.
pub(super) struct Time {
    from: NaiveDate,
    to: NaiveDate,
    pub(super) left: f64,
    pub(super) right: f64,
}

/// A day that is named.
pub(super) struct Tick {
    pub(super) x: f64,
    name: String,
}

impl Time {
    pub(super) fn new(from: NaiveDate, to: NaiveDate, (left, right): (f64, f64)) -> Self {
        Self {
            from,
            to: to.max(from),
            left,
            right,
        }
    }

    /// The middle of a day.
    pub(super) fn x(&self, day: NaiveDate) -> f64 {
        self.start(day) + self.day() / 2.0
    }

    /// How wide a day is.
    pub(super) fn day(&self) -> f64 {
        (self.right - self.left - 2.0 * INSET) / self.days()
    }

    /// The first moment of a day; within the axis, whatever the day is.
    pub(super) fn start(&self, day: NaiveDate) -> f64 {
        let into = day.num_days_from_ce() - self.from.num_days_from_ce();
        let x = self.left + INSET + f64::from(into) * self.day();
        x.clamp(self.left, self.right)
    }

    fn days(&self) -> f64 {
        f64::from(self.to.num_days_from_ce() - self.from.num_days_from_ce() + 1)
    }

    /// The days that are named, as close as their names allow.
    pub(super) fn ticks(&self) -> Vec<Tick> {
        if self.days() < FEWEST_DAYS_OF_MONTHS {
            let steps = WEEKS.iter().map(|weeks| self.weeks(*weeks));
            return first_with_room(steps);
        }
        let steps = MONTHS.iter().map(|months| self.months(*months));
        first_with_room(steps)
    }

    fn weeks(&self, step: i64) -> Vec<Tick> {
        let days = std::iter::successors(Some(self.from), |day| {
            day.checked_add_signed(TimeDelta::weeks(step))
        });
        self.named(days, |day| day.to_string())
    }

    /// The first days of months; of a whole year or more January's.
    fn months(&self, step: u32) -> Vec<Tick> {
        let is_named = |day: &NaiveDate| {
            let month = day.year().unsigned_abs() * 12 + day.month0();
            month.is_multiple_of(step)
        };
        let month = self.from.with_day(1).unwrap_or(self.from);
        let months =
            std::iter::successors(Some(month), |day| day.checked_add_months(Months::new(1)));
        let from = self.from;
        let months = months.filter(move |day| *day >= from).filter(is_named);
        self.named(months, |day| {
            if step >= 12 {
                day.format("%Y").to_string()
            } else {
                day.format("%m/%y").to_string()
            }
        })
    }

    fn named(
        &self,
        days: impl Iterator<Item = NaiveDate>,
        name: impl Fn(NaiveDate) -> String,
    ) -> Vec<Tick> {
        let within = days.take_while(|day| *day <= self.to);
        within
            .map(|day| Tick {
                x: self.start(day),
                name: name(day),
            })
            .collect()
    }

    /// Names the days below the axis. A name that would leave its place for another curve's is left out.
    pub(super) fn labels(&self, sheet: &mut Sheet) {
        let y = sheet.y() + LINE - 3.0;
        for tick in self.ticks() {
            let half = Face::Plain.width(&tick.name) / 2.0;
            let (from, to) = (self.left - LEFT, self.right + RIGHT);
            if tick.x - half >= from && tick.x + half <= to - 2.0 {
                sheet.text((tick.x, y), Anchor::Middle, Face::Plain, &tick.name);
            }
        }
        sheet.go_on(LINE + 4.0);
    }
}

fn first_with_room(mut steps: impl Iterator<Item = Vec<Tick>>) -> Vec<Tick> {
    let has_room = |ticks: &Vec<Tick>| {
        let next = ticks.iter().zip(ticks.iter().skip(1));
        next.clone().all(|(tick, next)| {
            let halves = Face::Plain.width(&tick.name) + Face::Plain.width(&next.name);
            next.x - tick.x >= halves / 2.0 + APART
        })
    };
    steps.find(has_room).unwrap_or_default()
}
