//! What an app on a phone needs: what changed, and one way to hand in what waits.

mod batch;
mod changes;
pub mod copies;
mod fleet;
mod killed;
mod old_apps;
mod parts;
pub mod phones;
