//! That people said of a flag: we know.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::clinical::{Acknowledgement, FlagCode};
use crate::platform::db::stored_as_code;
use crate::platform::http::instant;
use crate::platform::ids::FlagId;
use crate::versions::{Author, AuthorBody};

stored_as_code!(FlagCode {
    NothingRecorded = 1,
    BreathingNow = 2,
    BreathingChanged = 3,
    BreathingSupportChanged = 4,
    SwallowingChanged = 5,
    WeightDown = 6,
    TotalChangedQuickly = 7,
    SalivaAids = 8,
    SpeechAids = 9,
});

/// "We know", with who said it and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// Of which flag, as it was called then.
    pub flag: FlagId,
    /// What was known.
    pub of: Acknowledgement,
    /// In their own words; `None` too for a reader who is not shown notes.
    pub note: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Author,
    /// The number of the change of the record with which they said so.
    pub change: i64,
}

/// The same as it is shown.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Acknowledged)]
#[expect(
    clippy::option_option,
    reason = "null says that nothing was written, absence that it is not shown"
)]
pub struct KnownBody {
    #[serde(serialize_with = "instant::millis")]
    pub(super) at: DateTime<Utc>,
    by: AuthorBody,
    /// In their own words; left out for a reader who is not shown notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    note: Option<Option<String>>,
}

impl KnownBody {
    /// What a reader sees of it, who is shown notes or not.
    pub(super) fn new(known: &Known, with_words: bool) -> Self {
        Self {
            at: known.at,
            by: AuthorBody::from(&known.by),
            note: with_words.then(|| known.note.clone()),
        }
    }
}

/// What a copy of the record says of it: the patient's own, or that of an app.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CopiedAcknowledgement)]
pub struct CopiedKnown {
    flag_id: FlagId,
    code: FlagCode,
    #[serde(flatten)]
    known: KnownBody,
}

impl CopiedKnown {
    /// What a reader sees of it, who is shown notes or not.
    pub fn new(known: &Known, with_words: bool) -> Self {
        Self {
            flag_id: known.flag,
            code: known.of.code,
            known: KnownBody::new(known, with_words),
        }
    }
}

impl From<&Known> for CopiedKnown {
    fn from(known: &Known) -> Self {
        Self::new(known, true)
    }
}
