//! Trends: what the weeks add up to, for those who were let in.

mod acknowledge;
mod agreement;
mod compute;
mod flags;
mod glance;
mod http;
mod known;
mod markers;
mod memo;
mod model;
mod overview;
pub mod picture;
mod question;
mod refusal;
mod stages;
mod store;
mod symptoms;
mod watched;
mod window;

pub use flags::flag_id;
pub use http::routes;
pub use known::{CopiedKnown, Known};
pub use memo::Memo;
pub use overview::{Overview, OverviewFlag, Overviews};
pub use refusal::Refusal;
pub use store::{erase, known};
pub use watched::{Watched, WatchedFlag, watched};
