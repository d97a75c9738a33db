//! Gives a program a token for what it proves who it is.

use serde_json::json;

use super::assertion::{Assertion, AssertionProof};
use super::jwks::Jwks;
use super::model::{Client, KeySource};
use super::refusal::TokenRefusal;
use super::scope::Scopes;
use super::store;
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::DbError;
use crate::platform::http::{HttpError, HttpResult};
use crate::platform::ids::ClientId;

/// What a program asks with.
#[derive(Debug)]
pub struct TokenRequest {
    scope: String,
    assertion: String,
    /// Which program it says it is, beside what it proves.
    client: Option<String>,
}

const GRANT: &str = "client_credentials";
const ASSERTION: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

impl TokenRequest {
    /// Reads the form: every parameter is known, and there once. The assertion names the program already, so that
    /// its `client_id` may be left out (RFC 7521, section 4.2).
    pub fn read(form: &str) -> Result<Self, TokenRefusal> {
        let mut given: [Option<String>; 5] = [const { None }; 5];
        for (name, value) in url::form_urlencoded::parse(form.as_bytes()) {
            let [grant, scope, kind, assertion, client] = &mut given;
            let place = match &*name {
                "grant_type" => grant,
                "scope" => scope,
                "client_assertion_type" => kind,
                "client_assertion" => assertion,
                "client_id" => client,
                _ => return Err(TokenRefusal::Request),
            };
            if place.replace(value.into_owned()).is_some() {
                return Err(TokenRefusal::Request);
            }
        }
        match given {
            [Some(grant), ..] if grant != GRANT => Err(TokenRefusal::GrantType),
            [Some(_), Some(scope), Some(kind), Some(assertion), client] if kind == ASSERTION => {
                Ok(Self {
                    scope,
                    assertion,
                    client,
                })
            }
            _ => Err(TokenRefusal::Request),
        }
    }
}

/// Which program asks, and what it is granted.
#[derive(Debug)]
pub struct TokenGrant {
    /// Which.
    pub client: ClientId,
    /// What.
    pub scopes: Scopes,
}

/// Lets the program that `request` proves have what it asks for of what it was promised. `audience` is where it asked.
pub async fn grant(
    app: &App,
    request: &TokenRequest,
    audience: &str,
) -> HttpResult<Result<TokenGrant, TokenRefusal>> {
    let Some((client, verified)) = verified(app, &request.assertion, audience).await? else {
        return Ok(Err(TokenRefusal::Client));
    };
    if (request.client.as_deref()).is_some_and(|named| named != client.id.to_string()) {
        return Ok(Err(TokenRefusal::Client));
    }
    let Some(scopes) = client.new.scopes.granted(&request.scope) else {
        return Ok(Err(TokenRefusal::Scope));
    };
    let (id, now) = (client.id, app.clock.now());
    let detail = json!({ "client": id, "site": client.new.site, "scope": scopes.to_string() });
    let is_first = app
        .db
        .write(move |conn| {
            let is_first = store::find(conn, id)?.is_some() && store::use_up(conn, id, &verified)?;
            if is_first {
                audit::record_for(conn, None, None, now, Action::ClientTokenGiven, &detail)?;
            }
            Ok::<_, DbError>(is_first)
        })
        .await?;
    if !is_first {
        tracing::warn!(client = %id, "an assertion of a program was used twice");
        return Ok(Err(TokenRefusal::Client));
    }
    Ok(Ok(TokenGrant { client: id, scopes }))
}

/// The program that signed `assertion`, unless something is wrong with it.
async fn verified(
    app: &App,
    assertion: &str,
    audience: &str,
) -> HttpResult<Option<(Client, AssertionProof)>> {
    let Some(assertion) = Assertion::read(assertion) else {
        return Ok(None);
    };
    let id = assertion.client;
    let known = app
        .db
        .read(move |conn| Ok::<_, HttpError>(store::find(conn, id)?));
    let Some(client) = known.await? else {
        return Ok(None);
    };
    let Some(keys) = keys(app, &client, assertion.key_address()).await else {
        return Ok(None);
    };
    let key = keys.find(&assertion.kid, assertion.algorithm());
    let verified = key.and_then(|key| assertion.verify(&key, audience, app.clock.now()));
    if verified.is_none() {
        tracing::warn!(client = %id, "an assertion of a program is not valid");
    }
    Ok(verified.map(|verified| (client, verified)))
}

/// The keys of the program. They are fetched each time: it may have changed them a moment ago.
async fn keys(app: &App, client: &Client, named: Option<&str>) -> Option<Jwks> {
    match &client.new.keys {
        KeySource::Here(text) if named.is_none() => Jwks::read(text.as_bytes()).ok(),
        KeySource::There(url) if named.is_none_or(|named| named == url.as_str()) => {
            let fetched = app.egress.get(url).await;
            let read = fetched
                .map_err(|error| error.to_string())
                .and_then(|bytes| Jwks::read(&bytes).map_err(|error| error.to_string()));
            read.inspect_err(|error| {
                tracing::warn!(client = %client.id, error, "the keys of a program were not fetched");
            })
            .ok()
        }
        KeySource::Here(_) | KeySource::There(_) => None,
    }
}
