//! Making the next key, and taking the old ones away.

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};

use super::file::{self, KeyFile, Kind};
use super::{KeyError, Root, new_key};
use crate::platform::ids::Ids;

/// How long a key is known everywhere before it is used: clients may keep the list of public keys for
/// five minutes, and instances with folders of their own must be given a copy.
pub const NOTICE: TimeDelta = TimeDelta::minutes(10);

/// How long a token that the key before has signed is still good, and a little more.
pub const AFTERMATH: TimeDelta = TimeDelta::minutes(11);

/// How long codes by mail, cursors and counts may need the root key before: the longest code is good
/// for a day.
pub const OUTLIVED: TimeDelta = TimeDelta::hours(25);

/// Makes the next key of `kind`, which is used after [`NOTICE`], or at once.
///
/// Fails when one is waiting to be used already, or the folder cannot be written.
pub fn rotate(
    folder: &Path,
    kind: Kind,
    ids: &Ids,
    now: DateTime<Utc>,
    at_once: bool,
) -> Result<KeyFile, KeyError> {
    let files = kind.files(folder)?;
    let last = files.last().ok_or(KeyError::None)?;
    if last.from > now && !at_once {
        return Err(KeyError::Waiting(last.from));
    }
    let number = last.number.saturating_add(1);
    let from = if at_once { now } else { now + NOTICE };
    let path = kind.path(folder, number, Some(from));
    file::create_once(&path, &new_key(kind, ids, &path)?)?;
    Ok(KeyFile { number, from, path })
}

/// Takes away the signing keys that are not used any more: tokens signed by them are refused from
/// then on. Answers with those that went.
///
/// Fails when tokens of theirs may still be good (unless `at_once`), or a file cannot be removed.
pub fn retire_signing(
    folder: &Path,
    now: DateTime<Utc>,
    at_once: bool,
) -> Result<Vec<KeyFile>, KeyError> {
    let files = Kind::Signing.files(folder)?;
    let current = file::in_use(&files, |file| file.from, now).ok_or(KeyError::None)?;
    let over = current.from + AFTERMATH;
    let old: Vec<KeyFile> = files
        .iter()
        .filter(|file| file.number < current.number)
        .cloned()
        .collect();
    if !old.is_empty() && over > now && !at_once {
        return Err(KeyError::TooEarly(over));
    }
    for file in &old {
        std::fs::remove_file(&file.path)?;
    }
    Ok(old)
}

/// Puts a root key aside, into `retired/`, whose successor is used from `until` on; its public key for
/// what was said of the audit stays. Answers with where it is now.
pub fn retire_root(
    folder: &Path,
    file: &KeyFile,
    until: DateTime<Utc>,
) -> Result<PathBuf, KeyError> {
    let root = Root::read(file)?;
    let kept = file::statement_key(folder, file.number, until);
    file::create_once(&kept, root.audit.public())?;
    set_aside(folder, file)
}

/// Puts a key that is not needed any more aside, into `retired/`: of the key-encryption keys, backups
/// from before still need it. Answers with where it is now.
pub fn set_aside(folder: &Path, file: &KeyFile) -> Result<PathBuf, KeyError> {
    let retired = folder.join("retired");
    file::make_folder(&retired)?;
    let to = retired.join(file.path.file_name().unwrap_or_default());
    std::fs::rename(&file.path, &to)?;
    Ok(to)
}
