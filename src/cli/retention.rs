//! `retention`: what goes once its time is over.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::{failed, open_alone};
use crate::audit;
use crate::platform::config::Settings;
use crate::platform::telemetry;
use crate::server::retention;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Let everything go whose time is over: what has ended, and events of the audit that are old
    ///
    /// What has ended goes by itself every hour, too; events go by this command alone. Started again
    /// it finds nothing more to do. With SQLite the server must not run.
    Run(Options),
}

#[derive(Args)]
pub(super) struct Options {
    /// Only say what would go
    #[arg(long)]
    dry_run: bool,

    /// Let it go although the clock is days away from what was written down last
    #[arg(long)]
    clock_is_right: bool,

    #[command(flatten)]
    pub(super) settings: Settings,
}

pub(super) async fn run(command: Command) -> ExitCode {
    let Command::Run(options) = command;
    telemetry::log_to_stdout("warn");
    match apply(&options).await {
        Ok(gone) => {
            say(&gone, options.dry_run);
            ExitCode::SUCCESS
        }
        Err(error) => failed(&*error),
    }
}

async fn apply(options: &Options) -> Result<Vec<retention::Deletion>, Box<dyn std::error::Error>> {
    let app = open_alone(&options.settings).await?;
    if !options.dry_run && !app.db.is_its_owner()? {
        return Err("the role that serves lets no event go: start it with the owner's URL".into());
    }
    let now = app.clock.now();
    let jumped = app.db.read(move |conn| audit::clock_jumped(conn, now));
    if !options.dry_run && !options.clock_is_right && jumped.await? {
        return Err(JUMPED.into());
    }
    Ok(retention::run(&app, options.settings.audit_years, options.dry_run).await?)
}

/// What went would be gone for good.
const JUMPED: &str = "nothing goes: the clock is days away from what was written down last. Look at it, and say \
                      --clock-is-right if it is";

fn say(gone: &[retention::Deletion], dry_run: bool) {
    let does = if dry_run { "would go" } else { "went" };
    for (table, what, rows) in gone.iter().filter(|(_, _, rows)| *rows > 0) {
        println!("{table}: {rows} {does} ({what})");
    }
    if gone.iter().all(|(_, _, rows)| *rows == 0) {
        println!("There is nothing to do.");
    }
}
