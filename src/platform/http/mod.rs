//! The edge: how requests are read, how answers and refusals are written.

pub mod accept;
pub mod apps;
pub mod client;
pub mod compress;
pub mod cursor;
pub mod edge;
pub mod etag;
pub mod extract;
mod host;
pub mod incoming;
pub mod inside;
pub mod instant;
pub mod json;
pub mod page;
pub mod part;
pub mod problem;
pub mod query;
pub mod routes;
pub mod small_page;
mod stand_in;
mod strict;
mod walk;

pub use client::{ClientAddr, Network};
pub use extract::{Csv, FromJson, Json, MaybeJson, Path, Query, Segment, Text, WebForm};
pub use json::Submission;
pub use page::{Limit, ListQuery, Page};
pub(crate) use problem::refusals;
pub use problem::{
    AsProblem, Code, EdgeRefusal, Form, HttpError, HttpResult, Problem, ProblemBody,
};
pub use routes::Register;
