//! The levels in plain words.

use crate::access::{Level, Relation};

/// What a member of this level can do, to follow "you can".
pub fn allows(level: Level) -> &'static str {
    match level {
        Level::Summary => "see how the ratings develop, without single answers or notes",
        Level::Read => "read every entry with its notes, and see how the ratings develop",
        Level::Write => "read everything, and record entries on their behalf",
    }
}

/// What a member is to the patient, as it is said to the patient.
pub fn to_you(relation: Relation) -> &'static str {
    match relation {
        Relation::Oneself => "you",
        Relation::Spouse => "your spouse",
        Relation::Wife => "your wife",
        Relation::Husband => "your husband",
        Relation::Partner => "your partner",
        Relation::Parent => "your parent",
        Relation::Mother => "your mother",
        Relation::Father => "your father",
        Relation::Child => "your child",
        Relation::Daughter => "your daughter",
        Relation::Son => "your son",
        Relation::Sibling => "your sibling",
        Relation::Sister => "your sister",
        Relation::Brother => "your brother",
        Relation::Grandchild => "your grandchild",
        Relation::Relative => "a relative of yours",
        Relation::Friend => "a friend of yours",
        Relation::Neighbour => "a neighbour of yours",
        Relation::Caregiver => "who helps you",
        Relation::Nurse => "a nurse of yours",
        Relation::Therapist => "a therapist of yours",
        Relation::Doctor => "a doctor of yours",
        Relation::Clinician => "a clinician of yours",
        Relation::Guest => "who has a link for one week",
        Relation::Other => "whom you let in",
    }
}
