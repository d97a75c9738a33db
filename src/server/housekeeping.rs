//! What has ended is forgotten in time.

use std::time::Duration;

use crate::accounts;
use crate::platform::{App, limit};

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
