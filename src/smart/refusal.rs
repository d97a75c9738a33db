//! Why a program gets no token, as OAuth 2.0 says it (RFC 6749, section 5.2).

use actix_web::HttpResponse;
use serde::Serialize;

/// Why there is no token. What is wrong with an assertion is for the log alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenRefusal {
    /// A parameter is missing, unknown or repeated.
    Request,
    /// Something else is asked for than a program's own token.
    GrantType,
    /// Not known, or not proved.
    Client,
    /// Nothing that was asked for was promised.
    Scope,
}

/// The refusal, as it is told.
#[derive(Serialize)]
struct RefusalResponse {
    error: &'static str,
    error_description: &'static str,
}

impl TokenRefusal {
    /// The answer.
    pub fn respond(self) -> HttpResponse {
        let (error, error_description) = match self {
            Self::Request => (
                "invalid_request",
                "grant_type, scope, client_assertion_type and client_assertion are needed, each once",
            ),
            Self::GrantType => (
                "unsupported_grant_type",
                "There is client_credentials, and no other",
            ),
            Self::Client => (
                "invalid_client",
                "The program is not known, or its assertion is not valid",
            ),
            Self::Scope => (
                "invalid_scope",
                "Nothing of that was promised to the program",
            ),
        };
        let mut response = match self {
            Self::Client => HttpResponse::Unauthorized(),
            Self::Request | Self::GrantType | Self::Scope => HttpResponse::BadRequest(),
        };
        response.json(RefusalResponse {
            error,
            error_description,
        })
    }
}
