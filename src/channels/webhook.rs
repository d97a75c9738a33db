//! By the operator's own bridge, in the form of Standard Webhooks.

use std::time::Duration;

use chrono::TimeDelta;
use hyper::StatusCode;
use hyper::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use serde_json::json;

use super::courier::{Answer, Carry, carry};
use super::model::{Subscription, Target};
use super::parcel::Parcel;
use super::push::{SHOWN, class};
use crate::platform::App;
use crate::platform::outbox::{Deliver, Outcome, Outgoing, Way};

/// Sends to the bridge.
pub struct ByWebhook(pub(super) App);

impl Deliver for ByWebhook {
    const WAY: Way = Way::Webhook;
    const AT_ONCE: usize = 8;

    fn longest(&self) -> Duration {
        2 * self.0.outward.patience()
    }

    async fn deliver(&self, message: &Outgoing) -> Outcome {
        carry(self, message).await
    }
}

impl Carry for ByWebhook {
    fn app(&self) -> &App {
        &self.0
    }

    async fn take(&self, to: &Subscription, parcel: &Parcel, message: &Outgoing) -> Answer {
        let (Some(webhook), Target::Bridge { token }) = (&*self.0.webhook, &to.target) else {
            return Answer::Gone;
        };
        let (id, now) = (message.id.to_string(), self.0.clock.now());
        let [title, line] = SHOWN.map(|id| parcel.language.text(id));
        let body = json!({
            "type": "notice",
            "timestamp": now.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
            "data": {
                "id": message.id, "token": token, "title": title, "body": line,
                "about": parcel.notice.about,
            },
        })
        .to_string();
        let (bridge, name, text) = (webhook.clone(), id.clone(), body.clone());
        let sign = move || bridge.sign(&name, now, text.as_bytes()).ok();
        let signature = tokio::task::spawn_blocking(sign).await.ok().flatten();
        let headers = signature.and_then(|signature| {
            let mut headers = HeaderMap::new();
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
            headers.insert("webhook-id", HeaderValue::try_from(id).ok()?);
            headers.insert("webhook-timestamp", HeaderValue::from(now.timestamp()));
            headers.insert("webhook-signature", HeaderValue::try_from(signature).ok()?);
            Some(headers)
        });
        let later = |why, after| Answer::Later { why, after };
        let Some(headers) = headers else {
            return later("no secret to sign with", None);
        };
        match self.0.outward.post(&webhook.url, headers, body).await {
            Ok(reply) if reply.status.is_success() => Answer::Taken,
            // The bridge knows no such device any more.
            Ok(reply) if reply.status == StatusCode::GONE => Answer::Gone,
            Ok(reply) => {
                let wait = reply
                    .retry_after
                    .and_then(|wait| TimeDelta::from_std(wait).ok());
                later("refused", wait)
            }
            Err(error) => later(class(&error), None),
        }
    }
}
