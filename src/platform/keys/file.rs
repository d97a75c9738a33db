//! The files of the key folder: one key each, readable by this user alone, named by number and by the
//! instant from which on it is used.

use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};
use zeroize::Zeroizing;

use super::KeyError;

/// What there are several of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    /// `root-0002-20261124T120000Z.key`: refresh tokens, cursors and codes are made with what is derived from
    /// it from then on.
    #[value(help = "The key from which refresh tokens, cursors and codes are made")]
    Root,
    /// `signing-0002-20261124T120000Z.pk8`: signs access tokens from then on.
    #[value(help = "The keys that sign access tokens")]
    Signing,
    /// `kek-0002-20261124T120000Z.key`: wraps data keys from then on.
    #[value(help = "The keys that wrap the data keys in the database")]
    Kek,
    /// `push-0002-20261124T120000Z.pk8`: browsers subscribe to it from then on.
    #[value(help = "The keys to which browsers subscribe for pushes")]
    Push,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFile {
    /// Counts them, from 1.
    pub number: i16,
    /// Used from this instant on, and only read before.
    pub from: DateTime<Utc>,
    /// Where it is.
    pub path: PathBuf,
}

/// How an instant is written in a name.
const INSTANT: &str = "%Y%m%dT%H%M%SZ";

impl Kind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Root, Self::Signing, Self::Kek, Self::Push];

    /// The beginning and the end of the names of its files.
    fn affixes(self) -> (&'static str, &'static str) {
        match self {
            Self::Root => ("root-", ".key"),
            Self::Signing => ("signing-", ".pk8"),
            Self::Kek => ("kek-", ".key"),
            Self::Push => ("push-", ".pk8"),
        }
    }

    /// The keys of this kind in `folder`, oldest first.
    pub fn files(self, folder: &Path) -> Result<Vec<KeyFile>, KeyError> {
        let (begin, end) = self.affixes();
        numbered_files(folder, begin, end)
    }

    /// Where the key with this number is kept, when it is used `from` an instant on, or always.
    pub(super) fn path(self, folder: &Path, number: i16, from: Option<DateTime<Utc>>) -> PathBuf {
        let (begin, end) = self.affixes();
        let from = from.map(|from| format!("-{}", from.format(INSTANT)));
        folder.join(format!(
            "{begin}{number:04}{}{end}",
            from.unwrap_or_default()
        ))
    }
}

/// What is kept of root keys that are gone, `audit-0001-20261124T120000Z.pub`: the public key of what
/// was said of the audit until then.
pub(super) fn statement_keys(folder: &Path) -> Result<Vec<KeyFile>, KeyError> {
    numbered_files(folder, "audit-", ".pub")
}

/// Where that of a root key is kept which was used `until` an instant.
pub(super) fn statement_key(folder: &Path, number: i16, until: DateTime<Utc>) -> PathBuf {
    folder.join(format!("audit-{number:04}-{}.pub", until.format(INSTANT)))
}

/// The files with a number between `begin` and `end`, the lowest first.
fn numbered_files(folder: &Path, begin: &str, end: &str) -> Result<Vec<KeyFile>, KeyError> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let inner = name
            .and_then(|name| name.strip_prefix(begin))
            .and_then(|rest| rest.strip_suffix(end));
        if let Some(inner) = inner {
            let (number, from) =
                numbered(inner).ok_or_else(|| KeyError::Unreadable(path.clone()))?;
            files.push(KeyFile { number, from, path });
        }
    }
    files.sort_by_key(|file| file.number);
    Ok(files)
}

/// Reads `0001`, which is used since ever, and `0002-20261124T120000Z`.
fn numbered(text: &str) -> Option<(i16, DateTime<Utc>)> {
    let Some((number, from)) = text.split_once('-') else {
        return Some((text.parse().ok()?, DateTime::UNIX_EPOCH));
    };
    let from = NaiveDateTime::parse_from_str(from, INSTANT).ok()?.and_utc();
    Some((number.parse().ok()?, from))
}

/// The newest that is used at `now`; before the first one's time, the first.
pub fn in_use<T>(keys: &[T], from: impl Fn(&T) -> DateTime<Utc>, now: DateTime<Utc>) -> Option<&T> {
    let begun = keys.iter().rev().find(|key| from(key) <= now);
    begun.or_else(|| keys.first())
}

pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

/// Writes a new file whole, or leaves the one that is there.
pub(super) fn create_once(path: &Path, bytes: &[u8]) -> Result<(), io::Error> {
    let draft = path.with_extension(format!("draft-{}", std::process::id()));
    let linked = write(&draft, bytes).and_then(|()| fs::hard_link(&draft, path));
    // Where the disk is full it lies there half.
    let removed = fs::remove_file(&draft);
    match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => removed,
    }
}

fn write(draft: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(draft)?;
    file.write_all(bytes)?;
    file.sync_all()
}

pub(super) fn read_private(path: &Path) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let mode = fs::metadata(path)?.permissions().mode();
    if mode & 0o077 != 0 {
        return Err(KeyError::TooOpen(path.to_owned()));
    }
    Ok(Zeroizing::new(fs::read(path)?))
}
