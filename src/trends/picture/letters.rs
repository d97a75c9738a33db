//! What happened: a letter above the curve for each, and a list that says what it is.
//!
//! A letter has the same width whatever happened, so that ten years of treatments fit above a narrow curve.

use super::chart::{Chart, Mark};
use super::panel::Panel;
use super::sheet::{Anchor, EDGE, Sheet};
use super::text::{Face, LINE};
use super::time::Time;
use super::words;

/// How much room the letters take above a curve.
pub(super) const LANE: f64 = 28.0;

/// The height of a badge.
const HEIGHT: f64 = 20.0;

/// Between two badges.
const APART: f64 = 3.0;

/// From this width on the list has two columns.
const TWO_COLUMNS: f64 = 640.0;

/// So far from what it names a badge may stand; those that would stand further off are written as one.
const FARTHEST: f64 = 26.0;

/// Many lines closer than this would hide the curve: they are ticks then.
const CLOSEST_LINES: f64 = 14.0;

/// The length of a tick.
const TICK: f64 = 8.0;

/// Letters that stand at one place.
pub(super) struct Badge {
    first: usize,
    last: usize,
    /// From the first to the last of what it names.
    span: (f64, f64),
    x: f64,
}

impl Badge {
    fn text(&self) -> String {
        if self.first == self.last {
            letter(self.first)
        } else {
            format!("{}–{}", letter(self.first), letter(self.last))
        }
    }

    fn half(&self) -> f64 {
        Face::Plain.width(&self.text()) / 2.0 + 5.0
    }

    fn middle(&self) -> f64 {
        f64::midpoint(self.span.0, self.span.1)
    }

    /// How far it stands from what it names.
    fn off(&self) -> f64 {
        (self.span.0 - self.x).max(self.x - self.span.1).max(0.0)
    }

    fn with(&self, next: &Self) -> Self {
        let span = (self.span.0, next.span.1);
        Self {
            first: self.first,
            last: next.last,
            span,
            x: f64::midpoint(span.0, span.1),
        }
    }
}

/// The badges above a curve, each near what it names, and none on another.
pub(super) fn badges(marks: &[Mark], time: &Time) -> Vec<Badge> {
    let badge = |(place, mark): (usize, &Mark)| {
        let x = time.x(mark.day);
        Badge {
            first: place,
            last: place,
            span: (x, x),
            x,
        }
    };
    let mut badges: Vec<Badge> = marks.iter().enumerate().map(badge).collect();
    loop {
        spread(&mut badges, time);
        let is_near = badges.iter().all(|badge| badge.off() <= FARTHEST);
        // Those on the right push the others to the left, and off the sheet where there are too many.
        let mut left = badges.first().into_iter();
        let fits = left.all(|badge| badge.x - badge.half() >= EDGE);
        if is_near && fits || !join_closest(&mut badges) {
            return badges;
        }
    }
}

/// Moves badges aside until none lies on another, those on the right last.
fn spread(badges: &mut [Badge], time: &Time) {
    let mut from = time.left;
    for badge in badges.iter_mut() {
        let half = badge.half();
        badge.x = badge.middle().max(from + half);
        from = badge.x + half + APART;
    }
    let mut to = time.right;
    for badge in badges.iter_mut().rev() {
        let half = badge.half();
        badge.x = badge.x.min(to - half);
        to = badge.x - half - APART;
    }
}

/// Writes the two that are closest to each other as one, if there are two.
fn join_closest(badges: &mut Vec<Badge>) -> bool {
    let between = badges.iter().zip(badges.iter().skip(1));
    let between = between.map(|(badge, next)| next.span.1 - badge.span.0);
    let closest = between.enumerate().min_by(|(_, a), (_, b)| a.total_cmp(b));
    let Some((place, _)) = closest else {
        return false;
    };
    let next = badges.remove(place + 1);
    if let Some(badge) = badges.get_mut(place) {
        *badge = badge.with(&next);
    }
    true
}

/// A line through the curve for each day on which something happened.
pub(super) fn lines(sheet: &mut Sheet, chart: &Chart, panel: &Panel<'_>) {
    let mut days: Vec<f64> = chart
        .marks
        .iter()
        .map(|mark| panel.time.x(mark.day))
        .collect();
    days.dedup();
    let next = days.iter().zip(days.iter().skip(1));
    let close = next.filter(|(x, next)| *next - *x < CLOSEST_LINES).count();
    let bottom = if 2 * close > days.len() {
        panel.top + TICK
    } else {
        panel.bottom
    };
    for x in days {
        sheet.line("happened", (x, panel.top), (x, bottom));
    }
}

/// The badges, each with lines to what it names.
pub(super) fn draw(sheet: &mut Sheet, badges: &[Badge], lane: f64, top: f64) {
    for badge in badges {
        let half = badge.half();
        let below = (badge.x, lane + HEIGHT);
        let (first, last) = badge.span;
        sheet.line("happening", below, (first, top));
        if last > first {
            sheet.line("happening", (first, top), (last, top));
            sheet.line("happening", below, (last, top));
        }
        sheet.rect("letter", (badge.x - half, lane), (2.0 * half, HEIGHT));
        let place = (badge.x, lane + 15.0);
        sheet.text(place, Anchor::Middle, Face::Plain, &badge.text());
    }
}

/// What each letter means.
pub(super) fn list(sheet: &mut Sheet, chart: &Chart) {
    if chart.marks.is_empty() {
        return;
    }
    sheet.go_on(8.0);
    sheet.paragraph(EDGE, Face::Bold, sheet.language.text("picture-happened"));
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
            sheet.column(
                (x + indent, room),
                Face::Plain,
                &words::happened(sheet.language, mark),
            );
            bottom = bottom.max(sheet.y()).max(top + LINE);
            x += width;
        }
        sheet.go_to(bottom);
    }
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
