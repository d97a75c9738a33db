//! By Web Push, to the push service that a browser named.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use hyper::StatusCode;
use hyper::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderValue};
use serde_json::json;
use url::Url;

use super::courier::{Answer, Carry, carry};
use super::model::{About, Subscription, Target};
use super::parcel::Parcel;
use crate::platform::App;
use crate::platform::egress::{Answer as Reply, EgressError};
use crate::platform::outbox::{Deliver, Outcome, Outgoing, Way};
use crate::platform::push::{authorization, encrypt};
use crate::platform::recently::Recently;
use crate::platform::secret::to_text;

/// What every lock screen may show, whatever it is about: a title, and a line.
pub const SHOWN: [&str; 2] = ["push-title", "push-body"];

/// How long a push service keeps it for a device that is off, in seconds: a reminder of last week is of no use.
const TTL: &str = "86400";

/// How long a push service is left alone that says no more than that it is asked too much.
const A_MINUTE: TimeDelta = TimeDelta::minutes(1);

/// Sends pushes.
pub struct ByPush {
    app: App,
    /// Services that asked to be left alone, and until when.
    quiet: Recently<String, DateTime<Utc>>,
}

impl ByPush {
    pub(super) fn new(app: App) -> Self {
        let quiet = Recently::of(1000);
        Self { app, quiet }
    }

    fn headers(
        &self,
        url: &Url,
        parcel: &Parcel,
        to: &Subscription,
        id: &[u8],
    ) -> Option<HeaderMap> {
        let keys = self.app.keys.push.get();
        let key = keys.iter().find(|key| key.number == to.push_key)?;
        let contact = self.app.public_url.as_str();
        let shown = authorization(key, url, contact, self.app.clock.now())?;
        let urgency = match parcel.notice.about {
            About::Reminder => "normal",
            About::Alert => "high",
        };
        let mut headers = HeaderMap::new();
        headers.insert(AUTHORIZATION, HeaderValue::try_from(shown).ok()?);
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("aes128gcm"));
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/octet-stream"),
        );
        headers.insert("ttl", HeaderValue::from_static(TTL));
        headers.insert("urgency", HeaderValue::from_static(urgency));
        // What is sent twice takes its own place.
        headers.insert("topic", HeaderValue::try_from(to_text(id)).ok()?);
        Some(headers)
    }

    fn answer(&self, service: &str, reply: &Reply, attempts: i16) -> Answer {
        let later = |why| Answer::Later { why, after: None };
        match reply.status {
            status if status.is_success() => Answer::Taken,
            // Not there any more: FCM and RFC 8030 say one, others the other.
            StatusCode::NOT_FOUND | StatusCode::GONE => Answer::Gone,
            StatusCode::TOO_MANY_REQUESTS => self.leave_alone(service, reply, "asked too often"),
            status if status.is_server_error() => self.leave_alone(service, reply, "out of order"),
            status if status.is_redirection() => later("a redirect"),
            // The service does not believe who sends. A clock may have been wrong: it is said once more, anew.
            _ if attempts == 0 => later("refused"),
            _ => Answer::Gone,
        }
    }

    fn leave_alone(&self, service: &str, reply: &Reply, why: &'static str) -> Answer {
        let asked = reply
            .retry_after
            .and_then(|wait| TimeDelta::from_std(wait).ok());
        let wait = asked
            .unwrap_or(A_MINUTE)
            .clamp(A_MINUTE, TimeDelta::hours(4));
        self.quiet
            .put(service.to_owned(), self.app.clock.now() + wait);
        Answer::Later {
            why,
            after: Some(wait),
        }
    }
}

impl Deliver for ByPush {
    const WAY: Way = Way::Push;
    const AT_ONCE: usize = 16;

    fn longest(&self) -> Duration {
        2 * self.app.outward.patience()
    }

    async fn deliver(&self, message: &Outgoing) -> Outcome {
        carry(self, message).await
    }
}

impl Carry for ByPush {
    fn app(&self) -> &App {
        &self.app
    }

    async fn take(&self, to: &Subscription, parcel: &Parcel, message: &Outgoing) -> Answer {
        let Target::Web {
            endpoint,
            p256dh,
            auth,
        } = &to.target
        else {
            return Answer::Gone;
        };
        let service = endpoint.origin().ascii_serialization();
        let now = self.app.clock.now();
        if let Some(until) = self.quiet.get(&service).filter(|until| *until > now) {
            let (why, after) = ("asked to wait", Some(until - now));
            return Answer::Later { why, after };
        }
        // The list of services may have become shorter.
        if !self.app.push_services.may_be_asked(endpoint) {
            return Answer::Gone;
        }
        let [title, body] = SHOWN.map(|id| parcel.language.text(id));
        let text = json!({
            "id": message.id, "title": title, "body": body, "about": parcel.notice.about,
        });
        let sealed = encrypt(p256dh, auth, text.to_string().as_bytes());
        let headers = self.headers(endpoint, parcel, to, message.id.0.as_bytes());
        // The key was retired, or the browser named something else.
        let (Ok(sealed), Some(headers)) = (sealed, headers) else {
            return Answer::Gone;
        };
        match self.app.outward.post(endpoint, headers, sealed).await {
            Ok(reply) => self.answer(&service, &reply, message.attempts),
            Err(error) => Answer::Later {
                why: class(&error),
                after: None,
            },
        }
    }
}

/// What kind of failure it is, for the log.
pub(super) fn class(error: &EgressError) -> &'static str {
    match error {
        EgressError::Slow => "no answer in time",
        EgressError::NotPublic | EgressError::Address | EgressError::Name(_) => "no public address",
        EgressError::Unreached(_) => "no connection",
        EgressError::Http(_) | EgressError::Request(_) => "no HTTP",
        EgressError::Status(_) | EgressError::Body => "refused",
    }
}
