//! What changed, as apps are told.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::model::{Change, Kind, Op};
use crate::platform::http::instant;
use crate::platform::http::part::Part;
use crate::platform::ids::PatientId;

/// One page of what changed since the cursor.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = DiaryChanges)]
pub struct ChangesBody {
    /// In the order of each diary's own count. What was changed several times is there once, as it is now.
    pub(super) changes: Vec<ChangeBody>,
    /// Send it as `since` the next time. It is there in every answer, and good for as long as the app is not told otherwise.
    pub(super) next: String,
    /// Whether to ask again at once.
    pub(super) more: bool,
    /// The oldest version of the client that `X-Client` named that still works; null where any does.
    #[schema(example = "2.1.0")]
    pub(super) minimum_client: Option<String>,
    /// What time it is here.
    #[serde(
        serialize_with = "instant::maybe_millis",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(required = true, nullable = false)]
    pub(super) server_time: Option<DateTime<Utc>>,
}

/// Something that changed, as it is now.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = DiaryChange)]
pub struct ChangeBody {
    /// In whose diary.
    patient_id: PatientId,
    kind: Kind,
    /// What names it in the diary: a week, an id, a day.
    #[schema(example = "2026-W47")]
    id: String,
    op: Op,
    /// Which version it is now; null where versions are not counted.
    revision: Option<i32>,
    /// For `If-Match`; null where nothing is changed by it.
    #[schema(example = "\"v1\"")]
    etag: Option<String>,
    /// As reading it shows it; of what was removed the removal, or null where none is to be seen.
    #[schema(value_type = Option<std::collections::HashMap<String, Value>>)]
    data: Option<Box<Part>>,
}

impl From<Change> for ChangeBody {
    fn from(change: Change) -> Self {
        Self {
            patient_id: change.patient,
            kind: change.kind,
            id: change.id,
            op: change.op,
            revision: change.revision,
            etag: change.etag,
            data: change.data,
        }
    }
}
