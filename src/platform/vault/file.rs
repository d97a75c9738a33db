//! Files that are sealed: chunks of 64 KiB, each made smaller and sealed for its place, the last one marked as the last.
//! Before each stands how long it became, in four bytes.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::Arc;

use snap::raw::{Decoder, Encoder, max_compress_len};
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
    encoder: Encoder,
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
            encoder: Encoder::new(),
        })
    }

    /// Ends the file, and waits until the disk has it.
    pub fn finish(mut self) -> io::Result<()> {
        self.seal(true)?;
        self.to.sync_all()
    }

    fn seal(&mut self, last: bool) -> io::Result<()> {
        let place = place(&self.name, self.number, last);
        let small = self.encoder.compress_vec(&self.chunk)?;
        let sealed = self.key.seal_part(&place, &small);
        let sealed = sealed.map_err(io::Error::other)?;
        let length = u32::try_from(sealed.len()).map_err(io::Error::other)?;
        self.to
            .write_all(&[&length.to_be_bytes(), sealed.as_slice()].concat())?;
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
    /// The chunk that comes next.
    number: u64,
}

impl SealedReader {
    /// Opens the file at `path`, which was written under this `name` and held so much.
    pub fn open(path: &Path, key: Arc<DataKey>, name: &str, length: u64) -> io::Result<Self> {
        Ok(Self {
            key,
            name: name.to_owned(),
            from: File::open(path)?,
            length,
            number: 0,
        })
    }

    /// The chunk with this number, from 0; nothing else than what was written there. Those before it are passed over.
    pub fn chunk(&mut self, number: u64) -> io::Result<Zeroizing<Vec<u8>>> {
        if number < self.number {
            self.from.rewind()?;
            self.number = 0;
        }
        while self.number < number {
            let length = self.next_length()?;
            self.from.seek(SeekFrom::Current(length.into()))?;
            self.number += 1;
        }
        let length = self.next_length()?;
        let mut sealed = Vec::new();
        (&self.from).take(length.into()).read_to_end(&mut sealed)?;
        self.number += 1;
        let begins = number.saturating_mul(whole(CHUNK));
        let is_last = self.length.saturating_sub(begins) <= whole(CHUNK);
        let place = place(&self.name, number, is_last);
        let small = self.key.open_part(&place, &sealed);
        let small = small.map_err(io::Error::other)?;
        Ok(Decoder::new().decompress_vec(&small)?.into())
    }

    /// How long the next one is: not longer than one can be.
    fn next_length(&mut self) -> io::Result<u32> {
        let mut length = [0; 4];
        self.from.read_exact(&mut length)?;
        let length = u32::from_be_bytes(length);
        let most = whole(max_compress_len(CHUNK) + OVERHEAD);
        if u64::from(length) > most {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(length)
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
