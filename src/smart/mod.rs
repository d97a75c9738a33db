//! Floor 4: SMART Backend Services: programs of a clinic, which prove by a key who they are and read over FHIR.

mod assertion;
mod http;
mod jwks;
mod model;
mod refusal;
mod register;
mod response;
mod scope;
mod store;
mod token;

pub use http::routes;
pub use model::{Client, KeySource, NewClient, NotAClient};
pub use register::{add, list, remove};
pub use scope::{Interaction, Scopes};
pub use store::RETENTION;
