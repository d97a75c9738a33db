//! What is said to a person who is not looking, and on which way.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use url::Url;
use utoipa::ToSchema;

use crate::platform::ids::{SessionId, SubscriptionId};
use crate::platform::outbox::Turn;

/// A way to reach a person.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Their mail address.
    Mail,
    /// Their devices that asked for it. Where they have none, it is a mail.
    Push,
}

/// What a notice is about, so that an app opens where it is of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Something that the person wanted to be reminded of.
    Reminder,
    /// Something of a diary that the person wanted to be told.
    Alert,
}

/// Something to say to a person.
///
/// None of it says anything about health, a score or a diagnosis: it shows on lock screens, and passes servers
/// of others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// What the files of texts call its mail: no other way says as much.
    pub letter: Cow<'static, str>,
    /// What it is about.
    pub about: About,
    /// It says nothing true any more from then on, and is not sent.
    #[serde(default)]
    pub until: Option<DateTime<Utc>>,
}

impl Notice {
    /// The notice whose mail is `letter`.
    pub const fn new(letter: &'static str, about: About) -> Self {
        Self {
            letter: Cow::Borrowed(letter),
            about,
            until: None,
        }
    }

    /// An alert was caused a moment ago; reminders are many at once, and none is in a hurry.
    pub(super) fn turn(&self) -> Turn {
        match self.about {
            About::Alert => Turn::First,
            About::Reminder => Turn::Later,
        }
    }
}

/// Where a device is reached. Knowing it is enough to send there, so it is kept sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// A browser, or what behaves as one (RFC 8030, 8291).
    Web {
        /// Where its push service takes messages for it.
        endpoint: Url,
        /// The public key of the browser: 65 bytes.
        p256dh: Vec<u8>,
        /// The authentication secret: 16 bytes.
        auth: Vec<u8>,
    },
    /// An app behind the operator's bridge.
    Bridge {
        /// What the bridge knows it by.
        token: String,
    },
}

impl Target {
    /// By what it is known to be the same: a device is told everything once.
    pub fn name(&self) -> String {
        match self {
            Self::Web { endpoint, .. } => endpoint.to_string(),
            Self::Bridge { token } => format!("bridge:{token}"),
        }
    }

    /// Whether it is behind the bridge.
    pub fn is_bridge(&self) -> bool {
        matches!(self, Self::Bridge { .. })
    }

    /// Which push service it is, as others may see it.
    pub fn service(&self) -> Option<String> {
        match self {
            Self::Web { endpoint, .. } => Some(endpoint.origin().ascii_serialization()),
            Self::Bridge { .. } => None,
        }
    }
}

/// A device that a person wants to be told on.
pub struct NewSubscription {
    /// Where.
    pub target: Target,
    /// The public key to which a browser has subscribed, where it says so.
    pub subscribed_to: Option<Vec<u8>>,
}

/// A device that is told what its person chose to hear there.
pub struct Subscription {
    /// Its name.
    pub id: SubscriptionId,
    /// The session on it, with which it ends.
    pub session: SessionId,
    /// Where it is.
    pub target: Target,
    /// The number of the key to which a browser has subscribed.
    pub push_key: i16,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When the device said last that it still holds.
    pub renewed_at: DateTime<Utc>,
}
