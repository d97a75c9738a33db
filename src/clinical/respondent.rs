//! Who answered, and which answers may be compared.

use serde::{Deserialize, Serialize};

/// Who answered, and through whose hands.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Respondent {
    /// The patient, alone.
    #[serde(rename = "self")]
    Oneself,
    /// The patient, with another person holding or typing.
    SelfWithHelp,
    /// The patient, with a caregiver who relayed questions and answers.
    CaregiverRelayed,
    /// A caregiver, from what they see.
    CaregiverProxy,
    /// A clinician, with the patient before them.
    ClinicianInPerson,
    /// A clinician, by telephone.
    ClinicianPhone,
}

/// A kind of ratings, named by a respondent: two kinds are never compared as if they were one.
///
/// Source: `docs/clinical-sources.md`, "Several raters".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
pub enum Rater {
    /// The patient, alone.
    #[serde(rename = "self")]
    Oneself,
    /// The patient, through another person's hands or voice.
    #[serde(rename = "self_with_help")]
    Helped,
    /// A caregiver, from what they see.
    #[serde(rename = "caregiver_proxy")]
    Proxy,
    /// The clinic, with the patient before them.
    #[serde(rename = "clinician_in_person")]
    ClinicInPerson,
    /// The clinic, by telephone.
    #[serde(rename = "clinician_phone")]
    ClinicByPhone,
}

impl Respondent {
    /// The kind of ratings that these answers belong to.
    pub const fn rater(self) -> Rater {
        match self {
            Self::Oneself => Rater::Oneself,
            Self::SelfWithHelp | Self::CaregiverRelayed => Rater::Helped,
            Self::CaregiverProxy => Rater::Proxy,
            Self::ClinicianInPerson => Rater::ClinicInPerson,
            Self::ClinicianPhone => Rater::ClinicByPhone,
        }
    }

    /// Whether the answers are a clinician's.
    pub const fn is_clinic(self) -> bool {
        matches!(self, Self::ClinicianInPerson | Self::ClinicianPhone)
    }
}
