//! Who reads a sentence: the patient is spoken to, other readers are told about the patient.

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reader {
    /// The patient.
    Patient,
    /// Family, or the clinic.
    Other,
}
