//! What is said of devices that are told something.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::model::Subscription;
use crate::platform::http::instant;
use crate::platform::ids::{SessionId, SubscriptionId};

/// A device that is told what its person chose to hear there.
#[derive(Serialize, ToSchema)]
#[schema(as = PushSubscription)]
pub struct SubscriptionResponse {
    id: SubscriptionId,
    kind: Kind,
    /// The session on the device, with which it ends.
    session_id: SessionId,
    /// Whether it is the device that asks.
    current: bool,
    /// Which push service it is; null behind the bridge. Never the whole address.
    #[schema(example = "https://updates.push.services.mozilla.com")]
    service: Option<String>,
    #[serde(serialize_with = "instant::millis")]
    created_at: DateTime<Utc>,
    /// When the device said last that it still holds.
    #[serde(serialize_with = "instant::millis")]
    renewed_at: DateTime<Utc>,
}

/// How a device is reached.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = PushSubscriptionKind)]
enum Kind {
    Web,
    Bridge,
}

impl SubscriptionResponse {
    /// `subscription`, as the session `current` sees it.
    pub fn new(subscription: &Subscription, current: SessionId) -> Self {
        let kind = if subscription.target.is_bridge() {
            Kind::Bridge
        } else {
            Kind::Web
        };
        Self {
            id: subscription.id,
            kind,
            session_id: subscription.session,
            current: subscription.session == current,
            service: subscription.target.service(),
            created_at: subscription.created_at,
            renewed_at: subscription.renewed_at,
        }
    }
}

/// The key to which a browser subscribes.
#[derive(Serialize, ToSchema)]
#[schema(as = PushKey)]
pub struct PushKeyResponse {
    /// `applicationServerKey`: 65 bytes in base64url.
    #[schema(
        example = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWWmS6TlzAC8wEqKK6PBru3jl7A8"
    )]
    pub key: String,
}
