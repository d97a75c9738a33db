//! The edge: how requests are read, how answers and refusals are written.

pub mod client;
pub mod cursor;
pub mod edge;
pub mod etag;
pub mod extract;
pub mod json;
pub mod problem;
pub mod query;
pub mod routes;

pub use client::ClientAddr;
pub use extract::{Json, Path, Query, Segment};
pub(crate) use problem::refusals;
pub use problem::{AsProblem, Code, HttpError, HttpResult, Problem, ProblemBody, Refused};
