//! What is derived from the root keys: a key for each purpose, of each version.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::file::{KeyFile, read_private};
use super::{KEY_LENGTH, KeyError, NOTICE, is_monotonous};
use crate::platform::clock::Clock;
use crate::platform::rotating::Rotating;
use crate::platform::secret::{MacKey, Signer};

/// One version.
pub struct Root {
    number: i16,
    from: DateTime<Utc>,
    refresh: MacKey,
    cursor: MacKey,
    code: MacKey,
    limit: MacKey,
    /// Signs what is said of the audit.
    pub audit: Signer,
}

impl Root {
    pub(super) fn read(file: &KeyFile) -> Result<Arc<Self>, KeyError> {
        let unreadable = || KeyError::Unreadable(file.path.clone());
        let secret = read_private(&file.path)?;
        if secret.len() != KEY_LENGTH {
            return Err(unreadable());
        }
        if is_monotonous(&secret) {
            return Err(KeyError::Weak(file.path.clone()));
        }
        Ok(Arc::new(Self {
            number: file.number,
            from: file.from,
            refresh: MacKey::derive(&secret, "refresh"),
            cursor: MacKey::derive(&secret, "cursor"),
            code: MacKey::derive(&secret, "code"),
            limit: MacKey::derive(&secret, "limit"),
            audit: Signer::derive(&secret, "audit").ok_or_else(unreadable)?,
        }))
    }
}

/// Every version, the newest last: there is always one.
pub(super) struct RootVersions {
    first: Arc<Root>,
    later: Vec<Arc<Root>>,
}

impl RootVersions {
    /// `None` when it does not exist.
    pub(super) fn new(mut roots: Vec<Arc<Root>>) -> Option<Self> {
        if roots.is_empty() {
            return None;
        }
        let first = roots.remove(0);
        let later = roots;
        Some(Self { first, later })
    }

    fn newest_first(&self) -> impl Iterator<Item = &Arc<Root>> {
        self.later.iter().rev().chain([&self.first])
    }

    fn current(&self, now: DateTime<Utc>) -> &Arc<Root> {
        let begun = self.newest_first().find(|root| root.from <= now);
        begun.unwrap_or(&self.first)
    }
}

/// The versions as they are by now: an operator may add and remove some while this runs.
pub struct Roots {
    clock: Clock,
    known: Rotating<RootVersions>,
}

impl Roots {
    pub(super) fn new(known: RootVersions, clock: Clock) -> Self {
        let known = Rotating::new(known);
        Self { clock, known }
    }

    pub(super) fn replace(&self, known: RootVersions) {
        self.known.set(known);
    }

    /// The version that is used now.
    pub fn current(&self) -> Arc<Root> {
        Arc::clone(self.known.get().current(self.clock.now()))
    }

    fn purpose(&self, of: fn(&Root) -> &MacKey) -> MacKeys {
        let known = self.known.get();
        let current = Arc::clone(known.current(self.clock.now()));
        MacKeys { current, known, of }
    }

    /// Derive the successor of a refresh token, and show that a token is ours.
    pub fn refresh(&self) -> MacKeys {
        self.purpose(|root| &root.refresh)
    }

    /// Authenticate cursors.
    pub fn cursor(&self) -> MacKeys {
        self.purpose(|root| &root.cursor)
    }

    /// Hash codes that are short enough to type, which a plain hash would not hide.
    pub fn code(&self) -> MacKeys {
        self.purpose(|root| &root.code)
    }

    /// Hide whose attempts are counted.
    pub fn limit(&self) -> MacKeys {
        self.purpose(|root| &root.limit)
    }

    /// The public keys of what is said of the audit.
    pub(super) fn statement_keys(&self) -> Vec<StatementKey> {
        let mut until = None;
        let mut keys = Vec::new();
        for root in self.known.get().newest_first() {
            let public = root.audit.public().to_vec();
            keys.push(StatementKey { public, until });
            until = Some(root.from);
        }
        keys
    }
}

/// The keys of one purpose: the newest that is in use makes, all of them verify.
#[derive(Clone)]
pub struct MacKeys {
    current: Arc<Root>,
    known: Arc<RootVersions>,
    of: fn(&Root) -> &MacKey,
}

impl MacKeys {
    /// The one to use for what is new.
    pub fn current(&self) -> &MacKey {
        (self.of)(&self.current)
    }

    /// The number of [`Self::current`].
    pub fn version(&self) -> i16 {
        self.current.number
    }

    /// The one with this number, unless it was retired.
    pub fn of_version(&self, number: i16) -> Option<&MacKey> {
        let mut all = self.known.newest_first();
        let root = all.find(|root| root.number == number)?;
        Some((self.of)(root))
    }

    /// The one that was used before.
    pub fn before(&self) -> Option<&MacKey> {
        let mut all = self.known.newest_first();
        let root = all.find(|root| root.number < self.current.number)?;
        Some((self.of)(root))
    }

    /// All of them, the newest first.
    pub fn all(&self) -> impl Iterator<Item = &MacKey> {
        self.known.newest_first().map(|root| (self.of)(root))
    }
}

/// What shows that a statement about the audit is ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementKey {
    /// The 32 public bytes.
    pub public: Vec<u8>,
    /// Since when another is used: later statements of this one are a thief's.
    pub until: Option<DateTime<Utc>>,
}

impl StatementKey {
    /// Whether it may have signed at `at`: an instance that was told late still did a little later.
    pub fn was_used(&self, at: DateTime<Utc>) -> bool {
        self.until.is_none_or(|until| at <= until + NOTICE)
    }
}
