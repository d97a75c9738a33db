//! The three stagings side by side.

use serde::Serialize;

use super::{Answers, Ft9, Kings, Mitos};

/// What each staging says about one set of answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Stages {
    /// King's, estimated.
    pub kings: Kings,
    /// Milano-Torino.
    pub mitos: Mitos,
    /// Fine 'til 9.
    pub ft9: Ft9,
}

impl Stages {
    /// Stages the answers in all three ways.
    pub fn of(answers: &Answers) -> Self {
        Self::with_tube(answers, false)
    }

    /// The same where a feeding tube may be recorded beside them.
    pub fn with_tube(answers: &Answers, has_tube: bool) -> Self {
        Self {
            kings: Kings::with_tube(answers, has_tube),
            mitos: Mitos::of(answers),
            ft9: Ft9::of(answers),
        }
    }
}
