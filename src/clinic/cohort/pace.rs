use serde::{Deserialize, Serialize};

/// The mean decline of the published population, in points lost per month.
///
/// Source: van Eijk et al. 2025, 7,030 people with 31,746 ratings (`docs/clinical-sources.md`).
pub const PUBLISHED_MEAN: f64 = 0.89;

/// Between these 95 of 100 people of that population lie.
pub const PUBLISHED_RANGE: [f64; 2] = [0.04, 1.96];

/// Where the slope of a patient lies beside the published population: for clinicians alone, who know that its
/// decline is faster at first and that a slope has an interval.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// Slower than 0.04 points a month: as 2 or 3 of 100 people.
    SlowerThanMost,
    /// From there to the mean, 0.89.
    SlowerThanMean,
    /// From the mean to 1.96.
    FasterThanMean,
    /// Faster: as 2 or 3 of 100 people.
    FasterThanMost,
}

impl Pace {
    /// The name the contract uses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SlowerThanMost => "slower_than_most",
            Self::SlowerThanMean => "slower_than_mean",
            Self::FasterThanMean => "faster_than_mean",
            Self::FasterThanMost => "faster_than_most",
        }
    }

    /// The pace of a slope, which is negative in decline.
    pub fn of(points_per_month: f64) -> Self {
        let [slowest, fastest] = PUBLISHED_RANGE;
        match -points_per_month {
            lost if lost < slowest => Self::SlowerThanMost,
            lost if lost < PUBLISHED_MEAN => Self::SlowerThanMean,
            lost if lost <= fastest => Self::FasterThanMean,
            _ => Self::FasterThanMost,
        }
    }
}
