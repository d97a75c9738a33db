//! Trends: what the weeks add up to, for those who were let in.

mod compute;
mod http;
mod markers;
mod memo;
mod model;
mod symptoms;
mod window;

pub use http::routes;
pub use memo::Memo;
