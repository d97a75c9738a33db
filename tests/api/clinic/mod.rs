//! Clinics: who works there, whom they invite, and what they see of the patients who let them in.

mod by_command;
mod cohort;
mod coordinator;
mod counted;
mod enrolling;
mod importing;
mod net;
pub mod people;
mod ratings;
mod seeing;
mod sorted;
mod staff;
mod standing;
mod unseen;
