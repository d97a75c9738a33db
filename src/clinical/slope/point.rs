//! What a slope is drawn through.

use chrono::NaiveDate;

use crate::clinical::{CuttingForm, Rater};

/// One value on the day it was assessed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The civil day of the assessment.
    pub day: NaiveDate,
    /// The score, the strength of a symptom, or the weight.
    pub value: f64,
    /// How it was rated.
    pub group: Group,
}

/// How a value was rated: the values of one group are on one level, those of two may be a step apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Whose eyes it was seen with.
    pub rater: Rater,
    /// The form of item 5 that was answered; `5a` too where the score does not hold that item.
    pub form: CuttingForm,
}

impl Group {
    /// Of what does not hold item 5.
    pub const fn rated_by(rater: Rater) -> Self {
        Self {
            rater,
            form: CuttingForm::A,
        }
    }

    /// Of what is measured: the reading is the same for every eye.
    pub const MEASURED: Self = Self::rated_by(Rater::Oneself);
}

/// Between which two numbers a value lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The lowest value there is.
    pub lowest: f64,
    /// The highest value there is.
    pub highest: f64,
}

impl Scale {
    /// A total, 0 to 48.
    pub const TOTAL: Self = Self::up_to(48.0);
    /// A subscore, 0 to 12.
    pub const SUBSCORE: Self = Self::up_to(12.0);
    /// A symptom, 0 to 10.
    pub const SYMPTOM: Self = Self::up_to(10.0);
    /// A weight in kilograms, 20 to 300: the bounds of what is taken, far from any patient's.
    pub const WEIGHT: Self = Self {
        lowest: 20.0,
        highest: 300.0,
    };

    const fn up_to(highest: f64) -> Self {
        Self {
            lowest: 0.0,
            highest,
        }
    }

    /// Whether a fifth of the values or more lie at one of its ends, where a slope can only flatten.
    /// The fifth is ours.
    pub(super) fn is_reached_by(self, points: &[Point]) -> bool {
        let many = |is_at: &dyn Fn(&Point) -> bool| {
            let found = points.iter().filter(|point| is_at(point)).count();
            found > 0 && found * 5 >= points.len()
        };
        many(&|point| point.value <= self.lowest) || many(&|point| point.value >= self.highest)
    }

    pub(super) fn clamp(self, value: f64) -> f64 {
        value.clamp(self.lowest, self.highest)
    }
}
