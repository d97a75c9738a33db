//! A file of an export while it is written: counted, and hashed beside the work that makes it.

use std::io::{self, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use aws_lc_rs::digest::{Context, SHA256};
use data_encoding::HEXLOWER;
use serde::Serialize;

use super::{File, Open, Sink};

/// So much of a file is handed on at once.
const PART: usize = 64 * 1024;

/// So many parts may wait to be hashed, and as many to be written: a disk that is slower than what is made holds it up.
const WAITING: usize = 1;

/// A file that is being written, counted and hashed.
pub struct Counted {
    name: String,
    to: Behind,
    /// What was not handed on yet.
    part: Vec<u8>,
    pub(super) rows: u64,
}

impl Counted {
    /// Begins the file of this name.
    pub fn open(name: &str, open: &mut Open<'_>) -> io::Result<Self> {
        Ok(Self {
            name: name.to_owned(),
            to: Behind::begin(open(name)?)?,
            part: Vec::new(),
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

    /// Adds the row that `lay` appends, after so many others.
    pub fn row(&mut self, lay: impl FnOnce(&mut Vec<u8>, u64) -> io::Result<()>) -> io::Result<()> {
        lay(&mut self.part, self.rows)?;
        self.rows += 1;
        self.hand_on()
    }

    /// Hands on what fills a part.
    fn hand_on(&mut self) -> io::Result<()> {
        if self.part.len() < PART {
            return Ok(());
        }
        let room = Vec::with_capacity(self.part.len());
        self.to.part(std::mem::replace(&mut self.part, room))
    }

    /// Ends it.
    pub fn end(mut self) -> io::Result<File> {
        if !self.part.is_empty() {
            self.to.part(self.part)?;
        }
        let (bytes, sha256) = self.to.end()?;
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
        self.part.extend_from_slice(bytes);
        self.hand_on()?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
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

    /// Takes the next part, which has something in it.
    fn part(&mut self, part: Vec<u8>) -> io::Result<()> {
        if self.parts.send(part).is_err() {
            // Nothing takes it any more: the thread says why.
            self.done()?;
        }
        Ok(())
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
        done.and_then(Result::ok).unwrap_or_else(|| Err(stopped()))
    }
}

/// Hashes the parts as they come while those before are written, and ends `to` after the last; without a last one the
/// file is never whole.
fn write(mut to: Box<dyn Sink>, parts: &Receiver<Vec<u8>>) -> io::Result<Whole> {
    let (mut hash, mut bytes) = (Context::new(&SHA256), 0);
    let (hashed, waiting) = sync_channel::<Vec<u8>>(WAITING);
    let to = thread::scope(|scope| {
        let written = scope.spawn(move || {
            for part in waiting {
                to.write_all(&part)?;
            }
            io::Result::Ok(to)
        });
        loop {
            let Ok(part) = parts.recv() else {
                return Err(io::ErrorKind::UnexpectedEof.into());
            };
            if part.is_empty() {
                break;
            }
            hash.update(&part);
            bytes += u64::try_from(part.len()).unwrap_or_default();
            if hashed.send(part).is_err() {
                // Nothing is written any more: the thread says why.
                break;
            }
        }
        drop(hashed);
        written.join().unwrap_or_else(|_| Err(stopped()))
    })?;
    to.end()?;
    Ok((bytes, HEXLOWER.encode(hash.finish().as_ref())))
}

fn stopped() -> io::Error {
    io::Error::other("the file was given up before")
}
