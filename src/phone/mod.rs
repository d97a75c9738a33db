//! Floor 4: what an app needs that is offline half the time: what changed since it last asked, and one way to hand in all
//! that waits.

mod batch;
mod changes;
mod cursor;
mod diary_changes;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzed;
mod heads;
mod http;
mod model;
mod refusal;
mod request;
mod response;
mod shown;

pub use http::routes;
pub use refusal::Refusal;
