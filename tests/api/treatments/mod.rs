//! Treatments, the days on which they were given, screenings and side effects.

mod course;
mod kept;
pub mod people;
mod refusals;
mod sharing;
mod side_effects;
