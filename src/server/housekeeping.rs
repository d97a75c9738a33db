//! What has ended is forgotten in time.

use std::convert::Infallible;
use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::retention;
use crate::audit::{self, Patrol, Seen};
use crate::platform::alarm::{self, Alarm};
use crate::platform::db::{Conn, DbError};
use crate::platform::retention::Rule;
use crate::platform::{App, disk};

/// How much of the audit can be lost to an intruder who may change the database.
const EVERY_FIVE_MINUTES: Duration = Duration::from_secs(300);

/// Forgets what has ended: twice does no harm.
pub(super) async fn forget_what_has_ended(app: App) -> Result<(), Infallible> {
    if let Some(now) = app.settled.now() {
        for rule in retention::rules() {
            forget_by(&app, rule, now).await;
        }
    }
    Ok(())
}

/// Each rule by itself: one that fails keeps none of the others from being kept to.
async fn forget_by(app: &App, rule: Rule, now: DateTime<Utc>) {
    match app.db.write(move |conn| (rule.forget)(conn, now)).await {
        Ok(gone) => retention::count(rule.table, gone),
        Err(error) => {
            tracing::warn!(%error, "what has ended could not be forgotten");
            alarm::sound(Alarm::DueFailed);
        }
    }
}

/// Signs where the audit stands, and looks whether time went on since, every five minutes until the
/// process ends. Every instance does it: the first of a number stays.
pub(super) async fn state_where_the_audit_stands(app: App) {
    let (mut patrol, mut from) = (Patrol::default(), 0);
    loop {
        let now = app.clock.now();
        let look = move |conn: &mut Conn| audit::clock_went_back(conn, from, now);
        match app.db.read(look).await {
            Ok((back, newest)) => {
                from = newest;
                if back {
                    alarm::sound(Alarm::ClockWentBack);
                }
            }
            Err(error) => tracing::warn!(%error, "the clock could not be checked"),
        }
        if let Err(error) = audit::checkpoint(&app).await {
            tracing::warn!(%error, "no checkpoint of the audit could be made");
        }
        let keys = match app.keys.statement_keys() {
            Ok(keys) => keys,
            Err(error) => {
                tracing::warn!(%error, "the keys of the audit could not be read");
                tokio::time::sleep(EVERY_FIVE_MINUTES).await;
                continue;
            }
        };
        let mut here = patrol;
        let look = move |conn: &mut Conn| {
            let seen = here.go_on(conn, &keys)?;
            Ok::<_, DbError>((seen, here))
        };
        match app.db.read(look).await {
            Ok((seen, there)) => {
                patrol = there;
                match seen {
                    Seen::Sound => {}
                    Seen::KeyUnknown => alarm::sound(Alarm::AuditKeyUnknown),
                    Seen::Broken => alarm::sound(Alarm::AuditBroken),
                }
            }
            Err(error) => tracing::warn!(%error, "the audit could not be looked at"),
        }
        tokio::time::sleep(EVERY_FIVE_MINUTES).await;
    }
}

/// Looks whether there is room on the disk under `folder`: when less than `percent` is free that
/// should be heard of.
pub(super) fn watch_the_disk(folder: &Path, percent: u8) -> std::io::Result<()> {
    let free = disk::free_share(folder)?;
    metrics::gauge!("disk_free_ratio").set(free);
    if free * 100.0 < f64::from(percent) {
        alarm::sound(Alarm::DiskShort);
    }
    Ok(())
}
