//! Treatments, the days on which they were given, screenings and side effects.

mod course;
mod ids;
mod kept;
mod markers;
pub mod people;
mod refusals;
mod response;
mod sealed;
mod sharing;
mod side_effects;
