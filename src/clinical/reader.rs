//! Who reads a sentence: the patient is spoken to, other readers are told about the patient, by name.

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reader<'a> {
    /// The patient.
    Patient,
    /// Family, or the clinic.
    Other(Companion<'a>),
}

/// A reader who is not the patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Companion<'a> {
    /// What the patient is called.
    pub patient: &'a str,
    /// Whether this reader gave all the answers that were given for the patient.
    pub is_author: bool,
    /// Whether this reader gave all the help with which the patient answered.
    pub is_helper: bool,
    /// Whether this reader is of the patient's clinic, and so of the team that others are asked to tell.
    pub is_clinician: bool,
}

impl<'a> Reader<'a> {
    /// One who reads about the `patient` of this name, and recorded nothing.
    pub const fn friend_of(patient: &'a str) -> Self {
        Self::Other(Companion {
            patient,
            is_author: false,
            is_helper: false,
            is_clinician: false,
        })
    }
}
