//! Who sends a request: read from the `Authorization` header and nothing else.

use std::future::{Ready, ready};
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use chrono::{DateTime, Utc};

use super::Assurance;
use super::token::{AccessToken, Tokens};
use crate::platform::App;
use crate::platform::http::{EdgeRefusal, HttpError};
use crate::platform::ids::{AccountId, ClientId, SessionId};
use crate::platform::vault::Vault;

/// The bearer of a verified token. Whether the session still lives is checked in the transaction of
/// the work, by [`super::to_account`] or [`super::to_patient`].
#[derive(Debug, Clone)]
pub struct Caller {
    token: AccessToken,
    /// What a program of a clinic was granted, where one asks.
    scope: Option<Arc<str>>,
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
        Some(Self {
            token,
            scope: None,
            at,
            vault,
        })
    }

    /// The program that bears `token`; `None` when it is not valid at this instant.
    fn of_program(tokens: &Tokens, vault: &Vault, token: &str, at: DateTime<Utc>) -> Option<Self> {
        let (client, scope) = tokens.verify_client(token, at)?;
        let token = AccessToken {
            // It has no account, and is known by a name that no account has.
            account: client.0.into(),
            session: client.0.into(),
            assurance: Assurance::TwoFactors,
            authenticated_at: at,
        };
        let (scope, vault) = (Some(scope.into()), vault.clone());
        Some(Self {
            token,
            scope,
            at,
            vault,
        })
    }

    /// What it was granted, where a program of a clinic asks.
    pub fn scope(&self) -> Option<&str> {
        self.scope.as_deref()
    }

    /// The program that asks, where none of the people does.
    pub(super) fn client(&self) -> Option<ClientId> {
        self.scope.as_ref().map(|_| self.token.account.0.into())
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
        ready(extract(request, Self::verified))
    }
}

/// A person, or a program of a clinic: for the routes that both may call.
#[derive(Debug, Clone)]
pub struct PersonOrProgram(pub Caller);

impl FromRequest for PersonOrProgram {
    type Error = HttpError;
    type Future = Ready<Result<Self, HttpError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let either = |tokens: &Tokens, vault: &Vault, token: &str, at| {
            Caller::verified(tokens, vault, token, at)
                .or_else(|| Caller::of_program(tokens, vault, token, at))
        };
        ready(extract(request, either).map(Self))
    }
}

fn extract(
    request: &HttpRequest,
    verify: impl Fn(&Tokens, &Vault, &str, DateTime<Utc>) -> Option<Caller>,
) -> Result<Caller, HttpError> {
    let (app, caller) = read(request, verify)?;
    request.extensions_mut().insert(caller.clone());
    app.limits.requests.take(caller.session(), caller.at)?;
    Ok(caller)
}

fn read(
    request: &HttpRequest,
    verify: impl Fn(&Tokens, &Vault, &str, DateTime<Utc>) -> Option<Caller>,
) -> Result<(Data<App>, Caller), HttpError> {
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
        .and_then(|(_, token)| verify(tokens, &app.vault, token.trim(), at))
        .ok_or(EdgeRefusal::InvalidToken)?;
    Ok((app, caller))
}
