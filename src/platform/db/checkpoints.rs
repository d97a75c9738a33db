//! Moves what was committed from SQLite's log into its file, beside the writer and not in its way.
//!
//! Left to itself SQLite does this in the commit that makes the log a thousand pages long: the caller who
//! is in that group waits for two more syncs and a thousand writes.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

use diesel::connection::SimpleConnection;

use super::{Conn, OpenError};
use crate::platform::jobs::to_the_end;

/// Between two rounds: what is written often in between is moved once, and the writer shares the disk
/// with a round seldom enough that 99 of 100 commits meet none.
const PAUSE: Duration = Duration::from_secs(1);

/// How often it is looked at the end whether the last round is over.
const LOOK_AGAIN: Duration = Duration::from_millis(1);

/// While the writer never rests the log does not begin anew by itself, and grows. Beyond so many
/// bytes the writer sees to it (R226); then SQLite cuts the file to them, the `journal_size_limit`.
const LONGEST_LOG: u64 = 64 << 20;

/// What the writer leaves to a thread of its own.
pub(super) struct Checkpoints {
    committed: SyncSender<()>,
    begin_anew: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Checkpoints {
    /// `conn` is a connection of this thread alone, to the file at `path`, whose `lock` is held until it is
    /// closed.
    pub(super) fn start(mut conn: Conn, path: &Path, lock: &Arc<File>) -> Result<Self, OpenError> {
        let (committed, commits) = sync_channel(1);
        let begin_anew = Arc::new(AtomicBool::new(false));
        let wanted = Arc::clone(&begin_anew);
        let (log, lock) = (log_of(path), Arc::clone(lock));
        let thread = std::thread::Builder::new()
            .name("sqlite-checkpoint".to_owned())
            .spawn(move || {
                to_the_end(|| move_what_is_committed(&mut conn, &log, &commits, &wanted));
                drop(conn);
                drop(lock);
            })?;
        Ok(Self {
            committed,
            begin_anew,
            thread,
        })
    }

    /// To be called by the writer at the end: all of the log is in the file.
    pub(super) fn finish(self, writer: &mut Conn) {
        drop(self.committed);
        while !self.thread.is_finished() {
            // It may have begun another round, and rests after it.
            self.thread.thread().unpark();
            std::thread::sleep(LOOK_AGAIN);
        }
        run(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// To be called by the writer, with its connection, once a commit was acknowledged.
    pub(super) fn after_commit(&self, writer: &mut Conn) {
        // A full queue is no loss: the round that waits in it is for this commit too.
        if self.committed.try_send(()) == Err(TrySendError::Disconnected(())) {
            tracing::warn!("no thread moves the log of the database into its file");
        }
        if self.begin_anew.swap(false, Ordering::Relaxed) {
            run(writer, "PRAGMA wal_checkpoint(RESTART)");
        }
    }
}

fn log_of(path: &Path) -> PathBuf {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    log.into()
}

fn move_what_is_committed(
    conn: &mut Conn,
    log: &Path,
    commits: &Receiver<()>,
    begin_anew: &AtomicBool,
) {
    let mut move_it = || run(conn, "PRAGMA wal_checkpoint(PASSIVE)");
    while commits.recv().is_ok() {
        move_it();
        if std::fs::metadata(log).is_ok_and(|log| log.len() > LONGEST_LOG) {
            // Once more, so that next to nothing is left for the writer to move.
            move_it();
            begin_anew.store(true, Ordering::Relaxed);
        }
        std::thread::park_timeout(PAUSE);
    }
}

/// Nothing is lost when it fails: the log holds what the file does not.
fn run(conn: &mut Conn, pragma: &str) {
    if let Err(error) = conn.batch_execute(pragma) {
        tracing::warn!(%error, "the log was not moved into the database");
    }
}
