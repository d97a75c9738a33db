//! What a member of the circle is to the patient: from a closed list, because free text is no author.

use serde::{Deserialize, Serialize};

use crate::platform::db::stored_as_code;

/// What a member of the circle is to the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The patient. No invitation can say this.
    #[serde(rename = "self")]
    Oneself,
    /// Married, whichever way one says it.
    Spouse,
    /// A wife.
    Wife,
    /// A husband.
    Husband,
    /// A partner.
    Partner,
    /// A parent.
    Parent,
    /// A mother.
    Mother,
    /// A father.
    Father,
    /// A child, of any age.
    Child,
    /// A daughter.
    Daughter,
    /// A son.
    Son,
    /// A sibling.
    Sibling,
    /// A sister.
    Sister,
    /// A brother.
    Brother,
    /// A grandchild.
    Grandchild,
    /// Other family.
    Relative,
    /// A friend.
    Friend,
    /// A neighbour.
    Neighbour,
    /// A helper, paid or not.
    Caregiver,
    /// A nurse.
    Nurse,
    /// A physio-, speech or occupational therapist.
    Therapist,
    /// A doctor.
    Doctor,
    /// Any clinician.
    Clinician,
    /// Had a link for one week and no account: who they are is what they say. No invitation can say this.
    Guest,
    /// Any other relation.
    Other,
}

impl Relation {
    /// Whether it is one of those who treat.
    pub fn treats(self) -> bool {
        matches!(
            self,
            Self::Nurse | Self::Therapist | Self::Doctor | Self::Clinician
        )
    }
}

stored_as_code!(Relation {
    Oneself = 0,
    Spouse = 1,
    Wife = 2,
    Husband = 3,
    Partner = 4,
    Parent = 5,
    Mother = 6,
    Father = 7,
    Child = 8,
    Daughter = 9,
    Son = 10,
    Sibling = 11,
    Sister = 12,
    Brother = 13,
    Grandchild = 14,
    Relative = 15,
    Friend = 16,
    Neighbour = 17,
    Caregiver = 18,
    Nurse = 19,
    Therapist = 20,
    Doctor = 21,
    Clinician = 22,
    Guest = 90,
    Other = 99,
});
