//! `openapi`: the contract, made from the code.

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
    match &options.output {
        None => print!("{yaml}"),
        Some(path) => {
            if let Err(error) = std::fs::write(path, yaml) {
                return failed(&error);
            }
        }
    }
    ExitCode::SUCCESS
}
