//! A score over the weeks: its ratings, and the line with its band where there is one.
//!
//! The ratings are not joined: from one week to the next they differ by chance, and the line says what they add up
//! to. It ends where there are no ratings for long, and begins again after them.

use chrono::{Datelike, NaiveDate};

use super::chart::{Dot, Series};
use super::dots;
use super::panel::Panel;
use super::sheet::{Sheet, number, point};
use super::time::Time;
use crate::clinical::GroupLine;

/// A mark of a rating, and where weeks lie close together.
const RADIUS: (f64, f64) = (4.5, 2.5);

/// Half the width of a cross.
const ARM: f64 = 3.5;

/// Below the axis, for ratings without a total.
const OPEN_LANE: f64 = 14.0;

/// Draws a score. After so many days of silence the line ends.
pub(super) fn draw(sheet: &mut Sheet, panel: &Panel<'_>, series: &Series, silence: i64) {
    let stretches = |line: &GroupLine| {
        let of_group = series.dots.iter().filter(|dot| dot.group == line.group);
        let days: Vec<NaiveDate> = of_group.map(|dot| dot.day).collect();
        stretches(&days, silence)
    };
    for line in &series.lines {
        let d: String = stretches(line)
            .into_iter()
            .filter_map(|days| band(panel, line, days))
            .collect();
        sheet.path("band", &d);
    }
    for line in &series.lines {
        let straight = Straight::through(line, line.ends.map(|end| end.value));
        let on = |day| point((panel.time.x(day), panel.y(straight.on(day))));
        let drawn = |(from, to)| ["M".to_owned(), on(from), "L".to_owned(), on(to)].concat();
        let d: String = stretches(line).into_iter().map(drawn).collect();
        let class = dots::class(line.group.rater);
        sheet.path(&format!("trend {class}"), &d);
    }
    let radius = radius(panel.time);
    let place = |dot: &Dot| (panel.time.x(dot.day), panel.y(dot.value.into()));
    dots::draw(sheet, &series.dots, radius, place);
    dots::draw(sheet, &series.clinic, radius.max(3.5), place);
}

/// Marks that do not hide each other, as far as they need not.
fn radius(time: &Time) -> f64 {
    let (most, least) = RADIUS;
    (time.day() * 7.0 / 2.0).clamp(least, most)
}

/// From the first day to the last of each stretch without a silence. A day alone makes no stretch.
fn stretches(days: &[NaiveDate], silence: i64) -> Vec<(NaiveDate, NaiveDate)> {
    let goes_on = |day: &NaiveDate, next: &NaiveDate| (*next - *day).num_days() <= silence;
    let stretch = |days: &[NaiveDate]| Some((*days.first()?, *days.last()?));
    days.chunk_by(goes_on)
        .filter_map(stretch)
        .filter(|(from, to)| from < to)
        .collect()
}

/// What the fit says of a day, by what it says of two.
struct Straight {
    first: (f64, f64),
    last: (f64, f64),
}

impl Straight {
    /// Through these values on the days of the ends of `line`.
    fn through(line: &GroupLine, [first, last]: [f64; 2]) -> Self {
        let [from, to] = line.ends.map(|end| day_number(end.day));
        Self {
            first: (from, first),
            last: (to, last),
        }
    }

    fn on(&self, day: NaiveDate) -> f64 {
        let ((from, low), (to, high)) = (self.first, self.last);
        if to <= from {
            return low;
        }
        let part = ((day_number(day) - from) / (to - from)).clamp(0.0, 1.0);
        low + part * (high - low)
    }
}

/// The interval is narrower between the ends of a line than straight edges make it: they claim too little,
/// never too much.
fn band(panel: &Panel<'_>, line: &GroupLine, (from, to): (NaiveDate, NaiveDate)) -> Option<String> {
    let [first, last] = line.ends.map(|end| end.ci95);
    let [[first_low, first_high], [last_low, last_high]] = [first?, last?];
    let low = Straight::through(line, [first_low, last_low]);
    let high = Straight::through(line, [first_high, last_high]);
    let at = |edge: &Straight, day| point((panel.time.x(day), panel.y(edge.on(day))));
    Some(format!(
        "M{}L{}L{}L{}z",
        at(&low, from),
        at(&high, from),
        at(&high, to),
        at(&low, to)
    ))
}

/// Marks the days of ratings without a total, below the axis.
pub(super) fn left_open(sheet: &mut Sheet, time: &Time, days: &[NaiveDate]) {
    if days.is_empty() {
        return;
    }
    let y = sheet.y() + OPEN_LANE / 2.0 + 1.0;
    let d: String = days.iter().map(|day| cross((time.x(*day), y))).collect();
    sheet.path("open", &d);
    sheet.go_on(OPEN_LANE);
}

/// The mark of a rating without a total.
pub(super) fn cross((x, y): (f64, f64)) -> String {
    let (arm, back) = (number(2.0 * ARM), number(-2.0 * ARM));
    let (start, below) = (point((x - ARM, y - ARM)), point((x - ARM, y + ARM)));
    format!("M{start}l{arm} {arm}M{below}l{arm} {back}")
}

fn day_number(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce())
}
