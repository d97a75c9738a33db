//! The operator's own bridge to the push services of phones: a signed `POST` in the form of Standard Webhooks
//! (<https://www.standardwebhooks.com>), so that libraries which are there can verify it.

use std::path::{Path, PathBuf};

use aws_lc_rs::hmac;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use url::Url;
use zeroize::Zeroizing;

/// Where the bridge is, and what it is signed with.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// Where it takes messages.
    pub url: Url,
    secrets: PathBuf,
}

/// Why nothing can be signed.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// The file.
    #[error("the file with the secrets of the webhook cannot be read: {0}")]
    File(#[from] std::io::Error),
    /// What is in it.
    #[error("a secret of the webhook is whsec_ and 24 to 64 bytes in base64, one a line")]
    Form,
}

/// What stands before a secret.
const PREFIX: &str = "whsec_";

impl Webhook {
    /// A bridge at `url`. Its file is read for each message, so that a secret can be exchanged while this runs.
    pub fn new(url: Url, secrets: PathBuf) -> Self {
        Self { url, secrets }
    }

    /// The value of `webhook-signature`: one for each secret.
    pub fn sign(&self, id: &str, at: DateTime<Utc>, body: &[u8]) -> Result<String, SecretError> {
        let head = format!("{id}.{}.", at.timestamp());
        let signatures = read(&self.secrets)?.into_iter().map(|secret| {
            let key = hmac::Key::new(hmac::HMAC_SHA256, &secret);
            let mut context = hmac::Context::with_key(&key);
            context.update(head.as_bytes());
            context.update(body);
            format!("v1,{}", STANDARD.encode(context.sign().as_ref()))
        });
        Ok(signatures.collect::<Vec<_>>().join(" "))
    }
}

/// The secrets in a file: at least one.
pub fn read(file: &Path) -> Result<Vec<Zeroizing<Vec<u8>>>, SecretError> {
    let text = Zeroizing::new(std::fs::read_to_string(file)?);
    let lines = text.split_whitespace();
    let secrets = lines.map(|line| {
        let secret = line.strip_prefix(PREFIX).ok_or(SecretError::Form)?;
        let secret = STANDARD.decode(secret).map_err(|_| SecretError::Form)?;
        let secret = Zeroizing::new(secret);
        let is_long_enough = (24..=64).contains(&secret.len());
        is_long_enough.then_some(secret).ok_or(SecretError::Form)
    });
    let secrets: Vec<_> = secrets.collect::<Result<_, _>>()?;
    if secrets.is_empty() {
        return Err(SecretError::Form);
    }
    Ok(secrets)
}
