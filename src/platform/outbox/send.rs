//! Out of the outbox, on one way: what fails is tried again later, ever more seldom, and given up in the end.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::join_all;

use super::model::{Deliver, Failure, Outcome, Outgoing};
use super::store::{self, LEASE, LONGEST_WAIT};
use crate::platform::App;
use crate::platform::alarm::{self, Alarm};
use crate::platform::db::{Conn, DbError};

/// How long what another instance wrote, or what was put off, may wait unseen.
const LOOK_AGAIN: Duration = Duration::from_secs(10);

/// Sends until the process ends.
pub async fn send_until_closed<D: Deliver>(app: App, sender: D) {
    let look_again = app.rehearsal.look_again(LOOK_AGAIN);
    let bell = app.db.bell();
    while !bell.is_closing() {
        if let Err(error) = send_due(&app, &sender).await {
            tracing::warn!(%error, way = D::WAY.name(), "the outbox cannot be read");
        }
        // Either the bell or the time: both mean to look again.
        drop(tokio::time::timeout(look_again, bell.rung(D::WAY)).await);
    }
}

/// Sends what is due on the way of `sender`. When the process ends, what it took and has not begun to send is left
/// for another, or for the next start.
pub async fn send_due<D: Deliver>(app: &App, sender: &D) -> Result<(), DbError> {
    loop {
        let (vault, now) = (app.vault.clone(), app.clock.now());
        // Few enough that what is written meanwhile and goes first need not wait long.
        let most = i64::try_from(4 * D::AT_ONCE).unwrap_or(i64::MAX);
        let claim = move |conn: &mut Conn| store::claim(conn, &vault, D::WAY, most, now);
        let claimed = app.db.write(claim).await?;
        if claimed.is_empty() {
            return Ok(());
        }
        send_all(app, sender, claimed, now + LEASE).await?;
    }
}

/// The first alone, to see whether the server is there; then several at once.
async fn send_all<D: Deliver>(
    app: &App,
    sender: &D,
    mut waiting: Vec<Outgoing>,
    mut lease_until: DateTime<Utc>,
) -> Result<(), DbError> {
    let longest = TimeDelta::from_std(sender.longest()).unwrap_or(LEASE);
    let mut at_once = 1;
    while !waiting.is_empty() {
        if app.db.bell().is_closing() {
            return give_back(app, waiting).await;
        }
        let now = app.clock.now();
        // The instance that takes it next must not find it half sent.
        if now + longest > lease_until {
            waiting = renewed(app, waiting, now).await?;
            lease_until = now + LEASE;
        }
        let rest = waiting.split_off(at_once.min(waiting.len()));
        let group = std::mem::replace(&mut waiting, rest);
        at_once = D::AT_ONCE;
        let sent = join_all(group.iter().map(|message| send(app, sender, message))).await;
        let mut away = None;
        for failure in sent {
            away = failure?.filter(|failure| failure.is_of_the_server).or(away);
        }
        if let Some(failure) = away {
            let put_off = waiting
                .iter()
                .map(|message| fail::<D>(app, message, &failure));
            return join_all(put_off).await.into_iter().collect();
        }
    }
    Ok(())
}

/// Sends one message, and writes down what became of it.
async fn send<D: Deliver>(
    app: &App,
    sender: &D,
    message: &Outgoing,
) -> Result<Option<Failure>, DbError> {
    let held = message.held();
    match sender.deliver(message).await {
        Outcome::Over => {
            app.db.write(move |conn| store::forget(conn, held)).await?;
        }
        Outcome::Instead(act) => {
            let instead = move |conn: &mut Conn| {
                if store::forget(conn, held)? {
                    act(conn)?;
                }
                Ok::<_, DbError>(())
            };
            app.db.write(instead).await?;
        }
        Outcome::Failed(failure) => {
            fail::<D>(app, message, &failure).await?;
            return Ok(Some(failure));
        }
    }
    Ok(None)
}

/// A minute after the first failure, then twice as long each time, up to about four hours; or as long as the server
/// says. Not all at the same moment.
async fn fail<D: Deliver>(app: &App, message: &Outgoing, failure: &Failure) -> Result<(), DbError> {
    let (way, attempts, why) = (D::WAY.name(), message.attempts, failure.why);
    tracing::warn!(outbox_id = %message.id, way, attempts, why, "a message could not be sent");
    metrics::counter!("delivery_failures_total", "way" => way).increment(1);
    let (held, now) = (message.held(), app.clock.now());
    if message.is_last || message.content.is_none() {
        if app
            .db
            .write(move |conn| store::park(conn, held, now))
            .await?
        {
            alarm::sound(Alarm::MessageParked);
        }
        return Ok(());
    }
    let usual = TimeDelta::minutes(1 << attempts.clamp(0, 8));
    let wait = failure.after.unwrap_or(usual).clamp(usual, LONGEST_WAIT);
    let spread = TimeDelta::milliseconds(app.ids.below(5_000).into());
    let again = now + (wait + spread).min(LONGEST_WAIT);
    app.db
        .write(move |conn| store::put_off(conn, held, again))
        .await
}

/// Those of `waiting` that this process still holds, for another lease.
async fn renewed(
    app: &App,
    waiting: Vec<Outgoing>,
    now: DateTime<Utc>,
) -> Result<Vec<Outgoing>, DbError> {
    let all: Vec<_> = waiting.iter().map(Outgoing::held).collect();
    let renew = move |conn: &mut Conn| {
        let mut ours = Vec::with_capacity(all.len());
        for held in &all {
            ours.push(store::renew(conn, *held, now)?);
        }
        Ok::<_, DbError>(ours)
    };
    let ours = app.db.write(renew).await?;
    let ours = waiting.into_iter().zip(ours);
    Ok(ours
        .filter_map(|(message, ours)| ours.then_some(message))
        .collect())
}

async fn give_back(app: &App, unsent: Vec<Outgoing>) -> Result<(), DbError> {
    let unsent: Vec<_> = unsent
        .iter()
        .map(|message| (message.held(), message.attempts))
        .collect();
    let give_back = move |conn: &mut Conn| {
        for (held, attempts) in &unsent {
            store::give_back(conn, *held, *attempts)?;
        }
        Ok(())
    };
    app.db.write(give_back).await
}
