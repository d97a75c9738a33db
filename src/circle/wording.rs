//! The levels in plain words.

use crate::access::{Level, Relation};
use crate::platform::words::Language;

/// What a member of this level can do, to follow "you can".
pub fn allows(language: Language, level: Level) -> &'static str {
    language.text(match level {
        Level::Summary => "you-can-summary",
        Level::Read => "you-can-read",
        Level::Write => "you-can-write",
    })
}

/// What a member is to the patient, as it is said to the patient.
pub fn to_you(language: Language, relation: Relation) -> &'static str {
    language.text(match relation {
        Relation::Oneself => "your-self",
        Relation::Spouse => "your-spouse",
        Relation::Wife => "your-wife",
        Relation::Husband => "your-husband",
        Relation::Partner => "your-partner",
        Relation::Parent => "your-parent",
        Relation::Mother => "your-mother",
        Relation::Father => "your-father",
        Relation::Child => "your-child",
        Relation::Daughter => "your-daughter",
        Relation::Son => "your-son",
        Relation::Sibling => "your-sibling",
        Relation::Sister => "your-sister",
        Relation::Brother => "your-brother",
        Relation::Grandchild => "your-grandchild",
        Relation::Relative => "your-relative",
        Relation::Friend => "your-friend",
        Relation::Neighbour => "your-neighbour",
        Relation::Caregiver => "your-caregiver",
        Relation::Nurse => "your-nurse",
        Relation::Therapist => "your-therapist",
        Relation::Doctor => "your-doctor",
        Relation::Clinician => "your-clinician",
        Relation::Guest => "your-guest",
        Relation::Other => "your-other",
    })
}
