//! One file with all of a SQLite database, for recipients of age: whole, or not there.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::age::{self, AgeError, Recipient};
use super::db::{self, OpenError};
use super::disk::naming;
use super::ids::Ids;

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// Where it was to be written.
    #[error(transparent)]
    File(#[from] io::Error),
    /// Another lies there.
    #[error("{0} is there already: a backup is not written over a file")]
    Taken(PathBuf),
    /// The database.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// The recipient of the backup.
    #[error(transparent)]
    Age(#[from] AgeError),
}

/// Writes what the database of `url` holds at this instant into a new file, `out`.
///
/// Fails when there is such a file already, or one of them cannot be read or written.
pub fn write(
    url: &str,
    recipients: &[Recipient],
    ids: &Ids,
    out: &Path,
) -> Result<(), BackupError> {
    if out.exists() {
        return Err(BackupError::Taken(out.to_owned()));
    }
    db::file_of(url)?;
    // First: nothing is copied for a place that cannot be written.
    let part = Part(part_of(out));
    let file = File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&part.0)
        .map_err(naming(&part.0))?;
    let copy = db::snapshot(url, ids)?;
    let mut to = BufWriter::new(file);
    age::encrypt(recipients, ids, &mut BufReader::new(copy), &mut to)?;
    to.flush()?;
    to.get_ref().sync_all()?;
    // Half a backup never has the name of a whole one.
    std::fs::rename(&part.0, out)?;
    File::open(folder_of(out))?.sync_all()?;
    Ok(())
}

/// What is written of a backup until it is whole: where it never is, it goes.
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        // Once it has its name for good there is nothing to remove.
        drop(std::fs::remove_file(&self.0));
    }
}

fn part_of(out: &Path) -> PathBuf {
    let mut part = out.as_os_str().to_owned();
    part.push(".part");
    PathBuf::from(part)
}

fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    folder.unwrap_or(Path::new("."))
}
