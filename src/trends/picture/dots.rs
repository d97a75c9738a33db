//! Ratings as marks: each kind of rater has a shape of its own.

use super::chart::Dot;
use super::sheet::{Sheet, number, point};
use crate::clinical::Rater;

/// In the order in which they are drawn and named.
pub(super) const RATERS: [Rater; 5] = [
    Rater::Oneself,
    Rater::Helped,
    Rater::Proxy,
    Rater::ClinicInPerson,
    Rater::ClinicByPhone,
];

/// The class of what a rater's marks look like.
pub(super) const fn class(rater: Rater) -> &'static str {
    match rater {
        Rater::Oneself => "self",
        Rater::Helped => "helped",
        Rater::Proxy => "proxy",
        Rater::ClinicInPerson => "clinic",
        Rater::ClinicByPhone => "clinic phone",
    }
}

/// Draws marks of this radius, one path for each kind of rater.
pub(super) fn draw(
    sheet: &mut Sheet,
    dots: &[Dot],
    radius: f64,
    place: impl Fn(&Dot) -> (f64, f64),
) {
    for rater in RATERS {
        let of_rater = dots.iter().filter(|dot| dot.group.rater == rater);
        let d: String = of_rater
            .map(|dot| shape(rater, place(dot), radius))
            .collect();
        one(sheet, rater, "dot", radius, &d);
    }
}

/// Draws the mark of a rater by itself.
pub(super) fn sample(sheet: &mut Sheet, rater: Rater, at: (f64, f64), radius: f64) {
    one(sheet, rater, "key dot", radius, &shape(rater, at, radius));
}

fn one(sheet: &mut Sheet, rater: Rater, what: &str, radius: f64, d: &str) {
    let class = format!("{what} {}", class(rater));
    // A line without length is a round or a square dot of the width of its stroke.
    match rater {
        Rater::Oneself => sheet.stroked(&class, 2.0 * radius, d),
        Rater::Helped => sheet.stroked(&class, 1.8 * radius, d),
        Rater::Proxy | Rater::ClinicInPerson | Rater::ClinicByPhone => {
            sheet.path(&class, d);
        }
    }
}

fn shape(rater: Rater, (x, y): (f64, f64), radius: f64) -> String {
    match rater {
        Rater::Oneself | Rater::Helped => format!("M{}h0", point((x, y))),
        Rater::Proxy => {
            let side = number(2.4 * radius);
            let (half, height) = (number(-1.2 * radius), number(-2.2 * radius));
            let corner = point((x - 1.2 * radius, y + 1.1 * radius));
            format!("M{corner}h{side}l{half} {height}z")
        }
        Rater::ClinicInPerson | Rater::ClinicByPhone => {
            let (to, back) = (number(1.4 * radius), number(-1.4 * radius));
            let top = point((x, y - 1.4 * radius));
            format!("M{top}l{to} {to} {back} {to} {back} {back}z")
        }
    }
}
