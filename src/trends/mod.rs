//! Trends: what the weeks add up to, for those who were let in.

mod compute;
mod http;
mod memo;
mod model;
mod window;

pub use http::routes;
pub use memo::Memo;
