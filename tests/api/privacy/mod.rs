//! What somebody decides about their own data.

mod audit;
mod consents;
mod copy_stream;
mod erasure;
mod export;
mod hidden;
mod minimal;
pub mod sharing;
