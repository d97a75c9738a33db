//! Sentences about the total.

use std::cmp::Ordering;

use chrono::{Days, NaiveDate};

use super::{SummaryFacts, TotalOn, plain_date, window};
use crate::clinical::Missing;

/// The shortest window that can hold 84 days: 12 weeks end after 83.
const SHORTEST_WINDOW_WEEKS: u32 = 13;

const SPAN: Days = Days::new(84);

pub(super) fn sentences(facts: &SummaryFacts) -> Vec<String> {
    let (Some(first), Some(last)) = (facts.first, facts.last) else {
        return vec![format!(
            "No week in {} has all twelve answers, so there is no total to compare yet.",
            window(facts)
        )];
    };
    match (facts.slope.points_per_month, facts.slope.missing) {
        (Some(rate), _) => vec![trend(facts, rate, first.total, last.total)],
        (None, Some(missing)) => vec![
            totals_so_far(facts, first, last),
            what_is_lacking(facts, missing, first),
        ],
        (None, None) => vec![totals_so_far(facts, first, last)],
    }
}

fn trend(facts: &SummaryFacts, rate: f64, first: u8, last: u8) -> String {
    let window = window(facts);
    let ends = if first == last {
        format!("was {first} at the start and at the end")
    } else {
        format!("{} from {first} to {last}", verb(last.cmp(&first)))
    };
    let direction = rate.total_cmp(&0.0);
    match facts.slope.ci95 {
        _ if rate == 0.0 && first == last => format!("Over {window} the total stayed at {first}."),
        Some([low, high]) if low <= 0.0 && high >= 0.0 => format!(
            "Over {window} the total {ends}. All weeks together show no clear trend: {}.",
            possible_paces(low, high)
        ),
        ci95 if direction == last.cmp(&first) => format!(
            "Over {window} the total {ends}, {} a month{}.",
            pace(rate),
            ci95.map(likely).unwrap_or_default()
        ),
        ci95 => format!(
            "Over {window} the total {ends}, but all weeks together it {} by {} a month{}.",
            verb(direction),
            pace(rate),
            ci95.map(likely).unwrap_or_default()
        ),
    }
}

fn verb(direction: Ordering) -> &'static str {
    match direction {
        Ordering::Less => "fell",
        Ordering::Equal => "stayed",
        Ordering::Greater => "rose",
    }
}

fn pace(rate: f64) -> String {
    let size = rate.abs();
    if rounds_to_nothing(size) {
        String::from("less than 0.1 points")
    } else {
        format!("about {size:.1} points")
    }
}

fn likely([low, high]: [f64; 2]) -> String {
    let slower = low.abs().min(high.abs());
    let faster = low.abs().max(high.abs());
    let (from, to) = (format!("{slower:.1}"), format!("{faster:.1}"));
    if rounds_to_nothing(faster) || from == to {
        String::new()
    } else if rounds_to_nothing(slower) {
        format!(" (likely no more than {to})")
    } else {
        format!(" (likely between {from} and {to})")
    }
}

fn possible_paces(low: f64, high: f64) -> String {
    match (rounds_to_nothing(low), rounds_to_nothing(high)) {
        (true, true) => String::from("it was about the same throughout"),
        (false, true) => format!(
            "this could be no change, or a fall of up to {:.1} points a month",
            low.abs()
        ),
        (true, false) => {
            format!("this could be no change, or a rise of up to {high:.1} points a month")
        }
        (false, false) => format!(
            "this could be no change, a fall of up to {:.1} or a rise of up to {high:.1} points a \
             month",
            low.abs()
        ),
    }
}

fn rounds_to_nothing(rate: f64) -> bool {
    rate.abs() < 0.05
}

fn totals_so_far(facts: &SummaryFacts, first: TotalOn, last: TotalOn) -> String {
    if first.day == last.day {
        format!(
            "The total was {} on {}.",
            first.total,
            plain_date(first.day)
        )
    } else if first.total == last.total {
        format!(
            "In {} the total was {} in the first and in the last full week.",
            window(facts),
            first.total
        )
    } else {
        format!(
            "In {} the total went from {} to {}.",
            window(facts),
            first.total,
            last.total
        )
    }
}

fn what_is_lacking(facts: &SummaryFacts, missing: Missing, first: TotalOn) -> String {
    if facts.weeks < SHORTEST_WINDOW_WEEKS {
        return format!("To see a trend, look at {SHORTEST_WINDOW_WEEKS} weeks or more.");
    }
    let enough_on = plain_date(first.day.checked_add_days(SPAN).unwrap_or(NaiveDate::MAX));
    let takes = match (missing.entries, missing.days) {
        (Some(entries), Some(_)) => {
            format!(
                "{}, one of them on {enough_on} or later",
                more_weeks(entries)
            )
        }
        (Some(entries), None) => more_weeks(entries),
        (None, _) => format!("a week with all twelve answers on {enough_on} or later"),
    };
    format!("That is too little for a trend: it takes {takes}.")
}

fn more_weeks(entries: usize) -> String {
    match entries {
        1 => String::from("1 more week with all twelve answers"),
        _ => format!("{entries} more weeks with all twelve answers"),
    }
}
