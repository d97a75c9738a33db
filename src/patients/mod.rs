//! Floor 4: what is known about the person whose diary it is, besides the ratings.

mod change_facts;
mod diary;
mod http;
mod model;
mod request;
mod response;
mod seen;
mod store;

pub use change_facts::change_facts;
pub use diary::{changed as diary_changed, show as show_diary};
pub use http::routes;
pub use model::{Facts, OnsetRegion, Sex};
pub use response::FactsResponse;
pub use seen::seen_at;
pub use store::{diagnosis, erase, facts, facts_in};
