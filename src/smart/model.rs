//! A program, and where its keys are.

use chrono::{DateTime, Utc};
use url::{Host, Url};

use super::jwks::{Jwks, NoKeys};
use super::scope::{NoScope, Scopes};
use crate::platform::egress;
use crate::platform::ids::{ClientId, SiteId};

/// Where the public keys of a program are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeySource {
    /// Here: a JWK Set as it was given.
    Here(String),
    /// There, to be fetched whenever a token is asked for.
    There(Url),
}

/// A program that is to be let in.
#[derive(Debug, Clone)]
pub struct NewClient {
    /// At which clinic.
    pub site: SiteId,
    /// What it is called.
    pub name: String,
    /// Where its keys are.
    pub keys: KeySource,
    /// What it may be granted at the most.
    pub scopes: Scopes,
}

/// A program that is let in.
#[derive(Debug, Clone)]
pub struct Client {
    /// Its name in tokens.
    pub id: ClientId,
    /// What was said of it.
    pub new: NewClient,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

/// Why a program cannot be let in as it was described.
#[derive(Debug, thiserror::Error)]
pub enum NotAClient {
    /// Its name.
    #[error("the name has 1 to 100 characters, on one line")]
    Name,
    /// Its keys.
    #[error(transparent)]
    Keys(#[from] NoKeys),
    /// Where they are.
    #[error(
        "the keys are at an https:// address that everybody can reach, without user, password and fragment"
    )]
    Address,
    /// What it may be granted.
    #[error(transparent)]
    Scope(#[from] NoScope),
}

impl KeySource {
    /// The keys in this JWK Set.
    pub fn here(text: &str) -> Result<Self, NotAClient> {
        Jwks::read(text.as_bytes())?.check()?;
        Ok(Self::Here(text.to_owned()))
    }

    /// The keys that are at this address.
    pub fn there(text: &str) -> Result<Self, NotAClient> {
        let url = Url::parse(text).map_err(|_| NotAClient::Address)?;
        let is_open = match url.host() {
            Some(Host::Ipv4(ip)) => egress::is_public(ip.into()),
            Some(Host::Ipv6(ip)) => egress::is_public(ip.into()),
            Some(Host::Domain(_)) => true,
            None => false,
        };
        if is_open && url.fragment().is_none() && egress::check(&url).is_ok() {
            Ok(Self::There(url))
        } else {
            Err(NotAClient::Address)
        }
    }
}

impl NewClient {
    /// A program of `site`, if it may be called so.
    pub fn new(
        site: SiteId,
        name: &str,
        keys: KeySource,
        scopes: Scopes,
    ) -> Result<Self, NotAClient> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > 100 || name.chars().any(char::is_control) {
            return Err(NotAClient::Name);
        }
        Ok(Self {
            site,
            name: name.to_owned(),
            keys,
            scopes,
        })
    }
}
