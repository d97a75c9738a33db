//! Days, numbers and names as they are written in a sentence.

use chrono::{Datelike, NaiveDate};

use super::{ScoreArea, Voice};
use crate::clinical::Item;
use crate::clinical::slope::round;

impl ScoreArea {
    /// The highest score there is.
    pub(in crate::clinical) const fn of(self) -> u8 {
        match self {
            Self::Total => 48,
            Self::Area(_) => 12,
        }
    }

    /// In the middle of a sentence.
    pub(super) fn name(self) -> String {
        match self {
            Self::Total => String::from("the total"),
            Self::Area(domain) => format!("the score for {}", domain.everyday_name()),
        }
    }
}

impl Voice<'_> {
    /// A day, with its year where that is not this year.
    pub(super) fn day(self, day: NaiveDate) -> String {
        if day.year() == self.today.year() {
            day.format("%-d %B").to_string()
        } else {
            day.format("%-d %B %Y").to_string()
        }
    }

    /// From one day to another, with the years where they need them.
    pub(super) fn between(self, first: NaiveDate, last: NaiveDate) -> String {
        if first == last {
            return format!("on {}", self.day(first));
        }
        if first.year() == last.year() {
            return format!("between {} and {}", first.format("%-d %B"), self.day(last));
        }
        let [first, last] = [first, last].map(|day| day.format("%-d %B %Y"));
        format!("between {first} and {last}")
    }
}

/// With a capital letter.
pub(super) fn beginning(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// `1 rating`, `2 ratings`.
pub(super) fn counted(count: usize, one: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {one}s"),
    }
}

/// `was`, `were`.
pub(super) const fn was(count: usize) -> &'static str {
    if count == 1 { "was" } else { "were" }
}

/// Rounded to a tenth.
pub(super) fn tenth(number: f64) -> f64 {
    round(number, 1)
}

/// With how many decimals a pace is told: over a year a tenth of a point a month is more than a point.
pub(super) fn pace_decimals(first: NaiveDate, last: NaiveDate) -> i32 {
    if (last - first).num_days() <= 366 {
        1
    } else {
        2
    }
}

/// `0.4 points`, `1 point`, of a size.
#[expect(clippy::float_cmp, reason = "it was rounded before")]
pub(super) fn points(size: f64) -> String {
    let size = size.abs();
    if size == 1.0 {
        String::from("1 point")
    } else {
        format!("{size} points")
    }
}

/// With its sign.
pub(super) fn signed(number: f64) -> String {
    if number == 0.0 {
        String::from("0")
    } else {
        format!("{number:+}")
    }
}

/// `this, that and the other`.
pub(super) fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// What a family calls a question, fit for the middle of a sentence.
pub(super) const fn question(item: Item) -> &'static str {
    match item {
        Item::Speech => "speaking",
        Item::Salivation => "saliva",
        Item::Swallowing => "swallowing",
        Item::Handwriting => "writing by hand",
        Item::Cutting => "cutting food",
        Item::Dressing => "dressing and washing",
        Item::Turning => "turning in bed",
        Item::Walking => "walking",
        Item::Stairs => "climbing stairs",
        Item::Dyspnea => "shortness of breath",
        Item::Orthopnea => "breathing when lying down",
        Item::RespiratoryInsufficiency => "breathing support",
    }
}
