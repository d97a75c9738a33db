//! The four areas side by side, all on one scale and one time.

use super::chart::Chart;
use super::look::Look;
use super::panel::{Panel, Scale};
use super::sheet::{EDGE, Sheet};
use super::text::Face;
use super::time::Time;
use super::words;
use super::{APART, LEFT, RIGHT, curve};

/// The height of an area.
const HEIGHT: f64 = 96.0;

/// How many stand beside each other, from which width on.
const COLUMNS: [(f64, usize); 3] = [(1200.0, 4), (620.0, 2), (0.0, 1)];

/// Draws the areas.
pub(super) fn draw(sheet: &mut Sheet, chart: &Chart, look: Look) {
    let heading = if look.numbers {
        "picture-areas"
    } else {
        "picture-areas-plain"
    };
    sheet.go_on(APART);
    sheet.heading(heading);
    let has_room = |(width, _): &&(f64, usize)| sheet.width() >= *width;
    let columns = COLUMNS
        .iter()
        .find(has_room)
        .map_or(1, |(_, columns)| *columns);
    let count = f64::from(u8::try_from(columns).unwrap_or(1));
    let width = sheet.width() / count - RIGHT;
    for row in chart.areas.chunks(columns) {
        sheet.go_on(6.0);
        let top = sheet.y();
        let mut left = 0.0;
        let mut bottom = top;
        for (domain, series) in row {
            sheet.go_to(top);
            let room = (left + EDGE, width - EDGE);
            sheet.column(room, Face::Bold, words::area(sheet.language, *domain));
            sheet.go_on(4.0);
            let time = Time::new(chart.from, chart.to, (left + LEFT, left + width));
            let panel = Panel {
                time: &time,
                top: sheet.y(),
                bottom: sheet.y() + HEIGHT,
                scale: Scale::area(look.numbers),
            };
            panel.ground(sheet);
            curve::draw(sheet, &panel, series, chart.silence());
            sheet.go_to(panel.bottom);
            time.labels(sheet);
            bottom = bottom.max(sheet.y());
            left += width + RIGHT;
        }
        sheet.go_to(bottom);
    }
}
