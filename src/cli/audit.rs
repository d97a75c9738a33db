//! `audit verify`: whether the audit is as it was written.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::Value;

use super::failed;
use crate::audit::{self, Checkpoint, Verification};
use crate::platform::config::Settings;
use crate::platform::db::Db;
use crate::platform::disk::naming;
use crate::platform::keys::Keys;

#[derive(Args)]
pub(super) struct Options {
    /// A file with checkpoints that were kept elsewhere: one a line, or log lines that carry them
    #[arg(long)]
    checkpoints: Option<PathBuf>,

    #[command(flatten)]
    pub(super) settings: Settings,
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Looks at every event; it may do so while the service runs.
pub(super) async fn verify(options: Options) -> ExitCode {
    match look(options).await {
        Ok(verified) => say(&verified),
        Err(error) => failed(error.as_ref()),
    }
}

async fn look(options: Options) -> Result<Verification, Failure> {
    let settings = options.settings;
    let others = match options.checkpoints {
        Some(path) => {
            let kept = std::fs::read(&path).map_err(naming(&path))?;
            read(&String::from_utf8_lossy(&kept))?
        }
        None => Vec::new(),
    };
    let keys = Keys::read(&settings.keys(), settings.clock())?.statement_keys()?;
    let db = Db::open_beside(&settings.database())?;
    Ok(db
        .read(move |conn| audit::verify(conn, &keys, &others))
        .await?)
}

/// Every checkpoint in `text`; other lines of a log are passed over, and those counted that a crash has torn, or another
/// program wrote.
fn read(text: &str) -> Result<Vec<Checkpoint>, Failure> {
    let mut found = Vec::new();
    let mut no_json = 0;
    for (number, line) in (1..).zip(text.lines()) {
        let value: Value = match serde_json::from_str(line) {
            Ok(value) => value,
            Err(error) if line.contains("\"checkpoint\"") => {
                return Err(
                    format!("line {number} has a checkpoint and cannot be read: {error}").into(),
                );
            }
            Err(_) => {
                no_json += i32::from(!line.trim().is_empty());
                continue;
            }
        };
        if let Some(logged) = value.get("checkpoint").and_then(Value::as_str) {
            found.push(serde_json::from_str(logged)?);
        } else if value.get("signature").is_some() {
            found.push(serde_json::from_value(value)?);
        }
    }
    if no_json > 0 {
        println!("{no_json} lines are no JSON, and were passed over");
    }
    Ok(found)
}

fn say(verified: &Verification) -> ExitCode {
    println!(
        "{} events in {} chains, {} checkpoints",
        verified.events, verified.chains, verified.checkpoints
    );
    for finding in &verified.findings {
        println!("{finding}");
    }
    if verified.findings.is_empty() {
        println!("The audit is as it was written.");
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
