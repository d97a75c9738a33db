//! An SVG document, written from above to below.

use std::fmt::Write as _;

use super::text::{Face, LINE};
use crate::platform::words::Language;

/// Left and right of text.
pub(super) const EDGE: f64 = 12.0;

/// Between two texts of one line.
pub(super) const BETWEEN: f64 = 18.0;

/// How much of a line lies above its baseline.
const ABOVE: f64 = 15.0;

/// Where a text lies beside the point that is named.
#[derive(Debug, Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// What was written so far.
pub(super) struct Sheet {
    /// What its reader reads.
    pub(super) language: Language,
    width: f64,
    body: String,
    y: f64,
}

impl Sheet {
    pub(super) fn new(width: f64, language: Language) -> Self {
        Self {
            language,
            width,
            body: String::new(),
            y: 0.0,
        }
    }

    pub(super) fn width(&self) -> f64 {
        self.width
    }

    /// Where the next part begins.
    pub(super) fn y(&self) -> f64 {
        self.y
    }

    pub(super) fn go_on(&mut self, by: f64) {
        self.y += by;
    }

    pub(super) fn go_to(&mut self, y: f64) {
        self.y = y;
    }

    /// A text on a baseline.
    pub(super) fn text(&mut self, (x, y): (f64, f64), anchor: Anchor, face: Face, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let class = match face {
            Face::Plain => "",
            Face::Bold => " class=\"b\"",
            Face::Heading => " class=\"h\"",
        };
        let (x, y, text) = (number(x), number(y), escaped(text));
        self.push(format_args!(
            "<text x=\"{x}\" y=\"{y}\"{anchor}{class}>{text}</text>"
        ));
    }

    /// A text over as many lines as it takes, from `x` to the edge.
    pub(super) fn paragraph(&mut self, x: f64, face: Face, text: &str) {
        let room = self.width - EDGE - x;
        self.column((x, room), face, text);
    }

    /// A text over as many lines as it takes, in a column of this place and width.
    pub(super) fn column(&mut self, (x, room): (f64, f64), face: Face, text: &str) {
        for line in face.wrapped(text, room) {
            self.text((x, self.y + ABOVE), Anchor::Start, face, &line);
            self.y += LINE;
        }
    }

    /// Texts after each other, each in a line if it fits into one.
    pub(super) fn flow(&mut self, texts: &[&str]) {
        let mut x = EDGE;
        for text in texts {
            let width = Face::Plain.width(text);
            if x > EDGE && x + width > self.width - EDGE {
                x = EDGE;
                self.y += LINE;
            }
            if width > self.width - 2.0 * EDGE {
                self.paragraph(EDGE, Face::Plain, text);
                self.y -= LINE;
            } else {
                self.text((x, self.y + ABOVE), Anchor::Start, Face::Plain, text);
            }
            x += width + BETWEEN;
        }
        self.y += LINE;
    }

    /// The text of `id` above a part.
    pub(super) fn heading(&mut self, id: &str) {
        self.paragraph(EDGE, Face::Heading, self.language.text(id));
    }

    pub(super) fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let d = format!("M{}L{}", point(from), point(to));
        self.path(class, &d);
    }

    pub(super) fn rect(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let [x, y, width, height] = [x, y, width, height].map(number);
        self.push(format_args!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
        ));
    }

    pub(super) fn path(&mut self, class: &str, d: &str) {
        if !d.is_empty() {
            self.push(format_args!("<path class=\"{class}\" d=\"{d}\"/>"));
        }
    }

    /// A path whose line is so wide.
    pub(super) fn stroked(&mut self, class: &str, width: f64, d: &str) {
        if !d.is_empty() {
            let width = number(width);
            self.push(format_args!(
                "<path class=\"{class}\" stroke-width=\"{width}\" d=\"{d}\"/>"
            ));
        }
    }

    /// The document.
    pub(super) fn finish(self, title: &str, told: &str, style: &str) -> String {
        let (width, height) = (number(self.width), number((self.y + EDGE).ceil()));
        let (title, told, body) = (escaped(title), escaped(told), self.body);
        let language = self.language.code();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"t d\" lang=\"{language}\" \
             xml:lang=\"{language}\"><title id=\"t\">{title}</title><desc id=\"d\">{told}</desc>\
             <style>{style}</style><rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>{body}</svg>\n"
        )
    }

    fn push(&mut self, written: std::fmt::Arguments<'_>) {
        // A `String` takes all that is written to it.
        let _ = self.body.write_fmt(written);
    }
}

/// A number to a tenth of a pixel.
pub(super) fn number(number: f64) -> String {
    let tenths = (number * 10.0).round() / 10.0 + 0.0;
    format!("{tenths}")
}

/// A place, as paths have it.
pub(super) fn point((x, y): (f64, f64)) -> String {
    format!("{} {}", number(x), number(y))
}

/// Text as XML has it. What XML 1.0 cannot hold is replaced.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            letter if letter.is_control() => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}
