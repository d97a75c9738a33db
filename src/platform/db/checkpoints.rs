//! Moves what was committed from SQLite's log into its file, beside the writer and not in its way.
//!
//! Left to itself SQLite does this in the commit that makes the log a thousand pages long: whoever
//! is in that group waits for two more syncs and a thousand writes.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::time::Duration;

use diesel::prelude::*;
use diesel::sql_types::Integer;

use super::{Conn, OpenError};

/// Between two rounds: what is written often in between is moved once.
const PAUSE: Duration = Duration::from_millis(250);

/// While the writer never rests the log does not begin anew by itself, and grows. From so many pages
/// on (64 MiB) the writer sees to it (R226).
const LONGEST_LOG: i32 = 16_384;

/// What the writer leaves to a thread of its own.
pub(super) struct Checkpoints {
    committed: SyncSender<()>,
    begin_anew: Arc<AtomicBool>,
}

impl Checkpoints {
    /// `conn` is a connection that nobody else uses.
    pub(super) fn start(conn: Conn) -> Result<Self, OpenError> {
        let (committed, commits) = sync_channel(1);
        let begin_anew = Arc::new(AtomicBool::new(false));
        let wanted = Arc::clone(&begin_anew);
        std::thread::Builder::new()
            .name("sqlite-checkpoint".to_owned())
            .spawn(move || move_what_is_committed(conn, &commits, &wanted))?;
        Ok(Self {
            committed,
            begin_anew,
        })
    }

    /// To be called by the writer, with its connection, once a commit was acknowledged.
    pub(super) fn after_commit(&self, writer: &mut Conn) {
        // A full queue is no loss: the round that waits in it is for this commit too.
        if self.committed.try_send(()) == Err(TrySendError::Disconnected(())) {
            tracing::warn!("nobody moves the log of the database into its file");
        }
        if self.begin_anew.swap(false, Ordering::Relaxed) {
            run(writer, "PRAGMA wal_checkpoint(RESTART)");
        }
    }
}

fn move_what_is_committed(mut conn: Conn, commits: &Receiver<()>, begin_anew: &AtomicBool) {
    while commits.recv().is_ok() {
        if move_now(&mut conn) > LONGEST_LOG {
            // Once more, so that next to nothing is left for the writer to move.
            move_now(&mut conn);
            begin_anew.store(true, Ordering::Relaxed);
        }
        std::thread::sleep(PAUSE);
    }
}

/// Moves what nobody reads from the log any more, and says how many pages the log has.
fn move_now(conn: &mut Conn) -> i32 {
    run(conn, "PRAGMA wal_checkpoint(PASSIVE)").unwrap_or_default()
}

#[derive(QueryableByName)]
struct Moved {
    #[diesel(sql_type = Integer)]
    log: i32,
}

/// Nothing is lost when it fails: the log holds what the file does not.
#[expect(
    clippy::disallowed_methods,
    reason = "a pragma has no form in diesel's language, and takes nothing from outside"
)]
fn run(conn: &mut Conn, pragma: &'static str) -> Option<i32> {
    let moved = diesel::sql_query(pragma).get_result::<Moved>(conn);
    moved
        .inspect_err(|error| tracing::warn!(%error, "the log was not moved into the database"))
        .ok()
        .map(|moved| moved.log)
}
