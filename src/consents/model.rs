//! Consents.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::access::Sharing;
use crate::platform::db::stored_as_code;
use crate::platform::ids::RowId;

/// What is agreed to. Each is a decision of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// The people one lets in see the diary.
    CareSharing,
    /// They see notes and reasons too.
    NotesSharing,
    /// Those of them who treat see it, and their clinic among its patients.
    ClinicEnrolment,
    /// The ratings, without a name, go into research.
    ResearchExport,
}
impl Purpose {
    /// What it opens or closes to others, where it does.
    pub fn opens(self) -> Sharing {
        match self {
            Self::CareSharing => Sharing::Care,
            Self::NotesSharing => Sharing::Words,
            Self::ClinicEnrolment => Sharing::Clinic,
            Self::ResearchExport => Sharing::Research,
        }
    }
}
stored_as_code!(Purpose {
    CareSharing = 1,
    NotesSharing = 2,
    ClinicEnrolment = 3,
    ResearchExport = 4,
});

/// Who says so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum GivenBy {
    /// The person.
    #[default]
    #[serde(rename = "self")]
    Oneself,
    /// A person who may decide for them.
    Representative,
}
stored_as_code!(GivenBy { Oneself = 1, Representative = 2 });

/// How it was given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// On a page or in an app, by the caller.
    #[default]
    Screen,
    /// With a signature on paper, which is kept elsewhere.
    Paper,
    /// In words or signs, before a person who heard or saw it.
    InPerson,
}
stored_as_code!(Method { Screen = 1, Paper = 2, InPerson = 3 });

/// What a person is about to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// For what.
    pub purpose: Purpose,
    /// Agreed, or taken back.
    pub given: bool,
    /// Which text was shown.
    pub policy: String,
    /// SHA-256 of that text.
    pub policy_hash: [u8; 32],
    /// In which language.
    pub language: String,
    /// How it was given.
    pub method: Method,
    /// Who says so.
    pub given_by: GivenBy,
    /// On what another person may.
    pub basis: Option<String>,
}

/// A decision that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// Its name.
    pub id: RowId,
    /// What was decided.
    pub decision: Decision,
    /// When.
    pub at: DateTime<Utc>,
}
