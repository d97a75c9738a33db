//! How a refusal is told.

use actix_web::http::header::WWW_AUTHENTICATE;

use crate::access::TokenError;
use crate::accounts::{HashingError, Refusal};
use crate::platform::http::{AsProblem, EdgeRefusal, HttpError, Problem};

impl AsProblem for Refusal {
    fn problem(&self) -> Problem {
        let problem = Problem::new(self.code());
        match self {
            Self::WrongCredentials
            | Self::InvalidGrant
            | Self::WrongCode
            | Self::PasskeyRefused
            | Self::MfaTokenNotValid => problem.header(WWW_AUTHENTICATE, "Bearer"),
            Self::WrongPassword
            | Self::NotThePage
            | Self::CodeNotValid
            | Self::LastFactor
            | Self::TooManyPasskeys
            | Self::PasskeyNotValid
            | Self::NoSecondFactor => problem,
        }
    }
}

impl From<HashingError> for HttpError {
    fn from(error: HashingError) -> Self {
        match error {
            HashingError::Busy => EdgeRefusal::Unavailable.into(),
            HashingError::Broken => {
                tracing::error!(%error, "broken");
                EdgeRefusal::Internal.into()
            }
        }
    }
}

impl From<TokenError> for HttpError {
    fn from(error: TokenError) -> Self {
        tracing::error!(%error, "broken");
        EdgeRefusal::Internal.into()
    }
}
