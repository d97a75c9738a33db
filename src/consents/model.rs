//! Consents.

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize, Serializer};

use crate::access::Sharing;
use crate::platform::db::stored_as_code;
use crate::platform::http::instant;
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = DecidedConsent)]
pub struct Decision {
    /// For what.
    pub purpose: Purpose,
    /// `true` agrees, `false` takes it back.
    pub given: bool,
    /// Which text was shown.
    pub policy_version: String,
    /// SHA-256 of that text, in hexadecimal.
    #[serde(serialize_with = "hexadecimal")]
    #[schema(value_type = String)]
    pub policy_sha256: [u8; 32],
    /// In which language.
    pub language: String,
    #[schema(inline)]
    pub(super) method: Method,
    #[schema(inline)]
    pub(crate) given_by: GivenBy,
    /// On what a representative may decide.
    pub basis: Option<String>,
}

fn hexadecimal<S: Serializer>(hash: &[u8; 32], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&HEXLOWER.encode(hash))
}

/// A consent that was given or taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Consent {
    /// By which it is named.
    #[schema(value_type = String, format = "uuid")]
    pub id: RowId,
    /// What was decided.
    #[serde(flatten)]
    pub decision: Decision,
    /// When.
    #[serde(serialize_with = "instant::millis")]
    pub at: DateTime<Utc>,
}
