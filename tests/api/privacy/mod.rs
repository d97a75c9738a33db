//! What somebody decides about their own data.

mod audit;
mod consents;
mod erasure;
mod export;
mod minimal;
mod sharing;
