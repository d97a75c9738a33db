//! Why a caller is not let in, and how that is told.

use actix_web::http::header::WWW_AUTHENTICATE;

use super::{Assurance, FRESH};
use crate::platform::db::{DbError, MayBeDb};
use crate::platform::http::{AsProblem, EdgeRefusal, HttpError, Problem, refusals};

refusals! {
    /// Why a caller is not let in.
    pub enum Denial, told otherwise {
        /// Signed out, expired, disabled, or never there.
        SessionEnded => 401 "invalid_token" "The access token is not valid any more: refresh it, or sign in again.",
        /// A password alone opens nothing of an account that sees many patients.
        SecondFactorNeeded => 401 "insufficient_user_authentication" "Say who you are once more, as WWW-Authenticate asks.",
        /// What is dangerous takes a proof of a moment ago of who the caller is, with this much.
        NotFresh(Assurance) => 401 "insufficient_user_authentication" "Say who you are once more, as WWW-Authenticate asks.",
        /// Not there, or nothing the caller may know of: the two must look the same.
        Invisible => 404 "not_found" "There is nothing here.",
        /// The caller sees the trend, not the single entries.
        SummaryOnly => 403 "summary_only" "You were given the trend of this diary, not its entries; the patient can change that.",
        /// The caller sees the entries, but may not write.
        ReadOnly => 403 "read_only" "You were given this diary to read, not to write; the patient can change that.",
        /// Only the person whose diary it is.
        PatientOnly => 403 "patient_only" "Only the person whose diary this is can do that.",
        /// Only the trustee.
        TrusteeOnly => 403 "trustee_only" "Only the trustee whom the patient chose can do that.",
        /// The diary is closed.
        DiaryClosed => 403 "diary_closed" "This diary is closed and takes no records.",
        /// Only those who treat.
        ClinicianOnly => 403 "clinician_only" "Only those who treat the patient can do that.",
        /// Works at the site, as something else.
        SiteRole => 403 "site_role" "Your role at this clinic does not allow that.",
        /// Only programs of a clinic.
        ProgramOnly => 403 "program_only" "Only programs of a clinic can do that; people ask for exports there.",
        /// Only those who run the installation.
        AdminOnly => 403 "admin_only" "Only those who run this service can do that.",
    }
}

/// Denied, or broken while looking.
#[derive(Debug, thiserror::Error)]
pub enum AccessError {
    /// The policy says no.
    #[error("denied")]
    By(Denial),
    /// The database is broken.
    #[error(transparent)]
    Broken(#[from] DbError),
}

impl From<Denial> for AccessError {
    fn from(denial: Denial) -> Self {
        Self::By(denial)
    }
}

impl MayBeDb for AccessError {
    fn as_db(&self) -> Option<&DbError> {
        match self {
            Self::Broken(error) => Some(error),
            Self::By(_) => None,
        }
    }
}

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
            | Self::ProgramOnly
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
