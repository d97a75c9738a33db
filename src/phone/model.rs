//! The order of changes, and how far a reader has come in it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::platform::http::part::Part;
use crate::platform::ids::PatientId;

/// What kind of thing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ChangeKind)]
pub enum Kind {
    /// The diary itself: whose it is, and what the caller may do there. `data` is that of `GET /v1/patients/{patient}`.
    Diary,
    /// The facts about the patient, for the patient and who acts for them.
    Facts,
    /// A member of the circle: every one for the patient and who acts for them, themselves for others.
    Member,
    /// A week, by its name.
    Entry,
    /// A dated record, by its id.
    Record,
    /// A rating of the clinic, by its day.
    ClinicRating,
    /// That people said of a flag "we know", by the id of the flag.
    FlagKnown,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ChangeOp)]
pub enum Op {
    /// It is there, as `data` says.
    Put,
    /// It is not there any more.
    Void,
    /// Nothing of this diary may be kept: delete the copy of it. What may still be seen follows, whole.
    Purge,
}

/// Something that changed, as it is now.
#[derive(Debug)]
pub struct Change {
    /// In whose diary.
    pub patient: PatientId,
    /// What kind of thing.
    pub kind: Kind,
    /// What names it there.
    pub id: String,
    /// What became of it.
    pub op: Op,
    /// Which version it is now, where versions are counted.
    pub revision: Option<i32>,
    /// The tag of the version, for `If-Match`.
    pub etag: Option<String>,
    /// As reading it shows it; of what was removed the removal, where there is one to see.
    pub data: Option<Box<Part>>,
}

impl Change {
    /// That nothing of a diary may be kept.
    pub fn purge(patient: PatientId) -> Self {
        Self {
            patient,
            kind: Kind::Diary,
            id: patient.to_string(),
            op: Op::Purge,
            revision: None,
            etag: None,
            data: None,
        }
    }
}

/// A place in the order of one diary: first the number of the change, and then what else has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The number of the change.
    pub number: i64,
    /// Puts in order what was changed with one change.
    pub within: (u8, [u8; 16]),
}

impl Place {
    /// Before everything.
    pub const BEGINNING: Self = Self::after(-1);

    /// After all that the changes up to `number` changed.
    pub const fn after(number: i64) -> Self {
        Self {
            number,
            within: (u8::MAX, [u8::MAX; 16]),
        }
    }

    /// Whether nothing of its number comes after it.
    pub fn is_whole(self) -> bool {
        self == Self::after(self.number)
    }
}

/// How far a reader has come with a diary, and how much of it they saw then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// What decides which parts are shown; a reader who is shown others begins anew.
    pub view: u8,
    /// The last place that they were told of.
    pub place: Place,
}

/// How far a reader has come, with each of the diaries that they were told of.
pub type Positions = BTreeMap<PatientId, Position>;

/// What comes next, and how far one has come with it.
#[derive(Debug, Default)]
pub struct Feed {
    /// What changed, in order.
    pub changes: Vec<Change>,
    /// How far it goes.
    pub positions: Positions,
    /// Whether there may be more.
    pub more: bool,
    /// Of which diaries something is told, and whether each is the reader's own.
    pub told: Vec<(PatientId, bool)>,
}
