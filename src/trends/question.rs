//! What is asked of a diary, and by which reader.

use chrono::{DateTime, NaiveDate, Utc};

use super::window::Span;
use crate::clinical::{Companion, FLAG_RULES_VERSION, Reader, Voice};
use crate::diary::Part;
use crate::platform::ids::{AccountId, PatientId};
use crate::platform::words::Language;

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

/// A reader who is not the patient.
pub(super) struct ReadingCompanion {
    pub(super) account: AccountId,
    /// What the patient is called.
    pub(super) patient: String,
    pub(super) is_clinician: bool,
    /// What of the record is theirs.
    pub(super) part: Part,
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
    /// In which language words are made.
    pub(super) language: Language,
    /// Who reads them, where it is not the patient.
    pub(super) companion: Option<ReadingCompanion>,
    pub(super) sees: Detail,
    /// Whether nothing more is recorded in the diary.
    pub(super) has_ended: bool,
    /// Whether the reader sees what follows from facts.
    pub(super) with_facts: bool,
}

impl Question {
    /// What decides the answer: the record at its last change, the day, the question, who asks, and the
    /// rules of this build. It stays inside: a change may be of what the reader is not shown.
    pub(super) fn key(&self) -> String {
        let build = env!("CARGO_PKG_VERSION");
        format!(
            "{build} {FLAG_RULES_VERSION} {} {} {} {:?} {} {} {:?} {:?} {} {}",
            self.patient,
            self.last_change,
            self.today,
            self.span,
            self.with_flags,
            self.language.code(),
            self.companion
                .as_ref()
                .map(|reader| (reader.account, &reader.patient)),
            self.sees,
            self.has_ended,
            self.with_facts
        )
    }

    /// Who reads, and how. What is theirs follows from the record, and so needs no place in the key.
    pub(super) fn voice(&self) -> Voice<'_> {
        let reader = match &self.companion {
            None => Reader::Patient,
            Some(reader) => Reader::Other(Companion {
                patient: &reader.patient,
                is_author: reader.part.is_author,
                is_helper: reader.part.is_helper,
                is_clinician: reader.is_clinician,
            }),
        };
        Voice {
            reader,
            today: self.today,
            language: self.language,
        }
    }
}
