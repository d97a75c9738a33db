//! Floor 4: the ways on which the service reaches a person who is not looking: mail, and later their devices.

mod model;
mod tell;

pub use model::{About, Channel, Notice};
pub use tell::tell;
