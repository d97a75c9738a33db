//! Floor 4: the ways on which the service reaches a person who is not looking: mail, and their devices by Web Push or
//! the operator's own bridge.

mod courier;
mod fall_back;
mod http;
mod model;
mod parcel;
mod push;
mod refusal;
mod request;
mod response;
mod senders;
mod store;
mod subscribe;
mod tell;
mod webhook;

pub use http::routes;
pub use model::{About, Channel, Notice, Subscription};
pub use refusal::Refusal;
pub use response::SubscriptionResponse;
pub use senders::senders;
pub use store::{erase, of_keys, subscriptions_of};
pub use tell::tell;
