//! Who sends a request: read from the `Authorization` header and nothing else.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use chrono::{DateTime, Utc};
use futures_util::future::LocalBoxFuture;

use super::token::{AccessToken, Tokens};
use super::{Assurance, Denied, sessions};
use crate::platform::App;
use crate::platform::http::{HttpError, Refused};
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
    #[must_use]
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
    #[must_use]
    pub fn account(&self) -> AccountId {
        self.token.account
    }

    /// On which device.
    #[must_use]
    pub fn session(&self) -> SessionId {
        self.token.session
    }

    /// Minted with which generation of the session's refresh token.
    #[must_use]
    pub fn generation(&self) -> i32 {
        self.token.generation
    }

    /// How surely and when they said who they are, as this one token has it: a token that is older
    /// than that does not profit.
    #[must_use]
    pub fn authenticated(&self) -> (Assurance, DateTime<Utc>) {
        (self.token.assurance, self.token.authenticated_at)
    }

    /// When the request came.
    #[must_use]
    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }

    pub(super) fn vault(&self) -> &Vault {
        &self.vault
    }
}

impl FromRequest for Caller {
    type Error = HttpError;
    type Future = LocalBoxFuture<'static, Result<Self, HttpError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let read = read(request);
        if let Ok((_, _, caller)) = &read {
            request.extensions_mut().insert(caller.clone());
        }
        Box::pin(async move {
            let (app, proofs, caller) = read?;
            app.limits.requests.take(caller.session(), caller.at)?;
            proofs.note(&app, &caller).await?;
            Ok(caller)
        })
    }
}

type Found = (Data<App>, Data<Proofs>, Caller);

fn read(request: &HttpRequest) -> Result<Found, HttpError> {
    let found = |missing| HttpError::from(missing);
    let app = request.app_data::<Data<App>>().cloned();
    let tokens = request.app_data::<Data<Tokens>>();
    let proofs = request.app_data::<Data<Proofs>>().cloned();
    let (Some(app), Some(tokens), Some(proofs)) = (app, tokens, proofs) else {
        return Err(found(Refused::Internal));
    };
    let mut headers = request.headers().get_all(AUTHORIZATION);
    let header = headers.next().ok_or(Refused::Unauthenticated)?;
    if headers.next().is_some() {
        return Err(found(Refused::InvalidHeader));
    }
    let at = app.clock.now();
    let caller = header
        .to_str()
        .ok()
        .and_then(|text| text.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .and_then(|(_, token)| Caller::verified(tokens, &app.vault, token.trim(), at))
        .ok_or(Refused::InvalidToken)?;
    Ok((app, proofs, caller))
}

/// Remembers which refresh generations were shown to have arrived, so that each is written down
/// once. Forgetting one costs a repeated write and nothing else.
#[derive(Default)]
pub struct Proofs(Mutex<HashSet<(SessionId, i32)>>);

/// More than one instance has in use within the life of a token.
const REMEMBERED: usize = 50_000;

impl Proofs {
    /// The bearer of an access token has received the refresh token that came with it.
    async fn note(&self, app: &App, caller: &Caller) -> Result<(), HttpError> {
        let proof = (caller.session(), caller.token.generation);
        if self.lock().contains(&proof) {
            return Ok(());
        }
        let at = caller.at;
        app.db
            .write(move |conn| Ok::<_, Denied>(sessions::prove(conn, proof.0, proof.1, at)?))
            .await?;
        let mut remembered = self.lock();
        if remembered.len() >= REMEMBERED {
            remembered.clear();
        }
        remembered.insert(proof);
        Ok(())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashSet<(SessionId, i32)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
