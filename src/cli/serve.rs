//! `serve`: the API, until the process is told to stop.

use std::process::ExitCode;

use super::{BAD_CONFIGURATION, failed};
use crate::platform::config::Settings;
use crate::platform::telemetry;
use crate::server;

pub(super) async fn run(settings: Settings) -> ExitCode {
    let weak = settings.check();
    if !weak.is_empty() {
        for weak in weak {
            eprintln!("{weak}");
        }
        return BAD_CONFIGURATION.into();
    }
    telemetry::log_to_stdout(&settings.log);
    let clock = settings.clock();
    match server::start(settings, clock).await {
        Ok(running) => {
            running.until_told().await;
            ExitCode::SUCCESS
        }
        Err(error) => failed(&error),
    }
}
