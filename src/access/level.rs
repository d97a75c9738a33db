//! The role of an account, and how far into a diary it is let.

use serde::{Deserialize, Serialize};

use super::Relation;
use super::clinic::Enrolled;
use crate::platform::db::stored_as_code;

/// The role of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Keeps a diary.
    Patient,
    /// Is let into the diaries of others.
    Caregiver,
    /// Works at a clinic; as what, each site says.
    Clinician,
    /// Runs the installation.
    Admin,
}
stored_as_code!(Role { Patient = 1, Caregiver = 2, Clinician = 3, Admin = 4 });

/// How far a member is let into a diary; each level includes the one before.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The trend.
    Summary,
    /// Entries and notes too.
    Read,
    /// Records on the patient's behalf too.
    Write,
}
stored_as_code!(Level { Summary = 1, Read = 2, Write = 3 });

/// What a caller is to a patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is their own diary.
    Patient,
    /// They were let into the circle.
    Member(Level, Relation),
    /// They were let into the circle, and act for the patient by now, as the patient chose.
    Trustee(Relation),
    /// They treat at a site where the patient is enrolled.
    Clinic(Enrolled),
    /// It is a program of such a site.
    Program(Enrolled),
    /// They hold a link, and have no account: by [`super::by_guest_link`] or [`super::by_card`], and no right else.
    Guest,
}

impl Standing {
    /// The level, where the patient has every one, as has the trustee who acts for them.
    pub fn level(self) -> Level {
        match self {
            Self::Patient | Self::Trustee(_) => Level::Write,
            Self::Member(level, _) => level,
            Self::Clinic(_) | Self::Program(_) => Level::Read,
            Self::Guest => Level::Summary,
        }
    }

    /// What they are to the patient; the patient is "self".
    pub fn relation(self) -> Relation {
        match self {
            Self::Patient => Relation::Oneself,
            Self::Member(_, relation) | Self::Trustee(relation) => relation,
            Self::Clinic(_) => Relation::Clinician,
            Self::Program(_) => Relation::Other,
            Self::Guest => Relation::Guest,
        }
    }

    /// Whether they may do with diary and circle what the patient may: it is theirs, or they act for
    /// the patient.
    pub fn acts(self) -> bool {
        matches!(self, Self::Patient | Self::Trustee(_))
    }

    /// Whether they act for the patient, whose diary it is.
    pub fn is_trustee(self) -> bool {
        matches!(self, Self::Trustee(_))
    }

    /// Whether it is their own diary.
    pub fn is_patient(self) -> bool {
        self == Self::Patient
    }
}
