//! `restore`: a backup becomes the database of an empty place; or says whether it could.

use std::fs::{DirBuilder, File};
use std::io::BufReader;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::failed;
use crate::audit;
use crate::platform::age::{self, Identity};
use crate::platform::config::Settings;
use crate::platform::db::{self, Conn, TemporaryFile};
use crate::platform::disk::naming;
use crate::platform::ids::Ids;
use crate::platform::keys::{self, Keys};
use crate::platform::vault;
use crate::privacy::Journal;

#[derive(Args)]
pub(super) struct Options {
    /// The backup
    #[arg(long)]
    from: PathBuf,

    /// A file with the identity that opens it, as `age-keygen` writes it
    #[arg(long)]
    identity: PathBuf,

    /// Only say whether the backup is whole; nothing is kept
    #[arg(long)]
    check: bool,

    #[command(flatten)]
    pub(super) settings: Settings,
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Why a backup does not become a database.
#[derive(Debug, thiserror::Error)]
enum RestoreError {
    #[error("there is a database already: restore into an empty place")]
    NotEmpty,
    #[error("what the backup holds is no sound database")]
    NotSound,
    #[error("the audit in the backup is not as it was written: see `audit verify`")]
    Tampered,
}

pub(super) fn run(options: &Options) -> ExitCode {
    match restore(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(error.as_ref()),
    }
}

fn restore(options: &Options) -> Result<(), Failure> {
    let settings = &options.settings;
    let database = db::file_of(&settings.database())?;
    if !options.check && is_taken(&database) {
        return Err(RestoreError::NotEmpty.into());
    }
    let identity = std::fs::read_to_string(&options.identity);
    let identity = identity.map_err(naming(&options.identity))?;
    let identities = Identity::all_in(&identity)?;
    let folder = database.parent().unwrap_or(Path::new(""));
    let missing = folder.ancestors().take_while(|it| !it.exists());
    let missing: Vec<&Path> = missing.filter(|it| *it != Path::new("")).collect();
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    let done = restore_into(options, folder, &database, &identities);
    if options.check || done.is_err() {
        for made in missing {
            // One that is in use by now stays.
            drop(std::fs::remove_dir(made));
        }
    }
    done
}

fn restore_into(
    options: &Options,
    folder: &Path,
    database: &Path,
    identities: &[Identity],
) -> Result<(), Failure> {
    let settings = &options.settings;
    let copy = TemporaryFile::create(folder, &Ids::new(settings.clock()))?;
    let mut backup = BufReader::new(File::open(&options.from).map_err(naming(&options.from))?);
    age::decrypt(identities, &mut backup, &mut copy.file())?;
    look_into(&copy, settings)?;
    if options.check {
        println!("The backup is whole. Nothing was kept of it.");
        return Ok(());
    }
    copy.keep_as(database)?;
    println!("The database is in {}.", database.display());
    let journal = settings.erasures();
    if journal.exists() {
        let gone = Journal::at(&journal).read()?;
        let gone = gone.iter().filter(|line| !line.kept).count();
        println!(
            "The journal names {gone} who were erased; they are forgotten again at the start."
        );
    } else {
        println!(
            "There is no journal of erasures: put the newest one to {} before the start, or else who \
             was erased since then comes back.",
            journal.display()
        );
    }
    Ok(())
}

fn is_taken(database: &Path) -> bool {
    let mut log = database.as_os_str().to_owned();
    log.push("-wal");
    database.exists() || Path::new(&log).exists()
}

/// Says what is in the copy, refuses one that is not as it was written, and writes down there that it becomes the database.
fn look_into(copy: &TemporaryFile, settings: &Settings) -> Result<(), Failure> {
    let now = settings.clock().now();
    // It may be of an earlier version, which had other tables.
    let take_up = |conn: &mut Conn| -> Result<(), Failure> {
        conn.migrate()?;
        Ok(db::write_down_restored(conn, now)?)
    };
    let folder = settings.keys();
    let (are_here, keks) = (keys::are_here(&folder), keys::keks(&folder)?);
    let all = Keys::read(&folder, settings.clock()).and_then(|keys| keys.statement_keys());
    let verified = db::look_into(copy, |conn| {
        take_up(conn)?;
        if are_here {
            vault::prove(conn, &keks)?;
        }
        let verify = |statements: Vec<_>| audit::verify(conn, &statements, &[]);
        Ok::<_, Failure>(all.ok().map(verify).transpose()?)
    })?
    .ok_or(RestoreError::NotSound)?;
    let Some(verified) = verified else {
        println!(
            "The database is sound. {}, so its audit cannot be verified.",
            if are_here {
                "Its key-encryption keys open it; the others are not here"
            } else {
                "The keys are not here: it is not known whether they open it"
            }
        );
        return Ok(());
    };
    println!(
        "The database is sound, and its keys open it: {} events in {} chains, {} checkpoints",
        verified.events, verified.chains, verified.checkpoints
    );
    for finding in &verified.findings {
        println!("{finding}");
    }
    if verified.findings.is_empty() {
        Ok(())
    } else {
        Err(RestoreError::Tampered.into())
    }
}
