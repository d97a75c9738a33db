//! How wide a text is, before any font has drawn it.
//!
//! The widths are those of `DejaVu` Sans, the widest of the usual fonts for screens: what fits by them fits.

/// The size of the text, in CSS pixels; no text is smaller.
pub(super) const SIZE: f64 = 14.0;

/// The size of the heading.
pub(super) const HEADING: f64 = 16.0;

/// From one line to the next.
pub(super) const LINE: f64 = 20.0;

/// Bold letters are so much wider.
const BOLD: f64 = 1.12;

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    /// As most of it.
    Plain,
    /// The name of a part.
    Bold,
    /// The name of the whole.
    Heading,
}

impl Face {
    /// How wide `text` is at most.
    pub(super) fn width(self, text: &str) -> f64 {
        let ems: f64 = text.chars().map(em).sum();
        match self {
            Self::Plain => ems * SIZE,
            Self::Bold => ems * SIZE * BOLD,
            Self::Heading => ems * HEADING * BOLD,
        }
    }

    /// `text` in lines no wider than `room`; a word that is wider is broken.
    pub(super) fn wrapped(self, text: &str, room: f64) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in text.split_whitespace() {
            for part in self.parts(word, room) {
                let longer = if line.is_empty() {
                    part.clone()
                } else {
                    format!("{line} {part}")
                };
                if self.width(&longer) <= room {
                    line = longer;
                } else {
                    lines.push(std::mem::replace(&mut line, part));
                }
            }
        }
        lines.push(line);
        lines.retain(|line| !line.is_empty());
        lines
    }

    fn parts(self, word: &str, room: f64) -> Vec<String> {
        let mut parts = vec![String::new()];
        let mut width = 0.0;
        for letter in word.chars() {
            let wide = self.width(letter.encode_utf8(&mut [0; 4]));
            if width + wide > room && width > 0.0 {
                parts.push(String::new());
                width = 0.0;
            }
            if let Some(last) = parts.last_mut() {
                last.push(letter);
            }
            width += wide;
        }
        parts
    }
}

/// How wide a letter is, as a part of the size.
fn em(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '\'' | '.' | ',' | ' ' | ':' | ';' | '|' => 0.34,
        '"' => 0.48,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '!' => 0.42,
        'm' | 'M' | 'W' | '%' | '@' => 1.0,
        'w' | 'A'..='Z' => 0.82,
        '+' | '=' | '<' | '>' | '~' | '^' | '#' | '&' => 0.84,
        ' '..='~' => 0.64,
        '\u{80}'..='\u{7ff}' => 0.85,
        _ => 1.1,
    }
}
