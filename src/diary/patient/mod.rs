//! The diaries somebody may open, and the facts about whose diary each is.

mod body;
mod http;

pub(super) use http::routes;
