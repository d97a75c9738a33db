//! Dated records: what was tried, when it was given, what was felt, what changed after it began; what was
//! measured, and the milestones.

mod before_after;
mod clinic_rating;
mod course;
mod erase;
mod happenings;
mod http;
mod list;
mod model;
mod outcomes;
mod refusal;
mod request;
mod response;
mod rules;
mod store;

pub use clinic_rating::{all_of_clinic, of_clinic, read_of_clinic, record_of_clinic};
pub use course::{Ahead, ahead};
pub use erase::erase;
pub use happenings::{
    Happening, HappeningKind, clinic_ratings, going_on, happenings, has_tube, is_ventilated,
};
pub use http::routes;
pub use list::{after, milestones, treatment_kinds};
pub use model::{Administration, Content, Record, RecordKind, SideEffect, Treatment};
pub use outcomes::{Outcome, outcomes};
pub use refusal::Refusal;
pub use request::RecordRequest;
pub use response::RecordBody;
pub use store::{ChangedRecord, changed, current, current_in, versions, whole};
