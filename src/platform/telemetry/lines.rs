//! The way of a log line to standard output: taken at once or dropped, and written by a thread of its
//! own. A disk that is full, or a pipe that is never read, stops that thread and nothing else.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant};

/// As many lines wait to be written; one more is dropped.
const QUEUE: usize = 2048;

/// How often it is seen whether the last lines are out.
const LOOK_AGAIN: Duration = Duration::from_millis(5);

/// Takes whole lines and never waits; clones share the queue.
#[derive(Clone)]
pub(super) struct Lines {
    queue: SyncSender<Vec<u8>>,
    counts: Arc<Counts>,
}

#[derive(Default)]
struct Counts {
    waiting: AtomicUsize,
    dropped: AtomicU64,
}

impl Counts {
    fn drop_one(&self) {
        self.dropped.fetch_add(1, Ordering::Relaxed);
        metrics::counter!("log_lines_dropped_total").increment(1);
    }
}

impl Lines {
    /// Lines to standard output.
    pub(super) fn to_stdout() -> io::Result<Self> {
        // A file of its own: the lock of `std::io::stdout` may be held.
        let out = File::from(io::stdout().as_fd().try_clone_to_owned()?);
        let (queue, lines) = sync_channel(QUEUE);
        let counts = Arc::<Counts>::default();
        let counted = Arc::clone(&counts);
        std::thread::Builder::new()
            .name("log".to_owned())
            .spawn(move || write_each(out, &lines, &counted))?;
        Ok(Self { queue, counts })
    }

    /// Waits until all lines are out, and for `patience` at the most.
    pub(super) fn finish(&self, patience: Duration) {
        let asked = Instant::now();
        while self.counts.waiting.load(Ordering::Acquire) > 0 && asked.elapsed() < patience {
            std::thread::sleep(LOOK_AGAIN);
        }
    }
}

impl Write for Lines {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.counts.waiting.fetch_add(1, Ordering::Relaxed);
        if self.queue.try_send(line.to_vec()).is_err() {
            self.counts.waiting.fetch_sub(1, Ordering::Relaxed);
            self.counts.drop_one();
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn write_each(mut out: File, lines: &Receiver<Vec<u8>>, counts: &Counts) {
    let mut torn = false;
    while let Ok(mut line) = lines.recv() {
        if torn {
            line.insert(0, b'\n');
        }
        torn = out.write_all(&line).is_err();
        if torn {
            counts.drop_one();
        } else {
            let lost = counts.dropped.swap(0, Ordering::Relaxed);
            if lost > 0 {
                tracing::warn!(lost, "lines of the log could not be written");
            }
        }
        counts.waiting.fetch_sub(1, Ordering::Release);
    }
}
