//! What has ended is forgotten in time.

use std::path::PathBuf;
use std::time::Duration;

use super::retention;
use crate::audit::{self, Patrol};
use crate::platform::alarm::{self, Alarm};
use crate::platform::db::{Conn, DbError};
use crate::platform::{App, disk};

/// How much of the audit can be lost to somebody who may change the database.
const EVERY_FIVE_MINUTES: Duration = Duration::from_secs(300);

const ONCE_AN_HOUR: Duration = Duration::from_secs(3600);

/// Forgets what has ended, every hour until the process ends.
///
/// Every instance does it: forgetting twice does no harm.
pub(super) async fn forget_what_has_ended(app: App) {
    loop {
        let now = app.clock.now();
        let forgotten = app.db.write(move |conn| retention::forget(conn, now)).await;
        match forgotten {
            Ok(gone) => retention::count(&gone),
            Err(error) => tracing::warn!(%error, "what has ended could not be forgotten"),
        }
        tokio::time::sleep(ONCE_AN_HOUR).await;
    }
}

/// Signs where the audit stands, and looks whether time went on since, every five minutes until the
/// process ends. Every instance does it: the first of a number stays.
pub(super) async fn state_where_the_audit_stands(app: App) {
    let mut patrol = Patrol::default();
    loop {
        let now = app.clock.now();
        match app
            .db
            .read(move |conn| audit::clock_went_back(conn, now))
            .await
        {
            Ok(true) => alarm::sound(Alarm::ClockWentBack),
            Ok(false) => {}
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
            let sound = here.go_on(conn, &keys)?;
            Ok::<_, DbError>((sound, here))
        };
        match app.db.read(look).await {
            Ok((sound, there)) => {
                patrol = there;
                if !sound {
                    alarm::sound(Alarm::AuditBroken);
                }
            }
            Err(error) => tracing::warn!(%error, "the audit could not be looked at"),
        }
        tokio::time::sleep(EVERY_FIVE_MINUTES).await;
    }
}

/// Looks every five minutes whether there is room on the disk under `folder`: when less than `percent`
/// is free that should be heard of.
pub(super) async fn watch_the_disk(folder: PathBuf, percent: u8) {
    loop {
        match disk::free_share(&folder) {
            Ok(free) => {
                metrics::gauge!("disk_free_ratio").set(free);
                if free * 100.0 < f64::from(percent) {
                    alarm::sound(Alarm::DiskShort);
                }
            }
            Err(error) => tracing::warn!(%error, "the room on the disk is not known"),
        }
        tokio::time::sleep(EVERY_FIVE_MINUTES).await;
    }
}
