//! The record in FHIR R4.

mod answered;
mod clinic;
mod consents;
mod form;
pub mod people;
mod read;
mod recorded;
mod refused;
mod searched;
