//! Moves what was committed from SQLite's log into its file, beside the writer and not in its way.
//!
//! Left to itself SQLite does this in the commit that makes the log a thousand pages long: whoever
//! is in that group waits for two more syncs and a thousand writes.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::time::Duration;

use diesel::connection::SimpleConnection;

use super::{Conn, OpenError};

/// Between two rounds: what is written often in between is moved once.
const PAUSE: Duration = Duration::from_millis(250);

/// When the writer never rests the log cannot begin anew, and grows. From here on the writer waits
/// for that (R226).
const LONGEST_LOG: u64 = 64 << 20;

/// What the writer leaves to a thread of its own.
pub(super) struct Checkpoints {
    committed: SyncSender<()>,
    log: PathBuf,
}

impl Checkpoints {
    /// `conn` is a connection that nobody else uses, to the database at `path`.
    pub(super) fn start(conn: Conn, path: &Path) -> Result<Self, OpenError> {
        let (committed, commits) = sync_channel(1);
        std::thread::Builder::new()
            .name("sqlite-checkpoint".to_owned())
            .spawn(move || move_what_is_committed(conn, &commits))?;
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        Ok(Self {
            committed,
            log: log.into(),
        })
    }

    /// To be called by the writer, with its connection, once a commit was acknowledged.
    pub(super) fn after_commit(&self, writer: &mut Conn) {
        // A full queue is no loss: the round that waits in it is for this commit too.
        if self.committed.try_send(()) == Err(TrySendError::Disconnected(())) {
            tracing::warn!("nobody moves the log of the database into its file");
        }
        let length = std::fs::metadata(&self.log).map_or(0, |log| log.len());
        if length > LONGEST_LOG {
            run(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }
}

fn move_what_is_committed(mut conn: Conn, commits: &Receiver<()>) {
    while commits.recv().is_ok() {
        run(&mut conn, "PRAGMA wal_checkpoint(PASSIVE)");
        std::thread::sleep(PAUSE);
    }
}

/// Nothing is lost when it fails: the log holds what the file does not.
fn run(conn: &mut Conn, pragma: &str) {
    if let Err(error) = conn.batch_execute(pragma) {
        tracing::warn!(%error, "the log of the database was not moved into its file");
    }
}
