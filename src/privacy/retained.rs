//! What is left of a person who was erased: a closed list, so that no person is told less than there is.

use serde::Serialize;

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

impl RetainedCategory {
    /// All of them, as they are told.
    pub const ALL: [Self; 5] = [
        Self::Audit,
        Self::Consents,
        Self::WrittenForOthers,
        Self::ErasureJournal,
        Self::Backups,
    ];

    /// What stays, and why, in plain words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Audit => {
                "That something was done, when and by which account number, without a name: it proves \
                 that nobody tampered with the records."
            }
            Self::Consents => {
                "What you agreed to and when, under an account number without a name: it proves that \
                 your data was used as you wished."
            }
            Self::WrittenForOthers => {
                "What you recorded in the diary of somebody else: it is theirs, and its author is \
                 shown as \"former caregiver\"."
            }
            Self::ErasureJournal => {
                "Your account number in the list of those who were erased: a backup that is restored \
                 forgets you again."
            }
            Self::Backups => {
                "Backups made before: your name, your address and what you wrote cannot be read in \
                 them any more, the numbers that you recorded can, without a name."
            }
        }
    }

    /// What allows it (GDPR).
    pub fn basis(self) -> &'static str {
        match self {
            Self::Audit => {
                "GDPR, Article 17(3)(b) and (e): records that the law asks for, and legal claims"
            }
            Self::Consents => "GDPR, Article 7(1) with 17(3)(b) and (e): consent has to be shown",
            Self::WrittenForOthers => {
                "GDPR, Article 9(2)(a): the consent of the person whose diary it is"
            }
            Self::ErasureJournal => {
                "GDPR, Article 17(1) with 5(2): erasure has to last, and to be shown"
            }
            Self::Backups => {
                "GDPR, Article 32(1)(c): what is there must be restored after a failure"
            }
        }
    }

    /// Until when.
    pub fn until(self) -> &'static str {
        match self {
            Self::Audit => "until its time of retention is over",
            Self::Consents | Self::ErasureJournal => "for as long as this service is there",
            Self::WrittenForOthers => "until the person whose diary it is removes or erases it",
            Self::Backups => "until they are overwritten",
        }
    }
}
