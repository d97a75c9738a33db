//! The four domains of the scale.

use super::Item;
use super::vocabulary::words;

words! {
    /// Three items that are summed to a subscore of 0 to 12.
    ///
    /// Source: the four factors of Bakker et al. 2017 (PMC5502060, n = 1,556), which also says that
    /// items 6 and 7 load on both motor factors and that the domains form a profile.
    #[schema(as = ScaleDomain)]
    enum Domain {
        /// Items 1 to 3: speech, salivation, swallowing.
        Bulbar "bulbar",
        /// Items 4 to 6: handwriting, cutting food, dressing.
        FineMotor "fine_motor",
        /// Items 7 to 9: turning in bed, walking, stairs.
        GrossMotor "gross_motor",
        /// Items 10 to 12: dyspnea, orthopnea, respiratory insufficiency.
        Respiratory "respiratory",
    }
}

impl Domain {
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
