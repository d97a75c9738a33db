//! `keys retire`: the end of keys that are not used any more.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::{Change, Failure, look, name};
use crate::access::sessions;
use crate::channels;
use crate::platform::keys::{self, KeyError, KeyFile, Kind, in_use};
use crate::platform::vault;

pub(super) fn retire(change: &Change, now: DateTime<Utc>) -> Result<(), Failure> {
    let folder = change.settings.keys();
    refuse_before_the_next(&folder, change.which, now)?;
    match change.which {
        Kind::Root => root(change, &folder, now),
        Kind::Signing => signing(change, &folder, now),
        Kind::Kek => kek(change, &folder, now),
        Kind::Push => push(change, &folder, now),
    }
}

/// Says that a key waits for its time, where that will be the first end of another.
fn refuse_before_the_next(folder: &Path, kind: Kind, now: DateTime<Utc>) -> Result<(), Failure> {
    let files = kind.files(folder)?;
    let current = in_use(&files, |file| file.from, now).map_or(0, |file| file.number);
    let next = files.iter().find(|file| file.number > current);
    match next.filter(|_| files.iter().all(|file| file.number >= current)) {
        Some(next) => Err(format!(
            "nothing to retire: {} comes into use at {}",
            name(next),
            next.from
        )
        .into()),
        None => Ok(()),
    }
}

/// Those that one which is in use has followed.
fn before_current(kind: Kind, folder: &Path, now: DateTime<Utc>) -> Result<Vec<KeyFile>, Failure> {
    let mut files = kind.files(folder)?;
    let current = in_use(&files, |file| file.from, now).map_or(0, |file| file.number);
    files.retain(|file| file.number < current);
    Ok(files)
}

fn signing(change: &Change, folder: &Path, now: DateTime<Utc>) -> Result<(), Failure> {
    let gone = keys::retire_signing(folder, now, change.now)?;
    for file in &gone {
        println!("{} is gone.", name(file));
    }
    if gone.is_empty() {
        println!("There is no old signing key.");
    }
    Ok(())
}

fn kek(change: &Change, folder: &Path, now: DateTime<Utc>) -> Result<(), Failure> {
    let old = before_current(Kind::Kek, folder, now)?;
    if old.is_empty() {
        println!("There is no old key-encryption key.");
        return Ok(());
    }
    let wrapped = look(&change.settings, vault::wrapped_by)?;
    for file in &old {
        if wrapped.iter().any(|(version, _)| *version == file.number) {
            return Err(format!(
                "{} still wraps data keys: a running instance wraps them anew",
                name(file)
            )
            .into());
        }
        set_aside(folder, file)?;
    }
    Ok(())
}

fn push(change: &Change, folder: &Path, now: DateTime<Utc>) -> Result<(), Failure> {
    let old = before_current(Kind::Push, folder, now)?;
    if old.is_empty() {
        println!("There is no old push key.");
        return Ok(());
    }
    let subscribed = look(&change.settings, channels::of_keys)?;
    for file in &old {
        let browsers = subscribed.iter().find(|(number, _)| *number == file.number);
        if let Some((_, browsers)) = browsers.filter(|_| !change.now) {
            let name = name(file);
            let why = format!(
                "{browsers} browsers have subscribed to {name}: their people would get mail"
            );
            return Err(why.into());
        }
        set_aside(folder, file)?;
    }
    Ok(())
}

fn root(change: &Change, folder: &Path, now: DateTime<Utc>) -> Result<(), Failure> {
    let files = Kind::Root.files(folder)?;
    let current = in_use(&files, |file| file.from, now).ok_or(KeyError::None)?;
    let old = || files.iter().filter(|file| file.number < current.number);
    if old().next().is_none() {
        println!("There is no old root key.");
        return Ok(());
    }
    if !change.now {
        refuse_while_needed(change, current, now)?;
    }
    // The oldest first: an interruption leaves none that is older than a retired one.
    for (file, next) in old().zip(files.iter().skip(1)) {
        let to = keys::retire_root(folder, file, next.from)?;
        tell(file, &to);
    }
    Ok(())
}

/// Says why and until when the root keys before `current` cannot go.
fn refuse_while_needed(
    change: &Change,
    current: &KeyFile,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let over = current.from + keys::OUTLIVED;
    if over > now {
        return Err(KeyError::TooEarly(over).into());
    }
    let number = current.number;
    let staying = look(&change.settings, |conn| {
        sessions::still_of_older(conn, number, now)
    })?;
    if let Some(staying) = staying {
        return Err(format!(
            "{} sessions would end: each moves to the new key when its device asks next, and the last of \
             them ends at {} if it never does",
            staying.sessions, staying.until
        )
        .into());
    }
    Ok(())
}

fn set_aside(folder: &Path, file: &KeyFile) -> Result<(), Failure> {
    let to = keys::set_aside(folder, file)?;
    tell(file, &to);
    Ok(())
}

fn tell(file: &KeyFile, to: &Path) {
    println!("{} lies in {}.", name(file), to.display());
    println!("Keep it as long as there are backups from before.");
}
