//! Floor 4: the emergency card: what a patient lets anybody see who holds its link or scans its code.

mod choose;
mod http;
mod model;
mod open;
mod remove;
mod request;
mod response;
mod store;

pub use http::routes;
pub use model::Card;
pub use response::CardResponse;
pub use store::{erase, find as card_of};
