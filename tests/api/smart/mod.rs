//! Programs of clinics: SMART Backend Services.

mod assertions;
mod commands;
mod fetched;
pub mod people;
mod reading;
