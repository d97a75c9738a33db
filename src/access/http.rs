//! How a denial is told.

use actix_web::http::header::WWW_AUTHENTICATE;

use super::{AccessError, Assurance, Denial, FRESH};
use crate::platform::http::{AsProblem, EdgeRefusal, HttpError, Problem};

impl AsProblem for Denial {
    fn problem(&self) -> Problem {
        match self {
            Self::SessionEnded => EdgeRefusal::InvalidToken.problem(),
            Self::SecondFactorNeeded => {
                let asked = challenge(Assurance::TwoFactors);
                Problem::new(self.code()).header(WWW_AUTHENTICATE, &asked)
            }
            Self::NotFresh(demanded) => {
                let asked = format!(
                    "{}, max_age=\"{}\"",
                    challenge(*demanded),
                    FRESH.num_seconds()
                );
                Problem::new(self.code()).header(WWW_AUTHENTICATE, &asked)
            }
            Self::Invisible => EdgeRefusal::NotFound.problem(),
            Self::SummaryOnly
            | Self::ReadOnly
            | Self::PatientOnly
            | Self::TrusteeOnly
            | Self::DiaryClosed
            | Self::ClinicianOnly
            | Self::SiteRole
            | Self::AdminOnly => Problem::new(self.code()),
        }
    }
}

/// What to come back with (RFC 9470, section 3).
fn challenge(demanded: Assurance) -> String {
    let name = demanded.name();
    format!("Bearer error=\"insufficient_user_authentication\", acr_values=\"{name}\"")
}

impl From<AccessError> for HttpError {
    fn from(denied: AccessError) -> Self {
        match denied {
            AccessError::By(denial) => denial.into(),
            AccessError::Broken(error) => error.into(),
        }
    }
}
