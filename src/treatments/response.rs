//! A record as it is shown.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::model::{Content, Record, RecordKind};
use crate::clinical::Contraindication;
use crate::platform::ids::{PatientId, RecordId};
use crate::versions::VersionBody;

/// A version of a record, as it is shown to readers of entries. Its `kind` says which members it has
/// beside those of every version; a removal has none.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Record)]
pub struct RecordBody {
    /// The name that the client gave it.
    id: RecordId,
    kind: RecordKind,
    #[serde(flatten)]
    version: VersionBody,
    #[serde(flatten)]
    #[schema(value_type = Option<Content>)]
    content: Option<Words>,
    /// An earlier version was sent: nothing was changed. Only in the answer to a `PUT`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    pub(super) superseded: bool,
    /// Cells were given without a screening, or against one: it is recorded all the same. Only in the
    /// answer to a `PUT` of an administration.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) warnings: Option<Vec<Warning>>,
}

impl RecordBody {
    /// `record` of the diary of `patient`.
    pub fn new(patient: PatientId, record: &Record) -> Self {
        let content = record.content.clone().map(|content| Words {
            content,
            are_shown: record.shows_words,
        });
        Self {
            id: record.key,
            kind: record.kind,
            version: VersionBody::new(patient, record),
            content,
            superseded: false,
            warnings: None,
        }
    }
}

/// Something to look at: cells were given all the same. It happened, and is recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = TreatmentWarning)]
pub struct Warning {
    pub(super) code: WarningCode,
    /// The day on which they were given, by its id.
    pub(super) administration_id: RecordId,
    pub(super) day: NaiveDate,
    /// What the last screening before it had found; empty where there was none.
    pub(super) contraindications: Vec<Contraindication>,
}

/// Why to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WarningCode {
    /// There was no screening before.
    NotScreened,
    /// The last screening before had found something that speaks against it.
    Contraindicated,
}

/// What a version says: `note` is left out for others while the patient does not share notes.
#[derive(Debug)]
struct Words {
    content: Content,
    are_shown: bool,
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.are_shown {
            return self.content.serialize(to);
        }
        let mut content = serde_json::to_value(&self.content).map_err(serde::ser::Error::custom)?;
        if let Value::Object(members) = &mut content {
            members.remove("note");
        }
        content.serialize(to)
    }
}
