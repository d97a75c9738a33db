//! Text that people write: normalised, without control characters, of a bounded length.

use unicode_normalization::UnicodeNormalization;

use super::faults::Faults;

/// Reads one text member of a body; what is wrong with it goes into `faults`.
///
/// The result is in Unicode normalisation form C. Line feed and tab are allowed where `lines` is; the
/// other ways to end a line are line feeds then, so that the same text sent again is the same.
pub fn read(faults: &mut Faults, pointer: &str, text: &str, most: usize, lines: bool) -> String {
    let mut normalised: String = text.nfc().collect();
    if lines && normalised.contains('\r') {
        normalised = normalised.replace("\r\n", "\n").replace('\r', "\n");
    }
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

/// A text of several lines that may be left out; an empty one counts as left out.
pub fn lines(
    faults: &mut Faults,
    pointer: &str,
    text: Option<String>,
    most: usize,
) -> Option<String> {
    text.map(|text| read(faults, pointer, &text, most, true))
        .filter(|text| !text.is_empty())
}

/// A text on one line that may be left out; an empty one counts as left out.
pub fn line(
    faults: &mut Faults,
    pointer: &str,
    text: Option<String>,
    most: usize,
) -> Option<String> {
    text.map(|text| read(faults, pointer, &text, most, false).trim().to_owned())
        .filter(|text| !text.is_empty())
}

/// Like [`read`], for a text on one line that may not be empty: it has a character that is seen, no
/// mark that turns what follows it around, and none that hides in it.
pub fn read_name(faults: &mut Faults, pointer: &str, text: &str, most: usize) -> String {
    let name = read(faults, pointer, text, most, false).trim().to_owned();
    let seen = name.chars().any(is_seen);
    faults.require(seen, pointer, "empty", "The text may not be empty.");
    faults.require(
        !seen || !name.chars().any(is_hiding) && is_turned_back(&name),
        pointer,
        "forbidden_character",
        "The text has a character that hides, or turns what follows it around.",
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

fn is_seen(c: char) -> bool {
    !c.is_whitespace()
        && !is_hiding(c)
        && !is_joining(c)
        && !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// What has a place in names of some scripts, and in emoji, beside a character that is seen.
fn is_joining(c: char) -> bool {
    matches!(c, '\u{200C}'..='\u{200F}' | '\u{61C}' | '\u{34F}' | '\u{FE00}'..='\u{FE0F}' | '\u{180B}'..='\u{180D}')
}

/// Characters without a shape: Unicode's `Default_Ignorable_Code_Point` without those above, and blanks
/// that are no white space. Tags stay for the flags of regions.
fn is_hiding(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{200B}'
            | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{2800}' | '\u{3164}'
            | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E001F}' | '\u{E0080}'..='\u{E00FF}'
            | '\u{E01F0}'..='\u{E0FFF}'
    )
}

/// Whether each mark that turns the direction of writing is taken back, in its order.
fn is_turned_back(text: &str) -> bool {
    let mut ends = Vec::new();
    for c in text.chars() {
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => ends.push('\u{202C}'),
            '\u{2066}'..='\u{2068}' => ends.push('\u{2069}'),
            '\u{202C}' | '\u{2069}' if ends.pop() != Some(c) => return false,
            _ => {}
        }
    }
    ends.is_empty()
}
