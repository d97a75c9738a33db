//! The outbox: what is to reach a person outside is written into it in the transaction that causes it, and sent
//! after the commit, at least once and under one name.

pub(super) mod bell;
mod model;
mod send;
mod store;
mod way;

pub use model::{Act, Deliver, Failure, Outcome, Outgoing};
pub use send::{send_due, send_until_closed};
pub use store::{Depth, RETENTION, depths, enqueue, retry_parked};
pub use way::{Turn, Way};
