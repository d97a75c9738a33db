//! What goes on beside the requests. Every instance does it: the lock of a diary and how far it was looked at keep them
//! apart.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::TimeDelta;
use tokio::task::JoinHandle;

use super::look::{HORIZON, Reason, count, look};
use super::store::watches;
use crate::access::{self, PatientKey};
use crate::audit::{self, COMMITTED, MadeChange};
use crate::platform::alarm::{self, Alarm};
use crate::platform::db::{Conn, DbResult};
use crate::platform::{App, jobs};
use crate::product::Product;

const SOON: Duration = Duration::from_secs(10);

/// So many diaries at once.
const PAGE: i64 = 100;

/// So many changes at once.
const CHANGES: i64 = 5000;

/// What cannot be looked at now is tried again after this.
const LATER: TimeDelta = TimeDelta::hours(1);

/// Up to which event this process has looked. It only saves work: what was seen of a diary stands with the diary.
#[derive(Debug, Clone, Default)]
pub struct Noticed(Arc<Mutex<Option<i64>>>);

impl Noticed {
    fn get(&self) -> Option<i64> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, event: i64) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(event);
    }
}

/// What changes, and what is due though nothing changes.
pub fn jobs(app: &App, product: &Product) -> [JoinHandle<()>; 2] {
    let (noticed, with_flags) = (Noticed::default(), product.flags);
    [
        jobs::every(app, SOON, "changes were not looked at", move |app| {
            look_at_changes(app, noticed.clone(), with_flags)
        }),
        jobs::every(app, SOON, "diaries were not looked at", move |app| {
            look_at_due(app, with_flags)
        }),
    ]
}

/// Looks at diaries whose time has come: a silence, or an alert without an answer.
pub async fn look_at_due(app: App, with_flags: bool) -> DbResult<()> {
    while !app.draining.has_begun() {
        let now = app.clock.now();
        let due = move |conn: &mut Conn| watches::due(conn, (now, now + HORIZON), PAGE);
        let due = app.db.read(due).await?;
        if due.is_empty() {
            break;
        }
        look_at(&app, due, with_flags).await?;
    }
    Ok(())
}

/// Looks at diaries that have changed: at first at all that are followed, then by what is written down.
pub async fn look_at_changes(app: App, noticed: Noticed, with_flags: bool) -> DbResult<()> {
    let Some(mut from) = noticed.get() else {
        let old = app.clock.now() - COMMITTED;
        let settled = app
            .db
            .read(move |conn| audit::newest_event_before(conn, old))
            .await?;
        look_at_all(&app, with_flags).await?;
        noticed.set(settled);
        return Ok(());
    };
    while !app.draining.has_begun() {
        let old = app.clock.now() - COMMITTED;
        let read = move |conn: &mut Conn| {
            let made = audit::changes_after(conn, from, CHANGES)?;
            let mut last: Vec<(PatientKey, i64)> =
                made.iter().map(|it| (it.patient, it.change)).collect();
            last.sort_unstable_by_key(|(key, change)| (key.0, *change));
            let keys: Vec<PatientKey> = last.iter().map(|(key, _)| *key).collect();
            let seen = watches::among(conn, &keys)?;
            let newer = seen
                .into_iter()
                .filter(|(key, seen)| last.iter().any(|(of, change)| of == key && change > seen));
            let newer: Vec<PatientKey> = newer.map(|(key, _)| key).collect();
            DbResult::Ok((made, newer))
        };
        let (made, newer) = app.db.read(read).await?;
        look_at(&app, newer, with_flags).await?;
        let settled = made.iter().take_while(|it: &&MadeChange| it.at <= old);
        let Some(last) = settled.last() else {
            break;
        };
        from = last.event;
        noticed.set(from);
    }
    Ok(())
}

/// After a start: what changed while no process was there.
async fn look_at_all(app: &App, with_flags: bool) -> DbResult<()> {
    let mut after = PatientKey(i64::MIN);
    while !app.draining.has_begun() {
        let page = move |conn: &mut Conn| {
            let keys = watches::page(conn, after, PAGE)?;
            let seen = watches::among(conn, &keys)?;
            let changes = access::last_changes(conn, &keys)?;
            let newer = seen
                .into_iter()
                .filter(|(key, seen)| changes.get(key).is_some_and(|change| change != seen));
            let newer: Vec<PatientKey> = newer.map(|(key, _)| key).collect();
            DbResult::Ok((keys.last().copied(), newer))
        };
        let (last, newer) = app.db.read(page).await?;
        look_at(app, newer, with_flags).await?;
        match last {
            Some(last) => after = last,
            None => break,
        }
    }
    Ok(())
}

/// Each by itself: one that fails keeps none of the others waiting.
async fn look_at(app: &App, keys: Vec<PatientKey>, with_flags: bool) -> DbResult<()> {
    jobs::each(keys, |key| async move {
        let (vault, now) = (app.vault.clone(), app.clock.now());
        let one = move |conn: &mut Conn| look(conn, &vault, (key, now), with_flags, Reason::Due);
        match app.db.write(one).await {
            Ok(told) => {
                count(told);
                Ok(())
            }
            Err(error) if error.is_unavailable() => Err(error),
            Err(error) => {
                tracing::warn!(%error, "a diary could not be looked at");
                alarm::sound(Alarm::DueFailed);
                let put_off = move |conn: &mut Conn| watches::put_off(conn, key, now + LATER);
                app.db.write(put_off).await
            }
        }
    })
    .await
}
