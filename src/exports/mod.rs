//! Floor 4: the data of a clinic, taken out whole, in the shape that other programs read.

mod ask;
mod cells;
mod end;
mod fetch;
mod folder;
mod format;
mod gather;
mod http;
mod jobs;
mod manifest;
mod model;
mod refusal;
mod request;
mod response;
mod retention;
mod run;
mod store;
mod take_out;
mod verify;

pub use end::{end_due, erase};
pub use format::{Begin, Counted as Lines, File, Files, Format, Open, Patient, Terms};
pub use http::routes;
pub use jobs::jobs;
pub use model::{Filter, NewExport};
pub use refusal::Refusal;
pub use retention::RETENTION;
pub use run::run_due;
pub use take_out::{NotTaken, Order, take_out};
pub use verify::{Keys as ManifestKeys, NotProved, verify};
