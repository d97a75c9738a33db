//! The published rules as vectors, and the properties they must have whatever the answers.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a panic in a helper is a failed test, which is what it is for"
)]

mod agreement;
mod answers;
mod flags;
mod form;
mod languages;
mod people;
mod plateau;
mod proportion;
mod respondent;
mod response;
mod simulated;
mod since_onset;
mod slope;
mod stages;
mod student;
mod summary;
mod theil_sen;
mod treatment;
mod vectors;
mod week;
