//! The groups of raters in a stretch, and where one goes on for another.

use chrono::NaiveDate;
use serde::Serialize;

use super::point::{Group, Point};
use crate::clinical::{CuttingForm, Rater};

/// A group with fewer points than this says nothing of a slope: they only say where its level is.
const FEWEST_OF_A_GROUP: usize = 2;

/// How often a group rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = RatingGroup)]
pub struct GroupCount {
    /// Whose eyes it was seen with.
    pub rater: Rater,
    /// The form of item 5; `5a` too where the score does not hold that item.
    pub form: CuttingForm,
    /// How many ratings; of one alone none is used.
    #[schema(example = 20)]
    pub n: usize,
}

/// The groups of raters in a stretch.
pub(super) struct Raters {
    counts: Vec<GroupCount>,
    compared: Vec<Group>,
}

/// One group went on for another: their places among those compared, and the day.
pub(super) struct Turn {
    pub(super) from: (usize, Group),
    pub(super) to: (usize, Group),
    pub(super) on: NaiveDate,
}

impl Raters {
    /// Of points in the order of their days.
    pub(super) fn of(points: &[Point]) -> Self {
        let mut found: Vec<(Group, usize)> = Vec::new();
        for point in points {
            match found.iter_mut().find(|(group, _)| *group == point.group) {
                Some((_, n)) => *n += 1,
                None => found.push((point.group, 1)),
            }
        }
        let enough = found.iter().filter(|(_, n)| *n >= FEWEST_OF_A_GROUP);
        Self {
            compared: enough.map(|(group, _)| *group).collect(),
            counts: found
                .into_iter()
                .map(|(Group { rater, form }, n)| GroupCount { rater, form, n })
                .collect(),
        }
    }

    /// Those with two points or more, in the order of their first.
    pub(super) fn compared(&self) -> &[Group] {
        &self.compared
    }

    pub(super) fn counts(&self) -> &[GroupCount] {
        &self.counts
    }

    pub(super) fn place(&self, group: Group) -> Option<usize> {
        self.compared.iter().position(|other| *other == group)
    }

    /// The days over which the points of each group speak of a slope, added up: over a turn from one to
    /// another nothing is seen with the same eyes.
    pub(super) fn days_told(&self, points: &[Point]) -> i64 {
        let days = |group: &Group| {
            let mut of_group = points.iter().filter(|point| point.group == *group);
            let first = of_group.next();
            let last = of_group.next_back();
            first
                .zip(last)
                .map_or(0, |(first, last)| (last.day - first.day).num_days())
        };
        self.compared.iter().map(days).sum()
    }

    /// Each group but the first at its first point, with the group that rated the point before.
    pub(super) fn turns(&self, points: &[Point]) -> impl Iterator<Item = Turn> {
        self.compared
            .iter()
            .enumerate()
            .skip(1)
            .filter_map(|(place, group)| {
                let first = points.iter().position(|point| point.group == *group)?;
                let before = points.get(first.checked_sub(1)?)?.group;
                Some(Turn {
                    from: (self.place(before)?, before),
                    to: (place, *group),
                    on: points.get(first)?.day,
                })
            })
    }
}
