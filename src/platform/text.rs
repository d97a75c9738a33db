//! Text that people write: normalised, without control characters, of a bounded length.

use unicode_normalization::UnicodeNormalization;

use super::faults::Faults;

/// Reads one text member of a body; what is wrong with it goes into `faults`.
///
/// The result is in Unicode normalisation form C. Line feed and tab are allowed where `lines` is.
pub fn read(faults: &mut Faults, pointer: &str, text: &str, most: usize, lines: bool) -> String {
    let normalised: String = text.nfc().collect();
    faults.require(
        !normalised.chars().any(|c| is_forbidden(c, lines)),
        pointer,
        "forbidden_character",
        "The text has a control character or a code point that is no character.",
    );
    faults.require(
        normalised.chars().count() <= most && normalised.len() <= most.saturating_mul(4),
        pointer,
        "too_long",
        "The text is longer than the contract allows.",
    );
    normalised
}

/// Like [`read`], for a text on one line that may not be empty.
pub fn read_name(faults: &mut Faults, pointer: &str, text: &str, most: usize) -> String {
    let name = read(faults, pointer, text, most, false).trim().to_owned();
    faults.require(
        !name.is_empty(),
        pointer,
        "empty",
        "The text may not be empty.",
    );
    name
}

/// C0 and C1 controls, line and paragraph separators in names, and noncharacters.
fn is_forbidden(c: char, lines: bool) -> bool {
    let code = u32::from(c);
    match c {
        '\n' | '\t' | '\u{2028}' | '\u{2029}' => !lines,
        _ => c.is_control() || (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE,
    }
}
