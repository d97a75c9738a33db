//! What of this slice goes by itself.

use super::store;
use crate::platform::retention::Rule;

/// The rules of this slice. Programs that were taken away stay: the audit names them.
pub const RETENTION: [Rule; 1] = [Rule {
    table: "client_assertions",
    goes: "assertions of programs that could not be used any more",
    forget: store::purge_assertions,
}];
