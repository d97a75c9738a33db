//! The picture of a trend: one SVG document that stands alone.
//!
//! Drawn of a [`Chart`] alone, in CSS pixels; the text keeps its size however narrow the picture is. Decision 0180
//! says why it is drawn here.

mod areas;
mod chart;
mod curve;
mod dots;
mod key;
mod letters;
mod look;
mod of_trend;
mod panel;
mod sheet;
mod stages;
mod style;
mod text;
mod time;
mod told;
mod words;

pub use chart::{Chart, Dot, Mark, Method, Series, Stage, Staging};
pub use look::{Look, Theme};

pub use super::markers::MarkerKind;

pub(super) use style::policy;

use panel::{Panel, Scale};
use sheet::Sheet;
use time::Time;

/// Left of a curve, for the numbers of its axis.
const LEFT: f64 = 40.0;

/// Right of a curve.
const RIGHT: f64 = 14.0;

/// Between two parts.
const APART: f64 = 22.0;

/// Draws `chart` as it shall look.
pub fn draw(chart: &Chart, look: Look) -> String {
    let mut sheet = Sheet::new(look.width.into(), look.language);
    total(&mut sheet, chart, look);
    if !chart.is_empty() {
        areas::draw(&mut sheet, chart, look);
    }
    sheet.finish(
        &told::title(chart, look.language),
        &told::told(chart, look),
        style::of(look.theme),
    )
}

/// The total: what the marks mean, the curve, stages on the same time, and what happened.
fn total(sheet: &mut Sheet, chart: &Chart, look: Look) {
    let heading = if look.numbers {
        "picture-total"
    } else {
        "picture-total-plain"
    };
    sheet.go_on(12.0);
    sheet.heading(heading);
    key::draw(sheet, chart, look);
    let (left, right) = (LEFT, sheet.width() - RIGHT);
    let time = Time::new(chart.from, chart.to, (left, right));
    let badges = letters::badges(&chart.marks, &time);
    let lane = sheet.y();
    if !badges.is_empty() {
        sheet.go_on(letters::LANE);
    }
    sheet.go_on(8.0);
    let panel = Panel {
        time: &time,
        top: sheet.y(),
        bottom: sheet.y() + total_height(sheet.width()),
        scale: Scale::total(look.numbers),
    };
    panel.ground(sheet);
    letters::lines(sheet, chart, &panel);
    curve::draw(sheet, &panel, &chart.total, chart.silence());
    letters::draw(sheet, &badges, lane, panel.top);
    if chart.is_empty() {
        panel.say(sheet, look.language.text(nothing(chart)));
    } else {
        panel.silences(sheet, chart);
    }
    sheet.go_to(panel.bottom);
    curve::left_open(sheet, &time, &chart.open);
    time.labels(sheet);
    if look.numbers && !chart.is_empty() {
        stages::draw(sheet, chart, &time);
    }
    letters::list(sheet, chart);
}

fn total_height(width: f64) -> f64 {
    (width * 0.34).clamp(190.0, 320.0)
}

const fn nothing(chart: &Chart) -> &'static str {
    if chart.has_more {
        "picture-nothing-here"
    } else {
        "picture-nothing-yet"
    }
}
