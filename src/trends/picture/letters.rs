//! What happened: a letter above the curve for each, and a list that says what it is.
//!
//! A letter has the same width whatever happened, so that ten years of treatments fit above a narrow curve.

use super::chart::Chart;
use super::chart::Mark;
use super::panel::Panel;
use super::sheet::{Anchor, EDGE, Sheet};
use super::text::{Face, LINE};
use super::time::Time;
use super::words::Word;

/// How much room the letters take above a curve.
pub(super) const LANE: f64 = 26.0;

/// The height of a badge.
const HEIGHT: f64 = 20.0;

/// Between two badges.
const APART: f64 = 3.0;

/// From this width on the list has two columns.
const TWO_COLUMNS: f64 = 640.0;

/// Letters that stand at one place: those of what happened within a short time share one.
pub(super) struct Badge {
    first: usize,
    last: usize,
    x: f64,
    text: String,
}

impl Badge {
    fn of(first: usize, last: usize, x: f64) -> Self {
        let text = if first == last {
            letter(first)
        } else {
            format!("{}–{}", letter(first), letter(last))
        };
        Self {
            first,
            last,
            x,
            text,
        }
    }

    fn half(&self) -> f64 {
        Face::Plain.width(&self.text) / 2.0 + 5.0
    }

    fn within(mut self, time: &Time) -> Self {
        let half = self.half();
        self.x = self.x.clamp(time.left + half, time.right - half);
        self
    }

    fn meets(&self, next: &Self) -> bool {
        self.x + self.half() + APART > next.x - next.half()
    }
}

/// The badges above a curve: none lies on another.
pub(super) fn badges(marks: &[Mark], time: &Time) -> Vec<Badge> {
    let mut badges: Vec<Badge> = Vec::new();
    for (place, mark) in marks.iter().enumerate() {
        let mut badge = Badge::of(place, place, time.x(mark.day)).within(time);
        while let Some(before) = badges.pop_if(|before| before.meets(&badge)) {
            let x = f64::midpoint(before.x, badge.x);
            badge = Badge::of(before.first, badge.last, x).within(time);
        }
        badges.push(badge);
    }
    badges
}

/// A line through the curve for each day on which something happened.
pub(super) fn lines(sheet: &mut Sheet, chart: &Chart, panel: &Panel<'_>, lane: f64) {
    for mark in &chart.marks {
        let x = panel.time.x(mark.day);
        sheet.line("happened", (x, lane + HEIGHT), (x, panel.bottom));
    }
}

/// The badges.
pub(super) fn draw(sheet: &mut Sheet, badges: &[Badge], lane: f64) {
    for badge in badges {
        let half = badge.half();
        sheet.rect("letter", (badge.x - half, lane), (2.0 * half, HEIGHT));
        sheet.text(
            (badge.x, lane + 15.0),
            Anchor::Middle,
            Face::Plain,
            &badge.text,
        );
    }
}

/// What each letter means.
pub(super) fn list(sheet: &mut Sheet, chart: &Chart) {
    if chart.marks.is_empty() {
        return;
    }
    sheet.go_on(8.0);
    sheet.paragraph(EDGE, Face::Bold, Word::Happened.text());
    let columns = if sheet.width() >= TWO_COLUMNS {
        2.0
    } else {
        1.0
    };
    let width = (sheet.width() - 2.0 * EDGE) / columns;
    let widest = letter(chart.marks.len().saturating_sub(1));
    let indent = Face::Plain.width(&widest).max(14.0) + 10.0;
    let rows = chart.marks.chunks(if columns > 1.0 { 2 } else { 1 });
    for (row, marks) in rows.enumerate() {
        let top = sheet.y();
        let mut bottom = top;
        let mut x = EDGE;
        for (column, mark) in marks.iter().enumerate() {
            let place = if columns > 1.0 { 2 * row } else { row } + column;
            sheet.go_to(top);
            let at = (x, top + 15.0);
            sheet.text(at, Anchor::Start, Face::Plain, &letter(place));
            let room = width - indent - 8.0;
            sheet.column((x + indent, room), Face::Plain, &said(mark));
            bottom = bottom.max(sheet.y()).max(top + LINE);
            x += width;
        }
        sheet.go_to(bottom);
    }
}

fn said(mark: &Mark) -> String {
    let places = [("day", mark.day.to_string()), ("label", mark.label.clone())];
    Word::happening(mark.kind).with(&places)
}

/// A to Z, then AA to ZZ and on.
fn letter(place: usize) -> String {
    const LETTERS: usize = 26;
    let last = u8::try_from(place % LETTERS).unwrap_or_default();
    let last = char::from(b'A' + last);
    match place / LETTERS {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}
