//! Floor 4: guests. Who has no account records one week for a patient, with a link that is good for a day.

mod end;
mod http;
mod list;
mod make;
mod model;
mod open;
mod record;
mod refusal;
mod request;
mod response;
mod store;

pub use http::routes;
pub use list::every_link;
pub use model::{GuestLink, Status};
pub use refusal::Refusal;
pub use response::GuestLinkResponse;
pub use store::{RETENTION, erase};
