//! `backup`: a copy of the database, consistent while the service writes, that only its recipients read.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::failed;
use crate::platform::age::Recipient;
use crate::platform::backup;
use crate::platform::config::Settings;
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
    pub(super) settings: Settings,
}

pub(super) fn run(options: &Options) -> ExitCode {
    let ids = Ids::new(options.settings.clock());
    let database = options.settings.database();
    match backup::write(&database, &options.recipient, &ids, &options.out) {
        Ok(()) => {
            println!("The database is in {}.", options.out.display());
            println!("The keys are not: keep a copy of them somewhere else.");
            ExitCode::SUCCESS
        }
        Err(error) => failed(&error),
    }
}
