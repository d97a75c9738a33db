//! The ground that a curve is drawn on.

use super::chart::Chart;
use super::sheet::{Anchor, Sheet};
use super::text::Face;
use super::time::Time;

/// A number beside the axis keeps so far from it.
const BESIDE: f64 = 8.0;

/// Between the best score and the upper end of the ground.
const INSET: f64 = 6.0;

/// Left and right of words on the ground.
const PAD: f64 = 4.0;

/// The axis of a score.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    most: f64,
    steps: &'static [u8],
    is_named: bool,
}

impl Scale {
    pub(super) const fn total(is_named: bool) -> Self {
        Self {
            most: 48.0,
            steps: &[0, 12, 24, 36, 48],
            is_named,
        }
    }

    pub(super) const fn area(is_named: bool) -> Self {
        Self {
            most: 12.0,
            steps: &[0, 6, 12],
            is_named,
        }
    }
}

/// The place of a curve.
pub(super) struct Panel<'a> {
    pub(super) time: &'a Time,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) scale: Scale,
}

impl Panel<'_> {
    /// How high a score lies.
    pub(super) fn y(&self, value: f64) -> f64 {
        let height = self.bottom - self.top - 2.0 * INSET;
        self.bottom - INSET - height * value / self.scale.most
    }

    /// The axes, and lines at the numbers and days that are named.
    pub(super) fn ground(&self, sheet: &mut Sheet) {
        let (left, right) = (self.time.left, self.time.right);
        for tick in self.time.ticks() {
            sheet.line("grid", (tick.x, self.top), (tick.x, self.bottom));
        }
        for step in self.scale.steps {
            let y = self.y(f64::from(*step));
            sheet.line("grid", (left, y), (right, y));
            if self.scale.is_named {
                let place = (left - BESIDE, y + 5.0);
                sheet.text(place, Anchor::End, Face::Plain, &step.to_string());
            }
        }
        sheet.line("axis", (left, self.top), (left, self.bottom));
        sheet.line("axis", (left, self.bottom), (right, self.bottom));
    }

    /// Says something in the middle.
    pub(super) fn say(&self, sheet: &mut Sheet, text: &str) {
        let x = f64::midpoint(self.time.left, self.time.right);
        let y = f64::midpoint(self.top, self.bottom);
        write(sheet, (x, y), Face::Bold, text);
    }

    /// Says where there are no ratings, if there is room for the words.
    pub(super) fn silences(&self, sheet: &mut Sheet, chart: &Chart) {
        let text = sheet.language.text("picture-silence");
        let half = Face::Plain.width(text) / 2.0 + PAD;
        for (after, before) in chart.silences() {
            let (from, to) = (self.time.x(after), self.time.x(before));
            let middle = f64::midpoint(from, to);
            if to - from >= 2.0 * (half + PAD) {
                write(sheet, (middle, self.bottom - 10.0), Face::Plain, text);
            }
        }
    }
}

/// Writes on the ground, so that no line runs through the words.
fn write(sheet: &mut Sheet, (x, y): (f64, f64), face: Face, text: &str) {
    let width = face.width(text) + 2.0 * PAD;
    sheet.rect("paper", (x - width / 2.0, y - 14.0), (width, 18.0));
    sheet.text((x, y), Anchor::Middle, face, text);
}
