//! What is left of a person who was erased: a closed list, so that no person is told less than there is.

use serde::Serialize;

use crate::platform::words::Language;

/// A category of data that outlives an erasure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RetainedCategory {
    /// The events, by numbers.
    Audit,
    /// What was agreed to, by a number.
    Consents,
    /// What was recorded in the diaries of others.
    WrittenForOthers,
    /// That a person was erased, by a number.
    ErasureJournal,
    /// Copies made before the erasure.
    Backups,
}

/// What is said of a category.
pub struct RetainedWords {
    /// What stays, and why, in plain words.
    pub what: &'static str,
    /// What allows it (GDPR).
    pub basis: &'static str,
    /// Until when.
    pub until: &'static str,
}

impl RetainedCategory {
    /// All of them, as they are told.
    pub const ALL: [Self; 5] = [
        Self::Audit,
        Self::Consents,
        Self::WrittenForOthers,
        Self::ErasureJournal,
        Self::Backups,
    ];

    /// What is said of it.
    pub fn words(self, language: Language) -> RetainedWords {
        let [what, basis, until] = match self {
            Self::Audit => ["stays-audit", "stays-audit.basis", "stays-audit.until"],
            Self::Consents => [
                "stays-consents",
                "stays-consents.basis",
                "stays-consents.until",
            ],
            Self::WrittenForOthers => ["stays-others", "stays-others.basis", "stays-others.until"],
            Self::ErasureJournal => [
                "stays-journal",
                "stays-journal.basis",
                "stays-journal.until",
            ],
            Self::Backups => [
                "stays-backups",
                "stays-backups.basis",
                "stays-backups.until",
            ],
        }
        .map(|id| language.text(id));
        RetainedWords { what, basis, until }
    }
}
