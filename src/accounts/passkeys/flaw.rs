//! Why a passkey is not taken. It is written down, and never told.

use crate::platform::alarm::{self, Alarm};

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// What the browser says of the request cannot be read, or is about another kind of request.
    ClientData,
    /// It was made on another page, or in a page inside another's.
    Origin,
    /// The challenge is not ours, was answered before, or is too old.
    Challenge,
    /// What the authenticator says of itself cannot be read.
    AuthenticatorData,
    /// It was made for another domain.
    Domain,
    /// The authenticator did not make sure who is there.
    NotVerified,
    /// The key is of a kind that was not asked for, or is no key.
    Key,
    /// No account has this passkey.
    Unknown,
    /// It is another account's.
    SomebodyElses,
    /// Its owner may not sign in.
    Unusable,
    /// It did not sign this.
    Signature,
    /// It counts from where it was before: there may be two of it.
    Counter,
}

impl Flaw {
    /// Its stable name, for the log and the audit.
    pub fn name(self) -> &'static str {
        match self {
            Self::ClientData => "client_data",
            Self::Origin => "origin",
            Self::Challenge => "challenge",
            Self::AuthenticatorData => "authenticator_data",
            Self::Domain => "domain",
            Self::NotVerified => "not_verified",
            Self::Key => "key",
            Self::Unknown => "unknown",
            Self::SomebodyElses => "somebody_elses",
            Self::Unusable => "unusable",
            Self::Signature => "signature",
            Self::Counter => "counter",
        }
    }

    /// Tells the operator that a passkey was refused for it.
    pub fn tell(self) {
        tracing::info!(why = self.name(), "a passkey was refused");
        if self == Self::Counter {
            alarm::sound(Alarm::PasskeyCopied);
        }
    }
}
