//! Floor 4: what a person agrees to and takes back.

mod agree;
mod http;
mod model;
mod request;
mod store;

pub use http::routes;
pub use model::{Consent, GivenBy, Purpose};
pub use store::list;
