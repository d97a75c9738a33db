//! What the lines of several scores share: the days of a stretch and who rated on each.

use std::rc::Rc;

use super::count;
use super::matrix::{Factor, dot};
use super::noise::{Each, Filter, by_kind, dot_each};
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
    pub(super) filter: Filter,
    /// The months, then for each group whether a point is of it, as each kind of noise leaves them.
    pub(super) columns: Vec<Vec<Each>>,
    /// Of the products of the columns, one for each kind.
    pub(super) factors: Vec<Factor>,
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
        let columns = std::iter::once(months.collect()).chain(levels);
        let filter = Filter::over(&weeks);
        let columns: Vec<_> = columns.map(|column: Vec<f64>| filter.of(&column)).collect();
        let products = columns.iter().enumerate().flat_map(|(place, column)| {
            let others = columns.iter().take(place + 1);
            others.map(|other| dot_each(column, other))
        });
        let products: Vec<Each> = products.collect();
        let factors = by_kind(&products).map(|products| Factor::of(&products));
        let factors = factors.collect::<Option<_>>()?;
        Some(Self {
            days,
            of_group,
            middle,
            groups,
            filter,
            columns,
            factors,
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
