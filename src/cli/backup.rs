//! `backup`: a copy of the database, consistent while the service writes, that only its recipients read.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::failed;
use crate::platform::age::{self, Recipient};
use crate::platform::clock::Clock;
use crate::platform::config::{Settings, Weak};
use crate::platform::db;
use crate::platform::ids::Ids;

#[derive(Args)]
pub(super) struct Options {
    /// Who can read it, as `age1…`: the public half of an identity that is kept elsewhere. More than one may be given
    #[arg(long, required = true)]
    recipient: Vec<Recipient>,

    /// Where to write it; there must be nothing yet
    #[arg(long)]
    out: PathBuf,

    #[command(flatten)]
    settings: Settings,
}

impl Options {
    /// With the secrets that lie in files.
    pub(super) fn with_secrets(self) -> Result<Self, Weak> {
        let settings = self.settings.with_secrets()?;
        Ok(Self { settings, ..self })
    }
}

pub(super) fn run(options: &Options) -> ExitCode {
    match write(options) {
        Ok(()) => {
            println!("The database is in {}.", options.out.display());
            println!("The keys are not: keep a copy of them somewhere else.");
            ExitCode::SUCCESS
        }
        Err(error) => failed(error.as_ref()),
    }
}

fn write(options: &Options) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let ids = Ids::new(Clock::machine());
    // First: nothing is copied for a place that cannot be written.
    let mut part = options.out.clone().into_os_string();
    part.push(".part");
    let part = PathBuf::from(part);
    if options.out.exists() {
        return Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists).into());
    }
    let file = File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&part)?;
    let copy = db::snapshot(&options.settings.database(), &ids)?;
    let mut to = BufWriter::new(file);
    age::encrypt(&options.recipient, &ids, &mut BufReader::new(copy), &mut to)?;
    to.flush()?;
    to.get_ref().sync_all()?;
    // Half a backup never has the name of a whole one.
    std::fs::rename(&part, &options.out)?;
    File::open(folder_of(&options.out))?.sync_all()?;
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    folder.unwrap_or(Path::new("."))
}
