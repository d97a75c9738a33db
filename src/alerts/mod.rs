//! Floor 4: what those who follow a diary want to be told of, and what they were told.

mod acknowledge;
mod choose;
mod erase;
mod following;
mod http;
mod jobs;
mod letters;
mod list;
mod look;
mod model;
mod mute;
mod news;
mod refusal;
mod request;
mod response;
mod store;

pub use erase::erase;
pub use http::routes;
pub use jobs::{Noticed, jobs, look_at_changes, look_at_due};
pub use list::{about, followed_by};
pub use model::{Alert, Choice, Followed, Shown};
pub use refusal::Refusal;
pub use response::{AlertBody, FollowedBody};
pub use store::alerts::RETENTION;
