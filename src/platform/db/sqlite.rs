//! SQLite: one file, one process, and one thread that writes in groups.

use std::fs::{File, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use tokio::sync::{mpsc, oneshot};

use super::checkpoints::Checkpoints;
use super::work::{Failure, Job, Work, Written};
use super::{Conn, DbError, OpenError};
use crate::platform::jobs::to_the_end;

/// What every connection to SQLite is set to before it is used.
///
/// `FULL` makes an acknowledged commit survive a power loss; `NORMAL` does not.
pub const SETTINGS: &str = "
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -2048;
    PRAGMA journal_size_limit = 67108864;
";

/// As many writes may wait; one more is told to come back later.
const QUEUE: usize = 1024;

/// As many writes share one commit at the most.
pub(super) const GROUP: usize = 128;

/// The first SQLite without the WAL-reset corruption, as `sqlite3_libversion_number` says it.
const OLDEST_SAFE: i32 = 3_051_003;

/// Opens a connection to the file at `path`.
pub(super) fn connect(path: &Path) -> Result<Conn, OpenError> {
    let mut conn = SqliteConnection::establish(&path.to_string_lossy())?;
    conn.batch_execute(SETTINGS)?;
    Ok(Conn::Sqlite(conn))
}

/// The lock beside the database file: the system frees it when the process ends, however it ends.
pub(super) fn lock_for_this_process(path: &Path) -> Result<File, OpenError> {
    drop(private(path)?);
    // A link leads to the lock of the file itself.
    let lock = private(&lock_path(&path.canonicalize()?))?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(OpenError::OpenElsewhere),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Opens a file, and creates it so that no other user of the machine can read it: SQLite gives its
/// other files the mode of the first.
pub(super) fn private(path: &Path) -> std::io::Result<File> {
    File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .mode(0o600)
        .open(path)
}

/// Removes the file of a database that no process has open, and what SQLite keeps beside it.
pub fn remove(path: &Path) -> Result<(), OpenError> {
    let _only_process = lock_for_this_process(path)?;
    for end in ["", "-wal", "-shm"] {
        let mut file = path.as_os_str().to_owned();
        file.push(end);
        match std::fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

fn lock_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    name.into()
}

pub(super) fn refuse_unsafe_library() -> Result<(), OpenError> {
    if libsqlite3_sys::SQLITE_VERSION_NUMBER < OLDEST_SAFE {
        return Err(OpenError::UnsafeLibrary);
    }
    Ok(())
}

/// The one thread that writes.
pub(super) struct Writer {
    queue: mpsc::Sender<Job>,
    waiting: Arc<AtomicUsize>,
}

impl Writer {
    /// The thread holds `lock` until it has closed its connection.
    pub(super) fn start(path: &Path, lock: &Arc<File>) -> Result<Self, OpenError> {
        let mut conn = connect(path)?;
        conn.batch_execute("PRAGMA wal_autocheckpoint = 0")?;
        let checkpoints = Checkpoints::start(connect(path)?, path, lock)?;
        let (queue, mut jobs) = mpsc::channel(QUEUE);
        let waiting = Arc::new(AtomicUsize::new(0));
        let (gauge, lock) = (Arc::clone(&waiting), Arc::clone(lock));
        std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || {
                to_the_end(|| write_in_groups(&mut conn, &mut jobs, &gauge, &checkpoints));
                checkpoints.finish(&mut conn);
                drop(conn);
                drop(lock);
            })?;
        Ok(Self { queue, waiting })
    }

    /// Queues `work`, and waits until what it did is on the disk.
    pub(super) async fn write(&self, work: Work<Written>) -> Result<Written, Failure> {
        let (caller, answered) = oneshot::channel();
        self.waiting.fetch_add(1, Ordering::Relaxed);
        if self.queue.try_send(Job::new(work, caller)).is_err() {
            self.waiting.fetch_sub(1, Ordering::Relaxed);
            return Err(DbError::Unavailable("the writer's queue is full").into());
        }
        answered
            .await
            .unwrap_or_else(|_| Err(DbError::Unavailable("the writer has stopped").into()))
    }

    /// How many writes wait now.
    pub(super) fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }
}

/// Takes what is queued, runs each in a savepoint of its own inside one transaction, commits, and
/// only then answers all of them.
fn write_in_groups(
    conn: &mut Conn,
    jobs: &mut mpsc::Receiver<Job>,
    waiting: &AtomicUsize,
    checkpoints: &Checkpoints,
) {
    // What a panic has left open; usually there is nothing, and SQLite says so.
    drop(conn.batch_execute("ROLLBACK"));
    let mut group = Vec::with_capacity(GROUP);
    while jobs.blocking_recv_many(&mut group, GROUP) > 0 {
        waiting.fetch_sub(group.len(), Ordering::Relaxed);
        metrics::histogram!("sqlite_group_size")
            .record(crate::platform::telemetry::count(group.len()));
        let outcome = commit_together(conn, &mut group).map_err(|error| {
            tracing::error!(%error, "a group of writes was not kept");
            "the group of writes was not kept"
        });
        for job in group.drain(..) {
            job.answer(outcome);
        }
        checkpoints.after_commit(conn);
    }
}

fn commit_together(conn: &mut Conn, group: &mut [Job]) -> QueryResult<()> {
    // A deferred transaction that turns into a writing one fails at once with "locked", whatever
    // the timeout; an immediate one waits.
    conn.batch_execute("BEGIN IMMEDIATE")?;
    let kept = run_each(conn, group).and_then(|()| conn.batch_execute("COMMIT"));
    if kept.is_err()
        && let Err(error) = conn.batch_execute("ROLLBACK")
    {
        tracing::warn!(%error, "a rollback failed too");
    }
    kept
}

fn run_each(conn: &mut Conn, group: &mut [Job]) -> QueryResult<()> {
    for job in group {
        conn.batch_execute("SAVEPOINT task")?;
        if !job.run(conn) {
            conn.batch_execute("ROLLBACK TO task")?;
        }
        conn.batch_execute("RELEASE task")?;
    }
    Ok(())
}
