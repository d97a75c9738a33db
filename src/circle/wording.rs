//! The levels in plain words.

use crate::access::Level;

/// What somebody of this level can do, to follow "you can".
pub fn allows(level: Level) -> &'static str {
    match level {
        Level::Summary => "see how the ratings develop, without single answers or notes",
        Level::Read => "read every entry with its notes, and see how the ratings develop",
        Level::Write => "read everything, and record entries on their behalf",
    }
}
