//! The data of a clinic, taken out: who may, what is in it, what is not, and for how long.

mod asking;
mod command_line;
mod consents;
mod contents;
mod cuts;
mod files;
mod formats;
mod manifest;
pub mod people;
mod runs;
mod tables;
