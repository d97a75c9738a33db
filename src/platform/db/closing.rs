//! The end of a database: SQLite is one whole file again, which can be copied, or replaced by an older one.

use std::fs::File;
use std::sync::Weak;
use std::time::{Duration, Instant};

/// How often it is looked whether it is over.
const LOOK_AGAIN: Duration = Duration::from_millis(5);

/// A database that others let go of: its pool and its threads hold the lock of the file until they have
/// closed their connections.
pub struct Closing(pub(super) Weak<File>);

impl Closing {
    /// Waits until the last connection is closed, and for `patience` at the most.
    pub async fn wait(self, patience: Duration) {
        let asked = Instant::now();
        while self.0.strong_count() > 0 {
            if asked.elapsed() > patience {
                tracing::warn!("the database is still in use");
                return;
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }
}
