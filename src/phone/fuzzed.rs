//! A door for the fuzzer: what is in a cursor.

use super::cursor::{read, written};

/// Reads `data` as what is in a cursor.
///
/// # Panics
/// When what was read is written as something else.
pub fn cursor(data: &[u8]) {
    if let Some(positions) = read(data) {
        assert_eq!(read(&written(&positions)), Some(positions));
    }
}
