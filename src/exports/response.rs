//! What clients are shown of exports.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::format::{File, Format};
use super::model::{Failure, Filter, Job, State};
use crate::platform::http::instant;
use crate::platform::ids::ExportId;

/// An export, and how far it is.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = SiteExport)]
pub struct ExportResponse {
    id: ExportId,
    format: Format,
    identified: bool,
    /// Whether its tables have labels in the place of codes.
    labels: bool,
    #[serde(flatten)]
    filter: Filter,
    state: State,
    /// Null unless it failed.
    failure: Option<Failure>,
    progress: Progress,
    /// Empty until it is ready.
    files: Vec<File>,
    #[serde(serialize_with = "instant::millis")]
    asked_at: DateTime<Utc>,
    /// What was recorded until then is in it; null until it is being made.
    #[serde(serialize_with = "instant::maybe_millis")]
    cut_off: Option<DateTime<Utc>>,
    /// Until when its files can be fetched; null until it is ready.
    #[serde(serialize_with = "instant::maybe_millis")]
    expires_at: Option<DateTime<Utc>>,
}

/// How many patients are done, and of how many.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ExportProgress)]
struct Progress {
    done: i32,
    of: i32,
}

impl ExportResponse {
    /// The export as it is at `now`.
    pub fn new(job: Job, now: DateTime<Utc>) -> Self {
        let (done, of) = job.progress;
        Self {
            state: job.state_at(now),
            id: job.id,
            format: job.format,
            identified: job.identified,
            labels: job.labels,
            filter: job.filter,
            failure: job.failure,
            progress: Progress { done, of },
            files: job.contents.map(|it| it.files).unwrap_or_default(),
            asked_at: job.asked_at,
            cut_off: job.cut_off,
            expires_at: job.expires_at,
        }
    }

    /// Whether there is something to wait for.
    pub fn is_unfinished(&self) -> bool {
        matches!(self.state, State::Queued | State::Running)
    }
}
