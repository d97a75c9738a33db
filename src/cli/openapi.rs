//! `openapi`: the contract, made from the code.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::failed;
use crate::server;

#[derive(Args)]
pub(super) struct Options {
    /// Write to this file instead of standard output
    #[arg(long, short)]
    output: Option<PathBuf>,
}

pub(super) fn run(options: &Options) -> ExitCode {
    let yaml = server::openapi().to_yaml();
    let written = match &options.output {
        None => std::io::stdout().write_all(yaml.as_bytes()),
        Some(path) => std::fs::write(path, yaml),
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}
