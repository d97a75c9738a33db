//! The four domains of the scale.

use serde::{Deserialize, Serialize};

use super::Item;

/// Three items that are summed to a subscore of 0 to 12.
///
/// Source: the four factors of Bakker et al. 2017 (PMC5502060, n = 1,556), which also says that
/// items 6 and 7 load on both motor factors and that the domains form a profile.
#[derive(
    Clone,
    Copy,
    Debug,
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
#[schema(as = ScaleDomain)]
pub enum Domain {
    /// Items 1 to 3: speech, salivation, swallowing.
    Bulbar,
    /// Items 4 to 6: handwriting, cutting food, dressing.
    FineMotor,
    /// Items 7 to 9: turning in bed, walking, stairs.
    GrossMotor,
    /// Items 10 to 12: dyspnea, orthopnea, respiratory insufficiency.
    Respiratory,
}

impl Domain {
    /// Every domain, in the order of the scale.
    pub const ALL: [Self; 4] = [
        Self::Bulbar,
        Self::FineMotor,
        Self::GrossMotor,
        Self::Respiratory,
    ];

    /// The name the contract uses, such as `fine_motor`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Bulbar => "bulbar",
            Self::FineMotor => "fine_motor",
            Self::GrossMotor => "gross_motor",
            Self::Respiratory => "respiratory",
        }
    }

    /// What a family calls it: everyday words, in lower case, fit for the middle of a sentence.
    pub const fn everyday_name(self) -> &'static str {
        match self {
            Self::Bulbar => "speaking, saliva and swallowing",
            Self::FineMotor => "writing, cutting food and dressing",
            Self::GrossMotor => "turning in bed, walking and stairs",
            Self::Respiratory => "breathing",
        }
    }

    /// Its three items, in the order of the scale.
    pub const fn items(self) -> [Item; 3] {
        match self {
            Self::Bulbar => [Item::Speech, Item::Salivation, Item::Swallowing],
            Self::FineMotor => [Item::Handwriting, Item::Cutting, Item::Dressing],
            Self::GrossMotor => [Item::Turning, Item::Walking, Item::Stairs],
            Self::Respiratory => [
                Item::Dyspnea,
                Item::Orthopnea,
                Item::RespiratoryInsufficiency,
            ],
        }
    }
}
