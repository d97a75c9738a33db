//! Treatments: what was tried, when it was given, what was felt, and what changed after it began.

mod add;
mod change;
mod course;
mod happenings;
mod http;
mod list;
mod model;
mod of_patient;
mod privacy;
mod record;
mod refusal;
mod response;
mod sent;
mod shown;
mod store;

pub use add::{add_administration, add_screening, add_side_effect, add_treatment};
pub use happenings::{Happening, What, happenings};
pub use http::routes;
pub use privacy::{Everything, EverythingBody, erase, everything};
pub use refusal::Refusal;
pub use sent::{AddAdministration, AddScreening, AddSideEffect, AddTreatment};
