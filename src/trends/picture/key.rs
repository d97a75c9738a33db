//! What the marks mean: those that there are, and no others.

use super::chart::Chart;
use super::curve::cross;
use super::dots::{self, RATERS};
use super::look::Look;
use super::sheet::{BETWEEN, EDGE, Sheet};
use super::text::{Face, LINE};
use super::words;
use crate::clinical::Rater;

/// The width of a mark in the key.
const MARK: f64 = 22.0;

/// The size of a mark.
const RADIUS: f64 = 4.5;

/// A mark that is explained.
enum Entry {
    Rater(Rater),
    Line,
    Band,
    Open,
}

/// Explains the marks, in as many lines as it takes.
pub(super) fn draw(sheet: &mut Sheet, chart: &Chart, look: Look) {
    sheet.paragraph(EDGE, Face::Plain, sheet.language.text("picture-higher"));
    let mut x = EDGE;
    let entries = entries(chart);
    if entries.is_empty() {
        return;
    }
    for entry in entries {
        let text = sheet.language.text(entry.word(look));
        let width = MARK + Face::Plain.width(text);
        if x > EDGE && x + width > sheet.width() - EDGE {
            x = EDGE;
            sheet.go_on(LINE);
        }
        entry.mark(sheet, (x, sheet.y() + LINE / 2.0));
        // Where it has the line for itself it may take more than one.
        let room = sheet.width() - EDGE - x - MARK;
        sheet.column((x + MARK, room), Face::Plain, text);
        sheet.go_on(-LINE);
        x += width + BETWEEN;
    }
    sheet.go_on(LINE + 4.0);
}

fn entries(chart: &Chart) -> Vec<Entry> {
    let is_there = |rater: &Rater| chart.raters().any(|one| one == *rater);
    let mut entries: Vec<Entry> = RATERS
        .into_iter()
        .filter(is_there)
        .map(Entry::Rater)
        .collect();
    let all = std::iter::once(&chart.total).chain(chart.areas.iter().map(|(_, series)| series));
    let lines: Vec<_> = all.flat_map(|series| &series.lines).collect();
    if !lines.is_empty() {
        entries.push(Entry::Line);
    }
    if lines
        .iter()
        .any(|line| line.ends.iter().all(|end| end.ci95.is_some()))
    {
        entries.push(Entry::Band);
    }
    if !chart.open.is_empty() {
        entries.push(Entry::Open);
    }
    entries
}

impl Entry {
    const fn word(&self, look: Look) -> &'static str {
        match self {
            Self::Rater(rater) => words::by(*rater),
            Self::Line => "picture-line",
            Self::Band if look.numbers => "picture-band",
            Self::Band => "picture-band-plain",
            Self::Open => "picture-open",
        }
    }

    fn mark(&self, sheet: &mut Sheet, (x, y): (f64, f64)) {
        let middle = (x + 8.0, y);
        match self {
            Self::Rater(rater) => dots::sample(sheet, *rater, middle, RADIUS),
            Self::Line => sheet.line("key trend", (x, y), (x + 16.0, y)),
            Self::Band => sheet.rect("key band", (x, y - 6.0), (16.0, 12.0)),
            Self::Open => sheet.path("key open", &cross(middle)),
        }
    }
}
