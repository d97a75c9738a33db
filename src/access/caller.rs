//! Who sends a request: read from the `Authorization` header and nothing else.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use chrono::{DateTime, Utc};

use super::Assurance;
use super::token::{AccessToken, Tokens};
use crate::platform::App;
use crate::platform::http::{EdgeRefusal, HttpError};
use crate::platform::ids::{AccountId, SessionId};
use crate::platform::vault::Vault;

/// The bearer of a verified token. Whether the session still lives is checked in the transaction of
/// the work, by [`super::to_account`] or [`super::to_patient`].
#[derive(Debug, Clone)]
pub struct Caller {
    token: AccessToken,
    at: DateTime<Utc>,
    vault: Vault,
}

impl Caller {
    /// The bearer of `token`; `None` when it is not valid at this instant.
    pub fn verified(
        tokens: &Tokens,
        vault: &Vault,
        token: &str,
        at: DateTime<Utc>,
    ) -> Option<Self> {
        let token = tokens.verify(token, at)?;
        let vault = vault.clone();
        Some(Self { token, at, vault })
    }

    /// Who.
    pub fn account(&self) -> AccountId {
        self.token.account
    }

    /// On which device.
    pub fn session(&self) -> SessionId {
        self.token.session
    }

    /// How surely and when they said who they are, as this one token has it: a token that is older
    /// than that does not profit.
    pub fn authenticated(&self) -> (Assurance, DateTime<Utc>) {
        (self.token.assurance, self.token.authenticated_at)
    }

    /// When the request came.
    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }

    pub(super) fn vault(&self) -> &Vault {
        &self.vault
    }
}

impl FromRequest for Caller {
    type Error = HttpError;
    type Future = Ready<Result<Self, HttpError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request).and_then(|(app, caller)| {
            request.extensions_mut().insert(caller.clone());
            app.limits.requests.take(caller.session(), caller.at)?;
            Ok(caller)
        }))
    }
}

fn read(request: &HttpRequest) -> Result<(Data<App>, Caller), HttpError> {
    let found = |missing| HttpError::from(missing);
    let app = request.app_data::<Data<App>>().cloned();
    let tokens = request.app_data::<Data<Tokens>>();
    let (Some(app), Some(tokens)) = (app, tokens) else {
        return Err(found(EdgeRefusal::Internal));
    };
    let mut headers = request.headers().get_all(AUTHORIZATION);
    let header = headers.next().ok_or(EdgeRefusal::Unauthenticated)?;
    if headers.next().is_some() {
        return Err(found(EdgeRefusal::InvalidHeader));
    }
    let at = app.clock.now();
    let caller = header
        .to_str()
        .ok()
        .and_then(|text| text.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .and_then(|(_, token)| Caller::verified(tokens, &app.vault, token.trim(), at))
        .ok_or(EdgeRefusal::InvalidToken)?;
    Ok((app, caller))
}
