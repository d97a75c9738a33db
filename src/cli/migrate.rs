//! `migrate`: the schema, and nothing else.

use std::process::ExitCode;

use clap::Args;

use super::failed;
use crate::platform::config::Settings;
use crate::platform::db::{GrantError, RoleName};
use crate::platform::telemetry;
use crate::server::{self, ServeError};

#[derive(Args)]
pub(super) struct Options {
    /// Let this role of PostgreSQL serve, and do nothing else
    #[arg(long, value_name = "ROLE")]
    grant_to: Option<RoleName>,

    #[command(flatten)]
    pub(super) settings: Settings,
}

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Open(#[from] ServeError),
    #[error(transparent)]
    Grant(#[from] GrantError),
}

pub(super) async fn run(options: Options) -> ExitCode {
    telemetry::log_to_stdout("warn");
    match migrate(&options).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

async fn migrate(options: &Options) -> Result<(), Failure> {
    let app = server::open(&options.settings, options.settings.clock()).await?;
    println!("The database is at the schema of this build.");
    if let Some(role) = &options.grant_to {
        app.db.grant_serving(role)?;
        println!("The role may serve: it reads and writes rows, and changes no table.");
    }
    Ok(())
}
