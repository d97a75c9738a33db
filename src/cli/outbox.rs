//! `outbox`: what waits to be sent, and what was given up.

use std::process::ExitCode;

use clap::Subcommand;

use super::{failed, open};
use crate::platform::config::Settings;
use crate::platform::outbox;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Say how much waits on each way, since when, and how much was given up
    Status(Settings),
    /// Have what was given up sent again
    Retry(Settings),
}

impl Command {
    pub(super) fn settings(&mut self) -> &mut Settings {
        match self {
            Self::Status(settings) | Self::Retry(settings) => settings,
        }
    }
}

pub(super) async fn run(command: Command) -> ExitCode {
    match look(&command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&*error),
    }
}

async fn look(command: &Command) -> Result<(), Box<dyn std::error::Error>> {
    let (Command::Status(settings) | Command::Retry(settings)) = command;
    let app = open(settings).await?;
    if matches!(command, Command::Retry(_)) {
        let sent = app.db.write(outbox::retry_parked).await?;
        println!("{sent} are sent again: a server that runs does it within seconds.");
    }
    for depth in app.db.read(outbox::depths).await? {
        let (way, waiting, parked) = (depth.way.name(), depth.waiting, depth.parked);
        let since = depth
            .oldest
            .map(|at| at.format(", since %Y-%m-%d %H:%M UTC").to_string());
        println!(
            "{way}: {waiting} wait{}; {parked} given up",
            since.unwrap_or_default()
        );
    }
    Ok(())
}
