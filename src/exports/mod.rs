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
mod lay_out;
mod manifest;
mod model;
mod refusal;
mod request;
mod response;
mod run;
mod stopped;
mod store;
mod subjects;
mod take_out;
mod verify;

pub use ask::ask;
pub use end::{delete, end_due, erase, sweep};
pub use fetch::fetch;
pub use format::{
    Begin, Counted as Lines, File, Files, Format, OLDEST, Open, Patient, Terms, Versions,
};
pub use http::{hand_out, routes};
pub use jobs::jobs;
pub use model::{Contents, Filter, Job, NewExport, State};
pub use refusal::Refusal;
pub use request::ExportRequest;
pub use run::run_due;
pub use store::RETENTION;
pub use store::find;
pub use take_out::{NotTaken, Order, take_out};
pub use verify::{Keys as ManifestKeys, NotProved, verify};
