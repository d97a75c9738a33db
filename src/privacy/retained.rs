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

/// A category of data that stays.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = RetainedData)]
pub struct Retained {
    category: RetainedCategory,
    /// What stays, and why, in plain words.
    pub(super) why: &'static str,
    /// What allows it.
    pub(super) legal_basis: &'static str,
    /// Until when, in plain words.
    pub(super) until: &'static str,
}

impl Retained {
    /// All of them, as they are told.
    pub fn all(language: Language) -> [Self; 5] {
        [
            RetainedCategory::Audit,
            RetainedCategory::Consents,
            RetainedCategory::WrittenForOthers,
            RetainedCategory::ErasureJournal,
            RetainedCategory::Backups,
        ]
        .map(|category| Self::new(category, language))
    }

    fn new(category: RetainedCategory, language: Language) -> Self {
        let [why, legal_basis, until] = match category {
            RetainedCategory::Audit => ["stays-audit", "stays-audit.basis", "stays-audit.until"],
            RetainedCategory::Consents => [
                "stays-consents",
                "stays-consents.basis",
                "stays-consents.until",
            ],
            RetainedCategory::WrittenForOthers => {
                ["stays-others", "stays-others.basis", "stays-others.until"]
            }
            RetainedCategory::ErasureJournal => [
                "stays-journal",
                "stays-journal.basis",
                "stays-journal.until",
            ],
            RetainedCategory::Backups => [
                "stays-backups",
                "stays-backups.basis",
                "stays-backups.until",
            ],
        }
        .map(|id| language.text(id));
        Self {
            category,
            why,
            legal_basis,
            until,
        }
    }
}
