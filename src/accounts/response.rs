//! What is shown of a person.

use secrecy::ExposeSecret;
use serde::Serialize;
use utoipa::ToSchema;

use super::model::Account;
use super::open_session::SessionTokens;
use crate::access::{AccessToken, Role, Tokens, lifetime};
use crate::platform::App;
use crate::platform::http::HttpResult;
use crate::platform::ids::{AccountId, PatientId, SessionId};

/// A person who can sign in.
#[derive(Serialize, ToSchema)]
#[schema(as = Account)]
pub struct AccountResponse {
    id: AccountId,
    role: Role,
    /// What others see this person as.
    #[schema(example = "Ada")]
    display_name: String,
    #[schema(example = "ada@example.org")]
    email: String,
    /// An IANA time zone.
    #[schema(example = "Europe/Berlin")]
    time_zone: String,
    /// A BCP 47 tag.
    #[schema(example = "de")]
    locale: Option<String>,
}

impl From<Account> for AccountResponse {
    fn from(account: Account) -> Self {
        let person = account.person;
        Self {
            id: account.id,
            role: person.role,
            display_name: person.display_name,
            email: person.email.as_str().to_owned(),
            time_zone: person.time_zone.name().to_owned(),
            locale: person.locale,
        }
    }
}

/// A session of the page: its refresh token is in the cookie.
#[derive(Serialize, ToSchema)]
#[schema(as = PageSession)]
pub(super) struct PageSessionResponse {
    /// For the `Authorization` header, and nowhere else.
    access_token: String,
    #[schema(example = "Bearer")]
    token_type: &'static str,
    /// Seconds until the access token expires.
    #[schema(example = 600)]
    expires_in: i64,
    session_id: SessionId,
    account: AccountResponse,
    /// Null but for patients.
    patient_id: Option<PatientId>,
}

impl PageSessionResponse {
    /// Mints the access token that goes with the refresh token.
    pub(super) fn new(app: &App, tokens: &Tokens, opened: SessionTokens) -> HttpResult<Self> {
        let role = opened.account.person.role;
        let bearer = AccessToken {
            account: opened.account.id,
            session: opened.session,
            assurance: opened.assurance,
            authenticated_at: opened.authenticated_at,
        };
        Ok(Self {
            access_token: tokens.mint(&app.ids, app.clock.now(), role, bearer)?,
            token_type: "Bearer",
            expires_in: lifetime(role).num_seconds(),
            session_id: opened.session,
            account: opened.account.into(),
            patient_id: opened.patient,
        })
    }
}

/// A session, with the tokens to use it.
#[derive(Serialize, ToSchema)]
#[schema(as = Session)]
pub(super) struct SessionResponse {
    #[serde(flatten)]
    session: PageSessionResponse,
    /// Good until its successor has been used: after a lost answer, send the same one again.
    refresh_token: String,
}

impl SessionResponse {
    /// As [`PageSessionResponse::new`].
    pub(super) fn new(app: &App, tokens: &Tokens, opened: SessionTokens) -> HttpResult<Self> {
        Ok(Self {
            refresh_token: opened.refresh_token.expose_secret().to_owned(),
            session: PageSessionResponse::new(app, tokens, opened)?,
        })
    }
}

/// What everybody is told who asks for a code, whether or not the address has an account.
#[derive(Serialize, ToSchema)]
pub(super) struct CodeNotice {
    /// Always `code_sent`.
    #[schema(example = "code_sent")]
    status: &'static str,
}

impl Default for CodeNotice {
    fn default() -> Self {
        Self {
            status: "code_sent",
        }
    }
}
