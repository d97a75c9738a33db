//! Files that are sealed: chunks of 64 KiB, each for its place, the last one marked as the last.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::DataKey;
use super::cipher::OVERHEAD;
use crate::platform::secret::frame;

/// So much of a file is sealed, and opened, at once.
pub const CHUNK: usize = 64 * 1024;

/// A file that is being written. What is not finished never opens.
pub struct SealedWriter {
    key: Arc<DataKey>,
    name: String,
    to: File,
    number: u64,
    chunk: Vec<u8>,
}

impl SealedWriter {
    /// Begins the file at `path`, for this user alone. Under another `name` it does not open.
    pub fn create(path: &Path, key: Arc<DataKey>, name: &str) -> io::Result<Self> {
        let mut options = File::options();
        let to = options
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)?;
        Ok(Self {
            key,
            name: name.to_owned(),
            to,
            number: 0,
            chunk: Vec::with_capacity(CHUNK),
        })
    }

    /// Ends the file, and waits until the disk has it.
    pub fn finish(mut self) -> io::Result<()> {
        self.seal(true)?;
        self.to.sync_all()
    }

    fn seal(&mut self, last: bool) -> io::Result<()> {
        let place = place(&self.name, self.number, last);
        let sealed = self.key.seal_part(&place, &self.chunk);
        self.to.write_all(&sealed.map_err(io::Error::other)?)?;
        self.number += 1;
        self.chunk.clear();
        Ok(())
    }
}

impl Write for SealedWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.chunk.len() >= CHUNK {
            self.seal(false)?;
        }
        let room = CHUNK.saturating_sub(self.chunk.len());
        let (fits, _) = bytes.split_at(bytes.len().min(room));
        self.chunk.extend_from_slice(fits);
        Ok(fits.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A file that is read, chunk by chunk.
pub struct SealedReader {
    key: Arc<DataKey>,
    name: String,
    from: File,
    length: u64,
}

impl SealedReader {
    /// Opens the file at `path`, which was written under this `name` and is so long.
    pub fn open(path: &Path, key: Arc<DataKey>, name: &str, length: u64) -> io::Result<Self> {
        Ok(Self {
            key,
            name: name.to_owned(),
            from: File::open(path)?,
            length,
        })
    }

    /// The chunk with this number, from 0; nothing else than what was written there.
    pub fn chunk(&mut self, number: u64) -> io::Result<Zeroizing<Vec<u8>>> {
        let (size, overhead) = (whole(CHUNK), whole(OVERHEAD));
        let begins = number.saturating_mul(size);
        let rest = self.length.saturating_sub(begins);
        let is_last = rest <= size;
        let at = number.saturating_mul(size.saturating_add(overhead));
        self.from.seek(SeekFrom::Start(at))?;
        let mut sealed = Vec::with_capacity(CHUNK + OVERHEAD);
        let most = rest.min(size).saturating_add(overhead);
        (&self.from).take(most).read_to_end(&mut sealed)?;
        let place = place(&self.name, number, is_last);
        let opened = self.key.open_part(&place, &sealed);
        opened.map_err(io::Error::other)
    }
}

fn whole(size: usize) -> u64 {
    u64::try_from(size).unwrap_or(u64::MAX)
}

fn place(name: &str, number: u64, last: bool) -> Vec<u8> {
    let mut place = Vec::new();
    frame(name.as_bytes(), |bytes| place.extend_from_slice(bytes));
    place.extend_from_slice(&number.to_be_bytes());
    place.push(last.into());
    place
}
