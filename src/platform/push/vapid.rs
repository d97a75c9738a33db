//! RFC 8292: by which a push service knows that it is we who ask.

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde::Serialize;
use url::Url;

use crate::platform::keys::PushKey;
use crate::platform::secret::to_text;

/// How long a token is good: at most 24 hours (RFC 8292, 2), and less where clocks are apart.
const GOOD_FOR: TimeDelta = TimeDelta::hours(12);

#[derive(Serialize)]
struct Claims<'a> {
    aud: &'a str,
    exp: i64,
    sub: &'a str,
}

/// The `Authorization` of a push to `endpoint`, from the service at `contact`; `None` when the library fails.
pub fn authorization(
    key: &PushKey,
    endpoint: &Url,
    contact: &str,
    now: DateTime<Utc>,
) -> Option<String> {
    let claims = Claims {
        aud: &endpoint.origin().ascii_serialization(),
        exp: (now + GOOD_FOR).timestamp(),
        sub: contact,
    };
    let signer = EncodingKey::from_ec_der(&key.pkcs8);
    let token = jsonwebtoken::encode(&Header::new(Algorithm::ES256), &claims, &signer).ok()?;
    Some(format!("vapid t={token}, k={}", to_text(&key.public)))
}
