//! What an export for a program has, as Bulk Data 3.0.0 tells it.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::export::{DELETED, LEFT_OUT};
use super::kick_off::{KickOff, may};
use crate::exports::Job;
use crate::platform::http::instant;
use crate::smart::Scopes;

/// The files of an export, and what they are of.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BulkManifest {
    /// Everything that was recorded until then is in the files; ask with it as `_since` for what came later.
    #[serde(serialize_with = "instant::millis")]
    transaction_time: DateTime<Utc>,
    /// What was asked.
    #[schema(example = "https://diary.example.org/fhir/$export?_type=Patient")]
    request: String,
    requires_access_token: bool,
    output: Vec<BulkFile>,
    /// Bundles of type `transaction` that name what is not there any more since `_since`.
    deleted: Vec<BulkFile>,
    /// What was asked for and is not there, an `OperationOutcome` a line.
    error: Vec<BulkFile>,
}

/// A file of an export.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct BulkFile {
    /// The type of resource in it.
    #[serde(rename = "type")]
    #[schema(example = "Observation")]
    kind: String,
    /// Where it is, for the same program.
    #[schema(
        example = "https://diary.example.org/fhir/exports/0199c1a4-6a3d-7b52-8c41-7e0f3a9d6b18/Observation.ndjson"
    )]
    url: String,
    /// How many resources are in it.
    count: u64,
}

/// Whether who was `granted` so much may have the file `name` of an export: that of a type, or of all that was removed.
pub fn opens(kick_off: &KickOff, name: &str, granted: &Scopes) -> bool {
    let stem = name.split('.').next();
    let mut kinds = kick_off.kinds.iter();
    kinds.all(|kind| (name != DELETED && stem != Some(kind.name())) || may(granted, *kind))
}

impl BulkManifest {
    /// That of `job`, whose files are at the address `place`; `None` for one that is not made.
    pub fn of(job: Job, kick_off: KickOff, place: &str) -> Option<Self> {
        let cut_off = job.cut_off?;
        let mut manifest = Self {
            transaction_time: cut_off,
            request: kick_off.request,
            requires_access_token: true,
            output: Vec::new(),
            deleted: Vec::new(),
            error: Vec::new(),
        };
        // A file without resources is not listed.
        let files = job.contents?.files.into_iter().filter(|file| file.rows > 0);
        for file in files {
            let url = format!("{place}/{}", file.name);
            let (list, kind) = match file.name.as_str() {
                DELETED => (&mut manifest.deleted, "Bundle"),
                LEFT_OUT => (&mut manifest.error, "OperationOutcome"),
                name => {
                    let kind = name.split('.').next().unwrap_or_default();
                    (&mut manifest.output, kind)
                }
            };
            list.push(BulkFile {
                kind: kind.to_owned(),
                url,
                count: file.rows,
            });
        }
        Some(manifest)
    }
}
