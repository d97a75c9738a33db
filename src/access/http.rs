//! How a denial is told.

use super::{Denial, Denied};
use crate::platform::http::{AsProblem, HttpError, Problem, Refused};

impl AsProblem for Denial {
    fn problem(&self) -> Problem {
        match self {
            Self::SessionEnded => Refused::InvalidToken.problem(),
            Self::Invisible => Refused::NotFound.problem(),
            Self::SummaryOnly | Self::ReadOnly | Self::PatientOnly => Problem::new(self.code()),
        }
    }
}

impl From<Denied> for HttpError {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::By(denial) => denial.into(),
            Denied::Broken(error) => error.into(),
        }
    }
}
