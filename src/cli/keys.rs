//! `keys`: what keys there are, the next one, and the end of the old ones.

mod retire;

use std::path::Path;
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};

use super::failed;
use crate::platform::config::Settings;
use crate::platform::db::{self, Conn, DbResult, OpenError};
use crate::platform::ids::Ids;
use crate::platform::keys::{self, KeyFile, Kind, in_use};
use crate::platform::vault::{self, VaultError};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Make the keys that are missing
    Init(Settings),
    /// Say which keys there are, and what each does
    Status(Settings),
    /// Make the next key; running instances use it ten minutes later, without a restart
    Rotate(Change),
    /// Take away the keys that are not used any more
    Retire(Change),
}

#[derive(Args)]
pub(super) struct Change {
    /// Which keys
    #[arg(value_enum)]
    which: Kind,

    /// Do not wait: for a key that was stolen. Who holds a token of the old one signs in again
    #[arg(long)]
    now: bool,

    #[command(flatten)]
    settings: Settings,
}

impl Command {
    pub(super) fn settings(&mut self) -> &mut Settings {
        match self {
            Self::Init(settings) | Self::Status(settings) => settings,
            Self::Rotate(change) | Self::Retire(change) => &mut change.settings,
        }
    }
}

type Failure = Box<dyn std::error::Error>;

pub(super) fn run(command: &Command) -> ExitCode {
    let clock = match command {
        Command::Init(settings) | Command::Status(settings) => settings.clock(),
        Command::Rotate(change) | Command::Retire(change) => change.settings.clock(),
    };
    let (now, ids) = (clock.now(), Ids::new(clock));
    let done = match command {
        Command::Init(settings) => init(settings, &ids, now),
        Command::Status(settings) => status(settings, now),
        Command::Rotate(change) => rotate(change, &ids, now),
        Command::Retire(change) => retire::retire(change, now),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(error.as_ref()),
    }
}

fn init(settings: &Settings, ids: &Ids, now: DateTime<Utc>) -> Result<(), Failure> {
    let folder = settings.keys();
    // Keys are made before there is a database, too, and while it is away; but none beside what another has sealed.
    let wrapped = match sealed(settings, &folder)? {
        Ok((wrapped, opens)) => {
            opens?;
            wrapped
        }
        Err(error) => {
            println!("No database was looked into: {error}");
            Vec::new()
        }
    };
    keys::make_missing(&folder, ids)?;
    list(&folder, now, &wrapped)
}

fn status(settings: &Settings, now: DateTime<Utc>) -> Result<(), Failure> {
    let folder = settings.keys();
    match sealed(settings, &folder)? {
        Ok((wrapped, opens)) => {
            list(&folder, now, &wrapped)?;
            Ok(opens?)
        }
        Err(error) => {
            list(&folder, now, &[])?;
            Err(error)
        }
    }
}

fn list(folder: &Path, now: DateTime<Utc>, wrapped: &[(i16, i64)]) -> Result<(), Failure> {
    println!("{}", folder.display());
    tell(folder, Kind::Root, now, "derives", &[])?;
    tell(folder, Kind::Signing, now, "signs", &[])?;
    tell(folder, Kind::Push, now, "is subscribed to", &[])?;
    tell(folder, Kind::Kek, now, "wraps", wrapped)
}

/// How many data keys each version wraps, and whether they open with what is in the folder.
type Sealed = (Vec<(i16, i64)>, Result<(), VaultError>);

fn sealed(settings: &Settings, folder: &Path) -> Result<Result<Sealed, Failure>, Failure> {
    let keks = keys::keks(folder)?;
    Ok(look(settings, |conn| {
        Ok((vault::wrapped_by(conn)?, vault::prove(conn, &keks)))
    }))
}

/// Looks into the database of the service, which must be there.
fn look<T>(settings: &Settings, look: impl FnOnce(&mut Conn) -> DbResult<T>) -> Result<T, Failure> {
    let found = db::look(&settings.database(), look)?;
    Ok(found.ok_or(OpenError::Missing)?)
}

fn tell(
    folder: &Path,
    kind: Kind,
    now: DateTime<Utc>,
    does: &str,
    wrapped: &[(i16, i64)],
) -> Result<(), Failure> {
    let files = kind.files(folder)?;
    let current = in_use(&files, |file| file.from, now).map(|file| file.number);
    for file in &files {
        let state = match current {
            Some(number) if number == file.number => does.to_owned(),
            Some(number) if number < file.number => format!("from {}", file.from),
            _ => "old".to_owned(),
        };
        let count = wrapped.iter().find(|(version, _)| *version == file.number);
        let count = count.map(|(_, count)| format!(", {count} data keys"));
        println!("{}  {state}{}", name(file), count.unwrap_or_default());
    }
    for (version, count) in wrapped {
        if files.iter().all(|file| file.number != *version) {
            println!("kek {version} is MISSING, {count} data keys");
        }
    }
    Ok(())
}

fn rotate(change: &Change, ids: &Ids, now: DateTime<Utc>) -> Result<(), Failure> {
    let folder = change.settings.keys();
    let made = keys::rotate(&folder, change.which, ids, now, change.now)?;
    println!("{} is used from {} on.", name(&made), made.from);
    println!("Every instance needs it by then: copy it where they do not share the folder.");
    if change.which == Kind::Root {
        println!("Nobody is signed out: what the old one made is good until it is retired.");
    }
    if change.which == Kind::Push {
        println!(
            "Browsers that have subscribed are reached with the old one until that is retired."
        );
    }
    if change.which == Kind::Kek {
        println!("The data keys are wrapped anew then. Back it up now: without it they are lost.");
    }
    Ok(())
}

fn name(file: &KeyFile) -> String {
    let name = file.path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
