//! `export`: the data of a clinic.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};

use super::{failed, open};
use crate::accounts::EmailAddress;
use crate::clinical::Week;
use crate::exports::{self, ExportRequest, Format, ManifestKeys, Order};
use crate::fhir;
use crate::platform::config::Settings;
use crate::platform::disk::naming;
use crate::platform::faults::Faults;
use crate::platform::ids::SiteId;
use crate::platform::telemetry;
use crate::product::Product;

#[derive(Subcommand)]
enum Proof {
    /// Prove that the files beside a manifest are as they were made; it asks no server
    Verify(Verify),
}

#[derive(Args)]
struct Verify {
    /// What `GET …/manifest` answered; the files of the export lie beside it
    manifest: PathBuf,

    /// What `/.well-known/jwks.json` answered when the manifest was fetched
    #[arg(long, required_unless_present = "key")]
    jwks: Option<PathBuf>,

    /// The public key instead, as the member `x` of that file has it
    #[arg(long, conflicts_with = "jwks")]
    key: Option<String>,
}

#[derive(Args)]
#[command(subcommand_negates_reqs = true)]
pub(super) struct Export {
    #[command(subcommand)]
    proof: Option<Proof>,

    /// The clinic, by its id
    #[arg(long, required = true)]
    site: Option<SiteId>,

    /// Who takes it out, by their address: a clinician or data manager there; the patients read the name
    #[arg(long = "for", required = true)]
    by: Option<String>,

    /// csv, csv-long, ndjson, proact, fhir, dataset-json or parquet
    #[arg(long, required = true, value_parser = read_format)]
    format: Option<Format>,

    /// A folder that has none of the files yet
    #[arg(long, required = true)]
    out: Option<PathBuf>,

    /// The first week, as in 2026-W01
    #[arg(long)]
    from: Option<Week>,

    /// The last week
    #[arg(long)]
    to: Option<Week>,

    /// Only what changed since this moment, as in 2026-11-23T00:00:00Z
    #[arg(long, requires = "identified")]
    changed_since: Option<DateTime<Utc>>,

    /// Tell whose the data are
    #[arg(long, requires = "reason")]
    identified: bool,

    /// Labels in the place of codes, in the tables of csv and csv-long
    #[arg(long)]
    labels: bool,

    /// Why
    #[arg(long)]
    reason: Option<String>,

    #[command(flatten)]
    settings: Settings,
}

fn read_format(text: &str) -> Result<Format, String> {
    let known = serde_json::from_value(text.into());
    known.map_err(|_| "csv, csv-long, ndjson, proact, fhir, dataset-json or parquet".to_owned())
}

impl Export {
    pub(super) fn settings(&mut self) -> Option<&mut Settings> {
        self.proof.is_none().then_some(&mut self.settings)
    }
}

pub(super) async fn run(mut asked: Export) -> ExitCode {
    let done = match asked.proof.take() {
        Some(Proof::Verify(asked)) => prove(asked),
        None => take_out(asked).await,
    };
    match done {
        Ok(files) => {
            for file in files {
                println!("{}  {} rows  {}", file.sha256, file.rows, file.name);
            }
            ExitCode::SUCCESS
        }
        Err(error) => failed(&*error),
    }
}

type Done = Result<Vec<exports::File>, Box<dyn std::error::Error>>;

fn prove(asked: Verify) -> Done {
    let keys = match (asked.key, &asked.jwks) {
        (Some(key), _) => ManifestKeys::One(key),
        (None, jwks) => {
            let jwks = jwks.clone().unwrap_or_default();
            ManifestKeys::Set(std::fs::read(&jwks).map_err(naming(&jwks))?)
        }
    };
    let folder = asked
        .manifest
        .parent()
        .filter(|it| !it.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let manifest = std::fs::read(&asked.manifest).map_err(naming(&asked.manifest))?;
    let files = exports::verify(&manifest, &keys, folder)?;
    let given = [Some(asked.manifest.as_path()), asked.jwks.as_deref()];
    let mut proved: Vec<&OsStr> = files.iter().map(|file| OsStr::new(&file.name)).collect();
    proved.extend(given.into_iter().flatten().filter_map(Path::file_name));
    for beside in std::fs::read_dir(folder)? {
        let name = beside?.file_name();
        if !proved.contains(&name.as_os_str()) {
            eprintln!("{}: not of this export", name.display());
        }
    }
    Ok(files)
}

/// What is wrong, with the flags that say it.
pub(super) fn said(faults: &Faults) -> String {
    let lines = faults.as_slice().iter().map(|fault| {
        let flag = fault.pointer.trim_start_matches('/').replace('_', "-");
        format!("--{flag}: {}", fault.detail)
    });
    lines.collect::<Vec<_>>().join("\n")
}

async fn take_out(asked: Export) -> Done {
    let (Some(site), Some(by), Some(format), Some(folder)) =
        (asked.site, asked.by, asked.format, asked.out)
    else {
        return Err("say what to take out".into());
    };
    let request = ExportRequest {
        format,
        from: asked.from,
        to: asked.to,
        changed_since: asked.changed_since,
        labels: asked.labels,
        identified: asked.identified,
        reason: asked.reason,
    };
    let now = asked.settings.clock().now();
    let new = request
        .read(Faults::default(), now)
        .map_err(|faults| said(&faults))?;
    telemetry::log_to_stdout("warn");
    let order = Order {
        site,
        by: EmailAddress::parse(&by)?,
        new,
        folder,
    };
    let app = open(&asked.settings).await?;
    std::fs::create_dir_all(&order.folder)?;
    let style = ProgressStyle::with_template("{bar:40} patient {pos} of {len}")?;
    let bar = ProgressBar::new(0).with_style(style);
    let inferred_codes = Product::from(&asked.settings).inferred_codes;
    let fhir = fhir::exported(&app.public_url, inferred_codes);
    let files = exports::take_out(&app, order, fhir, |done, of| {
        bar.set_length(of.try_into().unwrap_or_default());
        bar.set_position(done.try_into().unwrap_or_default());
    });
    let files = files.await?;
    bar.finish_and_clear();
    Ok(files)
}
