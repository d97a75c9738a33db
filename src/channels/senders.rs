//! Those who carry, beside the requests.

use tokio::task::JoinHandle;

use super::push::ByPush;
use super::webhook::ByWebhook;
use crate::platform::mail::Postman;
use crate::platform::outbox::send_until_closed;
use crate::platform::{App, jobs};

/// Starts those who carry: each way by itself.
pub fn senders(app: &App) -> [JoinHandle<()>; 3] {
    let (mail, push, webhook) = (app.clone(), app.clone(), app.clone());
    [
        jobs::start(move || send_until_closed(mail.clone(), Postman(mail.clone()))),
        jobs::start(move || send_until_closed(push.clone(), ByPush::new(push.clone()))),
        jobs::start(move || send_until_closed(webhook.clone(), ByWebhook(webhook.clone()))),
    ]
}
