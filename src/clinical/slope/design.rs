//! What the lines of several scores share: the days of a stretch and who rated on each.

use std::rc::Rc;

use super::count;
use super::matrix::{Factor, dot};
use super::noise::{Filter, kinds};
use super::point::{Group, Point};
use crate::clinical::DAYS_PER_MONTH;
use crate::clinical::months::day_number;

/// Values of the same day are told apart by as much, in days.
const SAME_DAY: f64 = 0.5;

/// The days of a stretch under every kind of noise: one slope, and a level for each group of raters.
pub(super) struct Design {
    days: Vec<f64>,
    /// To which of the groups each point belongs.
    of_group: Vec<usize>,
    /// Day number in the middle.
    middle: f64,
    groups: usize,
    pub(super) kinds: Vec<Kind>,
}

/// A design as one kind of noise leaves it.
pub(super) struct Kind {
    pub(super) filter: Filter,
    /// The months, then for each group whether a point is of it, filtered.
    pub(super) columns: Vec<Vec<f64>>,
    pub(super) factor: Factor,
}

impl Design {
    /// Of points in the order of their days, all of one of `groups`; none where they do not determine
    /// a slope. What another score left in `last` is taken where it was rated on the same days by the
    /// same people: working it out is most of the work of a line.
    pub(super) fn of(
        points: &[Point],
        groups: &[Group],
        last: &mut Option<Rc<Self>>,
    ) -> Option<Rc<Self>> {
        let days: Vec<f64> = points.iter().map(|point| day_number(point.day)).collect();
        let place = |point: &Point| groups.iter().position(|group| *group == point.group);
        let of_group: Vec<usize> = points.iter().filter_map(place).collect();
        let is_same = |other: &Self| other.days == days && other.of_group == of_group;
        if !last.as_deref().is_some_and(is_same) {
            *last = Self::under_each_noise(days, of_group, groups.len()).map(Rc::new);
        }
        last.clone()
    }

    fn under_each_noise(days: Vec<f64>, of_group: Vec<usize>, groups: usize) -> Option<Self> {
        let middle = days.iter().sum::<f64>() / count(days.len());
        let before = days.first().into_iter().chain(&days);
        let apart = |(day, before): (&f64, &f64)| (day - before).max(SAME_DAY) / 7.0;
        let weeks: Vec<f64> = days.iter().zip(before).map(apart).collect();
        let months = days.iter().map(|day| (day - middle) / DAYS_PER_MONTH);
        let is_of = |group| move |of: &usize| f64::from(u8::from(*of == group));
        let levels = (0..groups).map(|group| of_group.iter().map(is_of(group)).collect());
        let columns: Vec<Vec<f64>> = std::iter::once(months.collect()).chain(levels).collect();
        let kinds = kinds().map(|noise| {
            let filter = noise.filter(&weeks);
            let columns: Vec<_> = columns.iter().map(|column| filter.of(column)).collect();
            let factor = Factor::of_products(&columns)?;
            Some(Kind {
                filter,
                columns,
                factor,
            })
        });
        let kinds = kinds.collect::<Option<_>>()?;
        Some(Self {
            days,
            of_group,
            middle,
            groups,
            kinds,
        })
    }

    /// How many numbers a line has.
    pub(super) fn unknowns(&self) -> usize {
        1 + self.groups
    }

    /// The slope in units a month.
    pub(super) fn slope(&self) -> Combination {
        let mut combination = self.nothing();
        combination.add(0, 1.0);
        combination
    }

    /// The value of one group's line on a day.
    pub(super) fn value_on(&self, day: f64, group: usize) -> Combination {
        let mut combination = self.nothing();
        combination.add(0, (day - self.middle) / DAYS_PER_MONTH);
        combination.add(1 + group, 1.0);
        combination
    }

    /// How much higher the line of one group is than that of another.
    pub(super) fn step(&self, from: usize, to: usize) -> Combination {
        let mut combination = self.nothing();
        combination.add(1 + from, -1.0);
        combination.add(1 + to, 1.0);
        combination
    }

    fn nothing(&self) -> Combination {
        Combination(vec![0.0; self.unknowns()])
    }
}

/// A sum of multiples of the unknowns, the slope first.
pub(super) struct Combination(Vec<f64>);

impl Combination {
    fn add(&mut self, place: usize, factor: f64) {
        if let Some(slot) = self.0.get_mut(place) {
            *slot += factor;
        }
    }

    /// What it comes to, and its variance as a share of that of the noise.
    pub(super) fn of(&self, unknowns: &[f64], factor: &Factor) -> (f64, f64) {
        (dot(&self.0, unknowns), factor.inverse_form(&self.0))
    }
}
