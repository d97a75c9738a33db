//! Floor 3: who did what to whose record, written in the transaction that does it.

mod about;
mod action;
mod store;

pub use about::{Happened, about};
pub use action::Action;
pub use store::{Change, next_change, record, record_by, record_for};
