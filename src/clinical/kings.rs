//! King's staging, estimated from the ALSFRS-R.
//!
//! Source: Balendra et al. 2014, Amyotroph Lateral Scler Frontotemporal Degener 15:279-284, doi
//! 10.3109/21678421.2014.897357. Unconfirmed: the paper was not readable to us; the rules are those
//! on which two independent public implementations agree (`docs/clinical-sources.md`).

use serde::Serialize;

use super::verdict::{any, at_most, count, decided};
use super::vocabulary::words;
use super::{Answers, Item};

words! {
    /// A King's stage. The order is that of a list: neither of 4A and 4B is the worse one.
    enum KingsStage {
        /// No region involved: below what the staging covers, though the total may be under 48.
        Zero "0",
        /// One region involved.
        One "1",
        /// Two regions involved.
        Two "2",
        /// Three regions involved.
        Three "3",
        /// Nutritional failure.
        FourA "4A",
        /// Respiratory failure.
        FourB "4B",
        /// Both failures. Some published scripts report these as 4B or plain 4.
        FourAAndB "4A+4B",
    }
}

impl KingsStage {
    /// The stage as a number, 0 to 4.
    pub const fn number(self) -> u8 {
        match self {
            Self::Zero => 0,
            Self::One => 1,
            Self::Two => 2,
            Self::Three => 3,
            Self::FourA | Self::FourB | Self::FourAAndB => 4,
        }
    }

    const fn of_regions(regions: u8) -> Self {
        match regions {
            0 => Self::Zero,
            1 => Self::One,
            2 => Self::Two,
            _ => Self::Three,
        }
    }
}

/// The King's stage of one set of answers, or what missing answers leave of it.
///
/// Only an estimate of the clinical stage: there, a gastrostomy or ventilation that was offered and
/// refused counts too (Roche et al. 2012, Brain 135:847). Items 6, 7, 9 and 11 are not used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Kings {
    /// The stage, where every way of filling the gaps gives the same.
    pub stage: Option<KingsStage>,
    /// Regions involved, 0 to 3, counted in stage 4 as well.
    #[schema(maximum = 3)]
    pub regions: Option<u8>,
    /// 4A: a gastrostomy, by form 5b or recorded beside 5a. In a trend a feeding tube among the milestones too.
    pub nutritional_failure: Option<bool>,
    /// 4B: dyspnea 0, or any ventilation (item 12 below 4).
    pub respiratory_failure: Option<bool>,
    /// Every stage that is possible, in order.
    pub possible: Vec<KingsStage>,
}

impl Kings {
    /// Stages the answers.
    pub fn of(answers: &Answers) -> Self {
        Self::with_tube(answers, false)
    }

    /// The same of a person who may be fed by a tube that the answers do not tell of: one through the
    /// nose counts in the clinical stage too (Roche et al. 2012, Brain 135:847).
    pub fn with_tube(answers: &Answers, has_tube: bool) -> Self {
        let regions = count([
            bulbar_involved(answers),
            upper_limb_involved(answers),
            lower_limb_involved(answers),
        ]);
        let tube = has_tube || answers.gastrostomy();
        let respiratory_failure = respiratory_failure(answers);

        let mut possible = Vec::new();
        if respiratory_failure != Some(true) {
            if tube {
                possible.push(KingsStage::FourA);
            } else {
                possible.extend(regions.clone().map(KingsStage::of_regions));
            }
        }
        if respiratory_failure != Some(false) {
            possible.push(if tube {
                KingsStage::FourAAndB
            } else {
                KingsStage::FourB
            });
        }
        Self {
            stage: decided(&possible),
            regions: (regions.start() == regions.end()).then_some(*regions.start()),
            nutritional_failure: Some(tube),
            respiratory_failure,
            possible,
        }
    }
}

fn bulbar_involved(answers: &Answers) -> Option<bool> {
    any([Item::Speech, Item::Salivation, Item::Swallowing].map(|item| at_most(3, item, answers)))
}

fn upper_limb_involved(answers: &Answers) -> Option<bool> {
    any([Item::Handwriting, Item::Cutting].map(|item| at_most(3, item, answers)))
}

fn lower_limb_involved(answers: &Answers) -> Option<bool> {
    at_most(3, Item::Walking, answers)
}

fn respiratory_failure(answers: &Answers) -> Option<bool> {
    any([
        at_most(0, Item::Dyspnea, answers),
        at_most(3, Item::RespiratoryInsufficiency, answers),
    ])
}
