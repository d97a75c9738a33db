//! What apps are told whatever they ask: that they are too old, and that the service is busy.

use std::str::FromStr;

use actix_web::Error;
use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;

use super::problem::{EdgeRefusal, HttpError, HttpResult};
use crate::platform::App;
use crate::platform::chance::jitter;

/// What a client says of itself: `diary-android/2.1.0`.
pub const X_CLIENT: HeaderName = HeaderName::from_static("x-client");

/// In how many seconds a client may ask the next time, beside an answer that it got.
pub const SYNC_BACKOFF: HeaderName = HeaderName::from_static("sync-backoff");

/// A version of a client app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientVersion {
    name: String,
    /// Up to four numbers; those that are left out are 0.
    numbers: [u32; 4],
    /// As it was written.
    text: String,
}

/// Why a text names no version of a client.
#[derive(Debug, thiserror::Error)]
#[error("a client is named as in diary-android/2.1.0")]
pub struct NoClientVersion;

impl FromStr for ClientVersion {
    type Err = NoClientVersion;

    fn from_str(text: &str) -> Result<Self, NoClientVersion> {
        let (name, version) = text.split_once('/').ok_or(NoClientVersion)?;
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        if !(1..=40).contains(&name.len()) || !name.bytes().all(is_plain) {
            return Err(NoClientVersion);
        }
        let mut numbers = [0; 4];
        let mut places = numbers.iter_mut();
        for part in version.split('.') {
            let is_number =
                (1..=6).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            let place = places.next().filter(|_| is_number).ok_or(NoClientVersion)?;
            *place = part.parse().map_err(|_| NoClientVersion)?;
        }
        Ok(Self {
            name: name.to_ascii_lowercase(),
            numbers,
            text: version.to_owned(),
        })
    }
}

/// The oldest version of each client that still works.
#[derive(Debug, Clone, Default)]
pub struct MinimumClients(pub Vec<ClientVersion>);

impl MinimumClients {
    fn of(&self, client: &ClientVersion) -> Option<&ClientVersion> {
        self.0.iter().find(|known| known.name == client.name)
    }

    /// The oldest version that works of the client that sends `headers`, if that hangs on its version.
    pub fn for_sender(&self, headers: &HeaderMap) -> Option<String> {
        let client = named(headers).ok()??;
        self.of(&client).map(|oldest| oldest.text.clone())
    }
}

/// The client that `headers` name.
fn named(headers: &HeaderMap) -> HttpResult<Option<ClientVersion>> {
    let mut values = headers.get_all(X_CLIENT);
    let Some(value) = values.next() else {
        return Ok(None);
    };
    let client = value.to_str().ok().and_then(|text| text.parse().ok());
    let client = client.filter(|_| values.next().is_none());
    client
        .map(Some)
        .ok_or_else(|| EdgeRefusal::InvalidHeader.into())
}

/// Refuses clients that are too old for the contract, and asks the others to take their time while writes wait.
pub async fn tell_apps<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let app = request.app_data::<Data<App>>().cloned();
    let Some(app) = app.filter(|_| request.path().starts_with("/v1/")) else {
        return Ok(next.call(request).await?.map_into_left_body());
    };
    if let Err(refused) = admit(&app.minimum_clients, request.headers()) {
        return Ok(request.error_response(refused).map_into_right_body());
    }
    let mut response = next.call(request).await?;
    if response.status().is_success() && app.db.is_busy() {
        // Not all at once.
        let seconds = HeaderValue::from(15 + jitter(30));
        response.headers_mut().insert(SYNC_BACKOFF, seconds);
    }
    Ok(response.map_into_left_body())
}

fn admit(oldest: &MinimumClients, headers: &HeaderMap) -> Result<(), HttpError> {
    let Some(client) = named(headers)? else {
        return Ok(());
    };
    match oldest.of(&client) {
        Some(oldest) if client.numbers < oldest.numbers => Err(EdgeRefusal::ClientTooOld.into()),
        Some(_) | None => Ok(()),
    }
}
