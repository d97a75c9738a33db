//! Where a line begins and ends.

use chrono::NaiveDate;
use serde::Serialize;

use super::line::Line;
use super::point::{Group, Point};
use super::{Fit, VALUE_DECIMALS, round};
use crate::clinical::months::day_number;
use crate::clinical::write_day;

/// The fitted line on one day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct LineEnd {
    /// The day of the first or the last point.
    #[serde(serialize_with = "write_day")]
    pub day: NaiveDate,
    /// The value of the line, in the level of the group that rated then.
    #[schema(example = 38.2)]
    pub value: f64,
    /// Its 95 % interval; null when all points lie on one line.
    pub ci95: Option<[f64; 2]>,
}

/// The line in the level of one group of raters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupLine {
    /// Whose level.
    pub group: Group,
    /// On the days of the first and the last rating of the group.
    pub ends: [LineEnd; 2],
}

impl LineEnd {
    pub(super) fn rounded(self) -> Self {
        let rounded = |value| round(value, VALUE_DECIMALS);
        Self {
            day: self.day,
            value: rounded(self.value),
            ci95: self.ci95.map(|ends| ends.map(rounded)),
        }
    }
}

impl Fit {
    /// The line of each group, in the order of their first points.
    pub(super) fn lines(&self, line: &Line, weights: &[f64]) -> Vec<GroupLine> {
        let of_group = |(place, group): (usize, &Group)| {
            let end = |point: &Point| {
                let told = line.value_on(weights, day_number(point.day), place);
                let clamp = |value| self.scale.clamp(value);
                LineEnd {
                    day: point.day,
                    value: clamp(told.mean()),
                    ci95: told.ci95().map(|ends| ends.map(clamp)),
                }
            };
            let mut points = self.points.iter().filter(|point| point.group == *group);
            let first = points.next()?;
            Some(GroupLine {
                group: *group,
                ends: [end(first), end(points.next_back()?)],
            })
        };
        let groups = self.raters.compared().iter().enumerate();
        groups.filter_map(of_group).collect()
    }

    /// The line on the first and the last day.
    pub(super) fn ends(&self, lines: &[GroupLine]) -> Option<[LineEnd; 2]> {
        let of = |point: &Point| lines.iter().find(|line| line.group == point.group);
        let [first, _] = of(self.points.first()?)?.ends;
        let [_, last] = of(self.points.last()?)?.ends;
        Some([first, last])
    }
}
