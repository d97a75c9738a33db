//! `migrate`: the schema, and nothing else.

use std::process::ExitCode;

use super::failed;
use crate::platform::clock::Clock;
use crate::platform::config::Settings;
use crate::platform::telemetry;
use crate::server;

pub(super) async fn run(settings: Settings) -> ExitCode {
    telemetry::log_to_stdout("warn");
    match server::open(&settings, Clock::machine()).await {
        Ok(_) => {
            println!("The database is at the schema of this build.");
            ExitCode::SUCCESS
        }
        Err(error) => failed(&error),
    }
}
