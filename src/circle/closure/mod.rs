//! When a diary has come to its end, and when that is not known.
//!
//! The trustee who acts for the patient can close it: it takes no records any more, and everybody goes on
//! reading. Nothing is deleted, and the patient opens it again with one touch. Where a patient is
//! silent for very long, they and their trustee are told, and nothing else happens.

mod ask;
mod letters;
mod silence;

pub use ask::{ask, take_back};
pub use letters::circle_opens;
pub use silence::tell_the_silent;
