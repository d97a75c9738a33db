//! FT9 staging ("Fine 'til 9"): how many of the four subscores are 9 or lower.
//!
//! Source: Thakore, Lapin, Kinzy and Pioro 2018, Amyotroph Lateral Scler Frontotemporal Degener
//! 19:483-494. Unconfirmed: that 9 itself counts is from memory.

use serde::Serialize;

use super::verdict::{count, decided};
use super::{Answers, Domain, Score};

/// The highest subscore that counts as affected. Unconfirmed, see the module.
const AFFECTED_UP_TO: u8 = 9;

/// The FT9 stage of one set of answers, or what missing answers leave of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Ft9 {
    /// Domains affected, 0 to 4, where every way of filling the gaps gives the same.
    #[schema(maximum = 4)]
    pub stage: Option<u8>,
    /// Every stage that is possible, in order.
    pub possible: Vec<u8>,
}

impl Ft9 {
    /// Stages the answers.
    pub fn of(answers: &Answers) -> Self {
        let affected = Domain::ALL.map(|domain| affected(answers, domain));
        let possible: Vec<u8> = count(affected).collect();
        Self {
            stage: decided(&possible),
            possible,
        }
    }
}

fn affected(answers: &Answers, domain: Domain) -> Option<bool> {
    let scores = domain.items().map(|item| answers.points(item));
    let at_worst: u8 = scores.iter().map(|points| points.unwrap_or(0)).sum();
    let at_best: u8 = scores
        .iter()
        .map(|points| points.unwrap_or(Score::BEST))
        .sum();
    if at_best <= AFFECTED_UP_TO {
        Some(true)
    } else if at_worst > AFFECTED_UP_TO {
        Some(false)
    } else {
        None
    }
}
