//! What passkeys are made for: one domain, and the places in which they may be used (`WebAuthn`, 5.1).

use clap::Args;
use url::Url;

use super::check::is_origin;
use super::{Settings, Weak, weak};

/// Where passkeys count.
#[derive(Args, Clone, Debug, Default)]
pub struct PasskeySettings {
    /// The domain that passkeys are made for; never change it [default: the host of the public URL]
    #[arg(long, env = "ALSFRS_PASSKEY_DOMAIN")]
    pub passkey_domain: Option<String>,

    /// Where else passkeys may be used, as in `android:apk-key-hash:…`; the public URL and the allowed
    /// origins count without being named
    #[arg(long, env = "ALSFRS_PASSKEY_ORIGINS", value_delimiter = ',')]
    pub passkey_origins: Vec<String>,
}

/// How authenticators know this service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelyingParty {
    /// The domain: passkeys are made for it, and work for no other.
    pub id: String,
    /// The pages and apps in which they may be used.
    pub origins: Vec<String>,
}

/// What an Android app is to the browser's eyes: the hash of the key that signed it.
const ANDROID: &str = "android:apk-key-hash:";

impl PasskeySettings {
    /// What is wrong with them goes into `found`.
    pub(super) fn check(&self, public_url: &Url, found: &mut Vec<Weak>) {
        let host = public_url.host_str().unwrap_or_default();
        if let Some(domain) = &self.passkey_domain
            && !is_within(host, domain)
        {
            found.push(weak(
                "ALSFRS_PASSKEY_DOMAIN",
                "must be the host of ALSFRS_PUBLIC_URL, or a domain that it lies in",
            ));
        }
        let is_app = |origin: &str| {
            let hash = origin.strip_prefix(ANDROID);
            hash.is_some_and(|hash| !hash.is_empty())
        };
        if self
            .passkey_origins
            .iter()
            .any(|origin| !is_origin(origin) && !is_app(origin))
        {
            found.push(weak(
                "ALSFRS_PASSKEY_ORIGINS",
                "must list exact origins such as https://app.example.org or android:apk-key-hash:…",
            ));
        }
    }
}

/// Whether `host` is `domain`, or a part of it. A domain has a dot, or everybody's would be ours.
fn is_within(host: &str, domain: &str) -> bool {
    let outside = host.strip_suffix(domain);
    outside == Some("")
        || domain.contains('.')
            && !domain.starts_with('.')
            && outside.is_some_and(|rest| rest.ends_with('.'))
}

impl Settings {
    /// How authenticators know this service.
    pub fn relying_party(&self) -> RelyingParty {
        let host = self.public_url.host_str().unwrap_or_default();
        let given = self.passkeys.passkey_domain.as_deref();
        let own = self.public_url.origin().ascii_serialization();
        let others = self.allowed_origins.iter().cloned();
        let named = self.passkeys.passkey_origins.iter().cloned();
        RelyingParty {
            id: given.unwrap_or(host).to_owned(),
            origins: std::iter::once(own).chain(others).chain(named).collect(),
        }
    }
}
