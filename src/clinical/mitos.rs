//! Milano-Torino staging (`MiToS`): how many of four functions are lost.
//!
//! Source: Chiò et al. 2015, J Neurol Neurosurg Psychiatry 86:38-44, table 1.

use serde::Serialize;

use super::verdict::{all, any, at_most, count, decided};
use super::{Answers, Item};

/// The `MiToS` stage of one set of answers, or what missing answers leave of it.
///
/// Items 2, 5, 7, 9 and 11 are not used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Mitos {
    /// Functions lost, 0 to 4, where every way of filling the gaps gives the same.
    #[schema(maximum = 4)]
    pub stage: Option<u8>,
    /// The functions that are lost whatever the gaps hide: `movement`, `swallowing`,
    /// `communicating`, `breathing`.
    pub lost: Vec<&'static str>,
    /// Every stage that is possible, in order.
    pub possible: Vec<u8>,
}

impl Mitos {
    /// Stages the answers.
    pub fn of(answers: &Answers) -> Self {
        let functions = [
            ("movement", movement_lost(answers)),
            ("swallowing", swallowing_lost(answers)),
            ("communicating", communicating_lost(answers)),
            ("breathing", breathing_lost(answers)),
        ];
        let possible: Vec<u8> = count(functions.map(|(_, lost)| lost)).collect();
        Self {
            stage: decided(&possible),
            lost: functions
                .into_iter()
                .filter_map(|(function, lost)| (lost == Some(true)).then_some(function))
                .collect(),
            possible,
        }
    }
}

fn movement_lost(answers: &Answers) -> Option<bool> {
    any([
        at_most(1, Item::Walking, answers),
        at_most(1, Item::Dressing, answers),
    ])
}

fn swallowing_lost(answers: &Answers) -> Option<bool> {
    at_most(1, Item::Swallowing, answers)
}

/// Speech AND handwriting, as the table prints it; at least one public script says OR.
fn communicating_lost(answers: &Answers) -> Option<bool> {
    all([
        at_most(1, Item::Speech, answers),
        at_most(1, Item::Handwriting, answers),
    ])
}

fn breathing_lost(answers: &Answers) -> Option<bool> {
    any([
        at_most(1, Item::Dyspnea, answers),
        at_most(2, Item::RespiratoryInsufficiency, answers),
    ])
}
