//! Carries what lies in the outbox to devices.

use std::sync::Arc;

use super::model::Subscription;
use super::parcel::Parcel;
use super::{fall_back, store};
use crate::platform::App;
use crate::platform::alarm::{self, Alarm};
use crate::platform::db::Conn;
use crate::platform::ids::RowId;
use crate::platform::outbox::{Deliver, Failure, Outcome, Outgoing, Way};
use chrono::TimeDelta;

/// What the other server made of it.
pub enum Answer {
    /// It took it.
    Taken,
    /// The device is not reached there any more.
    Gone,
    /// Not now.
    Later {
        /// What kind of failure, for the log.
        why: &'static str,
        /// It asked to be left alone for so long.
        after: Option<TimeDelta>,
    },
}

/// Who carries on one way.
pub trait Carry: Deliver {
    /// What it works with.
    fn app(&self) -> &App;

    /// Takes `parcel` to a device.
    fn take(
        &self,
        to: &Subscription,
        parcel: &Parcel,
        message: &Outgoing,
    ) -> impl Future<Output = Answer> + Send;
}

/// Takes a message to its device, unless that has been signed out meanwhile. Where it cannot be reached in the end, it
/// is forgotten, and the person told by mail.
pub async fn carry<C: Carry>(carrier: &C, message: &Outgoing) -> Outcome {
    let parcel = message.content.as_ref();
    let parcel = parcel.and_then(|content| serde_json::from_slice::<Parcel>(content).ok());
    let Some(parcel) = parcel else {
        return Outcome::Failed(Failure::of_this_one("sealed"));
    };
    let (app, now) = (carrier.app(), carrier.app().clock.now());
    if parcel.notice.until.is_some_and(|until| until <= now) {
        return Outcome::Over;
    }
    let (vault, device) = (app.vault.clone(), (parcel.account(), parcel.subscription()));
    let find = move |conn: &mut Conn| store::find_live(conn, &vault, device, now);
    let answer = match app.db.read(find).await {
        Ok(Some(to)) => carrier.take(&to, &parcel, message).await,
        Ok(None) => Answer::Gone,
        Err(_) => return Outcome::Failed(Failure::of_this_one("the database")),
    };
    let result = match &answer {
        Answer::Taken => "taken",
        Answer::Gone => "ended",
        Answer::Later { .. } if message.is_last => "given_up",
        Answer::Later { .. } => "later",
    };
    metrics::counter!("notices_total", "way" => C::WAY.name(), "result" => result).increment(1);
    match answer {
        Answer::Taken => Outcome::Over,
        Answer::Gone => ended(app, parcel, message.id),
        Answer::Later { why, .. } if message.is_last => {
            tracing::warn!(outbox_id = %message.id, way = C::WAY.name(), why, "a device was given up");
            if C::WAY == Way::Webhook {
                alarm::sound(Alarm::BridgeAway);
            }
            ended(app, parcel, message.id)
        }
        Answer::Later { why, after } => Outcome::Failed(Failure {
            why,
            after,
            is_of_the_server: false,
        }),
    }
}

fn ended(app: &App, parcel: Parcel, since: RowId) -> Outcome {
    let (vault, now) = (app.vault.clone(), app.clock.now());
    Outcome::Instead(Arc::new(move |conn: &mut Conn| {
        fall_back::end(conn, &vault, now, &parcel, since)
    }))
}
