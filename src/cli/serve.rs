//! `serve`: the API, until the process is told to stop.

use std::process::ExitCode;

use super::failed;
use crate::platform::config::Settings;
use crate::platform::telemetry;
use crate::server;

pub(super) async fn run(settings: Settings) -> ExitCode {
    telemetry::log_to_stdout(&settings.log);
    let clock = settings.clock();
    match server::start(settings, clock).await {
        Ok(running) => match running.until_told().await {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => failed(&error),
        },
        Err(error) => failed(&error),
    }
}
