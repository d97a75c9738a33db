//! What somebody decides about their own data.

mod consents;
mod erasure;
mod export;
