//! A diary of ALSFRS-R ratings: one a week, shared with the people who care.
//!
//! The modules are floors, and an import may only point down; `docs/architecture.md` draws them.

// Tests may panic, so these are not in Cargo.toml.
#![warn(clippy::panic, clippy::unreachable, clippy::unimplemented)]

pub mod access;
pub mod accounts;
pub mod alerts;
pub mod audit;
pub mod cards;
pub mod channels;
pub mod circle;
pub mod cli;
pub mod clinic;
pub mod clinical;
pub mod consents;
pub mod diary;
pub mod exports;
pub mod fhir;
pub mod guests;
pub mod patients;
pub mod phone;
pub mod platform;
pub mod privacy;
pub mod product;
pub mod reminders;
pub mod schema;
pub mod server;
pub mod smart;
pub mod treatments;
pub mod trends;
pub mod versions;
pub mod words;
