//! Floor 4: what a person decides about their own data: a copy of all of it, its end.

mod erase;
mod export;
mod http;
mod journal;
mod letters;
mod model;
mod refusal;
mod response;
mod retained;
mod store;

pub use erase::{erase_due, replay};
pub use http::routes;
pub use journal::Journal;
pub use refusal::Refusal;
pub use store::waiting;
