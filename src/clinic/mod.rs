//! Floor 4: clinics, who works there, and the patients who let them in.

mod accept;
pub mod by_command;
mod cohort;
mod coordinate;
mod erase;
mod http;
mod import;
mod invite;
mod jobs;
mod letters;
mod model;
mod refusal;
mod request;
mod response;
mod roster;
mod share;
mod staff;
mod store;
mod summary;

pub use accept::accept;
pub use cohort::Cohorts;
pub use coordinate::coordinator_of;
pub use erase::erase;
pub use http::routes;
pub use invite::{Ways, invite};
pub use jobs::jobs;
pub use model::{Enrolment, NewInvitation, NewSite, NewStaff, Site};
pub use refusal::Refusal;
pub use request::{SiteRequest, StaffRequest};
pub use response::{EnrolmentResponse, SiteResponse};
pub use roster::subject_id;
pub use staff::{add as add_staff, make_site};
pub use store::enrolments::list as enrolments_of;
pub use store::invitations::RETENTION;
pub use store::sites::of_staff as sites_of_staff;
