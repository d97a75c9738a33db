//! `audit export`: the audit, for those who collect audits.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::Args;

use super::{failed, open_alone};
use crate::audit::{self, Span};
use crate::platform::config::Settings;
use crate::platform::ids::PatientId;

#[derive(Args)]
pub(super) struct Options {
    /// Not before this moment, as in 2026-11-23T00:00:00Z
    #[arg(long)]
    since: Option<DateTime<Utc>>,

    /// Before this moment
    #[arg(long)]
    until: Option<DateTime<Utc>>,

    /// Of the record of the patient with this id alone, who will read that it was exported
    #[arg(long)]
    patient: Option<PatientId>,

    #[command(flatten)]
    pub(super) settings: Settings,
}

pub(super) async fn run(options: Options) -> ExitCode {
    // Standard output is for events alone.
    match write(&options).await {
        Ok(written) => {
            eprintln!("{written} events");
            ExitCode::SUCCESS
        }
        Err(error) => failed(&*error),
    }
}

async fn write(options: &Options) -> Result<u64, Box<dyn std::error::Error>> {
    let app = open_alone(&options.settings).await?;
    let span = Span {
        since: options.since,
        until: options.until,
        patient: options.patient,
    };
    let mut out = BufWriter::new(std::io::stdout());
    let written = audit::export(&app, span, |line| writeln!(out, "{line}")).await?;
    out.flush()?;
    Ok(written)
}
