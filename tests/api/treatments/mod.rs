//! Treatments, the days on which they were given, screenings and side effects; measured values and milestones.

mod course;
mod ids;
mod kept;
mod markers;
mod measured;
pub mod people;
mod refusals;
mod response;
mod sealed;
mod sharing;
mod side_effects;
