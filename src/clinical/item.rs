//! The twelve items of the scale.

use serde::{Deserialize, Serialize};

use super::{CuttingForm, Domain};

/// One of the twelve items, each scored 0 (function lost) to 4 (as before the disease).
///
/// Source: Cedarbaum et al. 1999, J Neurol Sci 169:13-21. Items 5a and 5b are one item asked in two
/// forms, see [`CuttingForm`].
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
pub enum Item {
    /// Item 1.
    Speech,
    /// Item 2.
    Salivation,
    /// Item 3.
    Swallowing,
    /// Item 4.
    Handwriting,
    /// Item 5a or 5b: cutting food and handling utensils.
    Cutting,
    /// Item 6: dressing and hygiene.
    Dressing,
    /// Item 7: turning in bed and adjusting bed clothes.
    Turning,
    /// Item 8.
    Walking,
    /// Item 9: climbing stairs.
    Stairs,
    /// Item 10.
    Dyspnea,
    /// Item 11.
    Orthopnea,
    /// Item 12.
    RespiratoryInsufficiency,
}

impl Item {
    /// Every item, in the order of the scale.
    pub const ALL: [Self; 12] = [
        Self::Speech,
        Self::Salivation,
        Self::Swallowing,
        Self::Handwriting,
        Self::Cutting,
        Self::Dressing,
        Self::Turning,
        Self::Walking,
        Self::Stairs,
        Self::Dyspnea,
        Self::Orthopnea,
        Self::RespiratoryInsufficiency,
    ];

    /// The name the contract uses, such as `respiratory_insufficiency`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Speech => "speech",
            Self::Salivation => "salivation",
            Self::Swallowing => "swallowing",
            Self::Handwriting => "handwriting",
            Self::Cutting => "cutting",
            Self::Dressing => "dressing",
            Self::Turning => "turning",
            Self::Walking => "walking",
            Self::Stairs => "stairs",
            Self::Dyspnea => "dyspnea",
            Self::Orthopnea => "orthopnea",
            Self::RespiratoryInsufficiency => "respiratory_insufficiency",
        }
    }

    /// The number printed on the form: `1` to `12`, with `5a` or `5b`.
    pub const fn number(self, form: CuttingForm) -> &'static str {
        match self {
            Self::Speech => "1",
            Self::Salivation => "2",
            Self::Swallowing => "3",
            Self::Handwriting => "4",
            Self::Cutting => form.key(),
            Self::Dressing => "6",
            Self::Turning => "7",
            Self::Walking => "8",
            Self::Stairs => "9",
            Self::Dyspnea => "10",
            Self::Orthopnea => "11",
            Self::RespiratoryInsufficiency => "12",
        }
    }

    /// The domain whose subscore it enters.
    pub const fn domain(self) -> Domain {
        match self {
            Self::Speech | Self::Salivation | Self::Swallowing => Domain::Bulbar,
            Self::Handwriting | Self::Cutting | Self::Dressing => Domain::FineMotor,
            Self::Turning | Self::Walking | Self::Stairs => Domain::GrossMotor,
            Self::Dyspnea | Self::Orthopnea | Self::RespiratoryInsufficiency => Domain::Respiratory,
        }
    }
}
