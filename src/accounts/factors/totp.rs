//! Codes of six digits that change every half minute (RFC 6238, with SHA-1: what every app knows).

use aws_lc_rs::hmac;
use chrono::{DateTime, Utc};
use data_encoding::BASE32_NOPAD;
use url::Url;
use zeroize::Zeroizing;

use crate::accounts::email::EmailAddress;
use crate::platform::secret::same;

/// As long as what SHA-1 makes: 160 bits (RFC 4226, section 4).
pub const SEED_LENGTH: usize = 20;

const STEP_SECONDS: i64 = 30;
const DIGITS: usize = 6;

/// What apps show the codes under, beside the address: nothing that says what the service is about.
const ISSUER: &str = "Diary";

/// What both sides make the codes of.
pub struct Seed(Zeroizing<Vec<u8>>);

impl Seed {
    /// A seed of random bytes.
    pub fn new(secret: [u8; SEED_LENGTH]) -> Self {
        Self(Zeroizing::new(secret.to_vec()))
    }

    /// What was kept sealed.
    pub fn kept(bytes: Zeroizing<Vec<u8>>) -> Self {
        Self(bytes)
    }

    /// For sealing.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// As it is typed into an app: 32 letters and digits.
    pub fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(BASE32_NOPAD.encode(&self.0))
    }

    /// As an app reads it from a picture or a link.
    pub fn uri(&self, email: &EmailAddress) -> Zeroizing<String> {
        let label = format!("otpauth://totp/{ISSUER}:{}", email.as_str());
        let secret = self.text();
        let parameters = [
            ("secret", secret.as_str()),
            ("issuer", ISSUER),
            ("algorithm", "SHA1"),
            ("digits", "6"),
            ("period", "30"),
        ];
        let uri = Url::parse_with_params(&label, parameters);
        Zeroizing::new(uri.map(String::from).unwrap_or_default())
    }

    /// The half minute whose code `typed` is: the current one, the one before or the one after. Who
    /// types slowly needs the one before, and whose phone is fast the one after.
    pub fn step_of(&self, typed: &str, now: DateTime<Utc>) -> Option<i64> {
        let current = now.timestamp().div_euclid(STEP_SECONDS);
        let near = [
            current,
            current.saturating_sub(1),
            current.saturating_add(1),
        ];
        near.into_iter()
            .find(|step| same(self.code(*step).as_bytes(), typed.as_bytes()))
    }

    /// What the app of its owner shows at `now`.
    pub fn shown_at(&self, now: DateTime<Utc>) -> String {
        self.code(now.timestamp().div_euclid(STEP_SECONDS))
    }

    fn code(&self, step: i64) -> String {
        let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &self.0);
        let digest = hmac::sign(&key, &step.to_be_bytes());
        let number = truncated(digest.as_ref()).unwrap_or_default();
        format!("{:0DIGITS$}", number % 1_000_000)
    }
}

/// Dynamic truncation (RFC 4226, section 5.3).
fn truncated(digest: &[u8]) -> Option<u32> {
    let offset = usize::from(digest.last()? & 0x0F);
    let four = digest.get(offset..)?.first_chunk::<4>()?;
    Some(u32::from_be_bytes(*four) & 0x7FFF_FFFF)
}
