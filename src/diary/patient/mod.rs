//! The diaries somebody may open, and the facts about whose diary each is.

mod body;
mod change;
mod http;

pub use change::change_patient;
pub(super) use http::routes;
