//! A file of an export while it is written: counted, and hashed beside the work that makes it.

use std::io::{self, BufWriter, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use aws_lc_rs::digest::{Context, SHA256};
use data_encoding::HEXLOWER;
use serde::Serialize;

use super::{File, Open, Sink};

/// So much of a file is handed on at once.
const PART: usize = 64 * 1024;

/// So many parts may wait: a disk that is slower than what is made holds it up.
const WAITING: usize = 2;

/// A file that is being written, counted and hashed.
pub struct Counted {
    name: String,
    to: BufWriter<Behind>,
    /// The last line: its room is used again.
    line: Vec<u8>,
    pub(super) rows: u64,
}

impl Counted {
    /// Begins the file of this name.
    pub fn open(name: &str, open: &mut Open<'_>) -> io::Result<Self> {
        Ok(Self {
            name: name.to_owned(),
            to: BufWriter::with_capacity(PART, Behind::begin(open(name)?)?),
            line: Vec::new(),
            rows: 0,
        })
    }

    /// Adds an object on a line of its own.
    pub fn line(&mut self, object: &impl Serialize) -> io::Result<()> {
        self.row(|line, _| {
            serde_json::to_writer(&mut *line, object)?;
            line.push(b'\n');
            Ok(())
        })
    }

    /// Adds the row that `lay` writes into an empty line, after so many others.
    pub(super) fn row(
        &mut self,
        lay: impl FnOnce(&mut Vec<u8>, u64) -> io::Result<()>,
    ) -> io::Result<()> {
        self.line.clear();
        lay(&mut self.line, self.rows)?;
        self.rows += 1;
        self.to.write_all(&self.line)
    }

    /// Ends it.
    pub fn end(self) -> io::Result<File> {
        let behind = self.to.into_inner();
        let (bytes, sha256) = behind.map_err(io::IntoInnerError::into_error)?.end()?;
        Ok(File {
            name: self.name,
            rows: self.rows,
            bytes,
            sha256,
        })
    }
}

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.to.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// The length of a file, and its hash in hexadecimal.
type Whole = (u64, String);

/// Hashes and writes on a thread of its own, while what follows is made.
struct Behind {
    parts: SyncSender<Vec<u8>>,
    thread: Option<JoinHandle<io::Result<Whole>>>,
}

impl Behind {
    fn begin(to: Box<dyn Sink>) -> io::Result<Self> {
        let (parts, waiting) = sync_channel(WAITING);
        let thread = thread::Builder::new().name("export".to_owned());
        Ok(Self {
            parts,
            thread: Some(thread.spawn(move || write(to, &waiting))?),
        })
    }

    /// Ends the file, and waits until it is whole.
    fn end(mut self) -> io::Result<Whole> {
        // A part without a byte is the last.
        drop(self.parts.send(Vec::new()));
        self.done()
    }

    /// What the thread came to, which has ended or is about to.
    fn done(&mut self) -> io::Result<Whole> {
        let done = self.thread.take().map(JoinHandle::join);
        let stopped = || io::Error::other("the file was given up before");
        done.and_then(Result::ok).unwrap_or_else(|| Err(stopped()))
    }
}

impl Write for Behind {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !bytes.is_empty() && self.parts.send(bytes.to_vec()).is_err() {
            // Nothing takes it any more: the thread says why.
            self.done()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes the parts as they come, and ends `to` after the last; without a last one the file is never whole.
fn write(mut to: Box<dyn Sink>, parts: &Receiver<Vec<u8>>) -> io::Result<Whole> {
    let (mut hash, mut bytes) = (Context::new(&SHA256), 0);
    loop {
        let Ok(part) = parts.recv() else {
            return Err(io::ErrorKind::UnexpectedEof.into());
        };
        if part.is_empty() {
            break;
        }
        to.write_all(&part)?;
        hash.update(&part);
        bytes += u64::try_from(part.len()).unwrap_or_default();
    }
    to.end()?;
    Ok((bytes, HEXLOWER.encode(hash.finish().as_ref())))
}
