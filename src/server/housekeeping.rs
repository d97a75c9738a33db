//! What has ended is forgotten in time.

use std::time::Duration;

use crate::platform::alarm::{self, Alarm};
use crate::platform::{App, limit};
use crate::{accounts, audit};

/// How much of the audit can be lost to somebody who may change the database.
const EVERY_FIVE_MINUTES: Duration = Duration::from_secs(300);

const ONCE_AN_HOUR: Duration = Duration::from_secs(3600);

/// Forgets sign-ups and sessions that ended, and counts that say nothing any more, every hour until the process ends.
///
/// Every instance does it: forgetting twice does no harm.
pub(super) async fn forget_what_has_ended(app: App) {
    loop {
        let now = app.clock.now();
        let forgotten = app
            .db
            .write(move |conn| {
                accounts::purge(conn, now)?;
                limit::purge(conn, now)
            })
            .await;
        if let Err(error) = forgotten {
            tracing::warn!(%error, "what has ended could not be forgotten");
        }
        tokio::time::sleep(ONCE_AN_HOUR).await;
    }
}

/// Signs where the audit stands, and looks whether time went on since, every five minutes until the
/// process ends. Every instance does it: the first of a number stays.
pub(super) async fn state_where_the_audit_stands(app: App) {
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
        tokio::time::sleep(EVERY_FIVE_MINUTES).await;
    }
}
