//! What is asked of a diary, and by which reader.

use chrono::{DateTime, NaiveDate, Utc};

use super::window::Span;
use crate::clinical::{FLAG_RULES_VERSION, Reader};
use crate::platform::ids::PatientId;

/// What of a record its reader is shown, each more than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Detail {
    /// What the weeks add up to.
    Curve,
    /// Single answers too.
    Answers,
    /// And what was written beside them.
    Words,
}

/// What is asked, and of which version of the record.
pub(super) struct Question {
    pub(super) patient: PatientId,
    /// The number of the last change to the record.
    pub(super) last_change: i64,
    pub(super) began_at: DateTime<Utc>,
    /// Which day it is where the patient is.
    pub(super) today: NaiveDate,
    pub(super) span: Span,
    /// Whether flags are raised at all, in a diary that is kept, for a reader who may see them.
    pub(super) with_flags: bool,
    /// Who reads flags and sentences.
    pub(super) reader: Reader,
    pub(super) sees: Detail,
    /// Whether nothing more is recorded in the diary.
    pub(super) has_ended: bool,
}

impl Question {
    /// What decides the answer: the record at its last change, the day, the question, who asks, and the
    /// rules of this build. It stays inside: a change may be of what the reader is not shown.
    pub(super) fn key(&self) -> String {
        let build = env!("CARGO_PKG_VERSION");
        format!(
            "{build} {FLAG_RULES_VERSION} {} {} {} {:?} {} {:?} {:?} {}",
            self.patient,
            self.last_change,
            self.today,
            self.span,
            self.with_flags,
            self.reader,
            self.sees,
            self.has_ended
        )
    }
}
