//! The diary: one rating a week, never overwritten, never lost.

mod answers;
mod history;
mod http;
mod instrument;
mod list;
mod model;
mod patient;
mod record;
mod refusal;
mod row;
mod sent;
mod shown;
mod store;
mod void;

pub use history::{Rated, rated};
pub use http::routes;
pub use model::{Respondent, Weight};
pub use refusal::Refusal;
