//! What a family reads: facts that hold, and words that say no more than they do.

pub mod always;
pub mod made;

pub mod contract;
mod lacking;
mod raters;
mod scores;
mod weeks;
