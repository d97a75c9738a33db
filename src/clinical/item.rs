//! The twelve items of the scale.

use super::vocabulary::words;
use super::{CuttingForm, Domain};

words! {
    /// One of the twelve items, each scored 0 (function lost) to 4 (as before the disease).
    ///
    /// Source: Cedarbaum et al. 1999, J Neurol Sci 169:13-21. Items 5a and 5b are one item asked in two
    /// forms, see [`CuttingForm`].
    enum Item {
        /// Item 1.
        Speech "speech",
        /// Item 2.
        Salivation "salivation",
        /// Item 3.
        Swallowing "swallowing",
        /// Item 4.
        Handwriting "handwriting",
        /// Item 5a or 5b: cutting food and handling utensils.
        Cutting "cutting",
        /// Item 6: dressing and hygiene.
        Dressing "dressing",
        /// Item 7: turning in bed and adjusting bed clothes.
        Turning "turning",
        /// Item 8.
        Walking "walking",
        /// Item 9: climbing stairs.
        Stairs "stairs",
        /// Item 10.
        Dyspnea "dyspnea",
        /// Item 11.
        Orthopnea "orthopnea",
        /// Item 12.
        RespiratoryInsufficiency "respiratory_insufficiency",
    }
}

impl Item {
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
