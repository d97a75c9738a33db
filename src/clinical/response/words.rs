//! A difference between two slopes, in words: what it is, and all that it does not show.

use super::{Comparison, Difference};
use crate::clinical::{Missing, Slope};

/// Said with every difference, whatever it is.
pub const SAYS_NO_CAUSE: &str = "A difference in time shows no cause: this cannot show that the \
     treatment did anything, or that it did not.";

const REGRESSION: &str = "People often begin something new after an unusually bad stretch. What \
     follows is then usually closer to their own average, with a treatment or without one \
     (regression to the mean).";

/// From independent noise of 1.45 points: ± 1.0 over 12 weeks of weekly entries, ± 0.3 over 26.
/// The people without decline: Bedlack et al. 2016, PMC4793781.
const SCATTER: &str = "Slopes of short stretches scatter widely by chance alone: over 12 weeks by \
     about 1 point a month up or down, over half a year by about 0.3. In trials 25 of 100 people did \
     not decline over half a year, and 16 of 100 over a year.";

const RESPONDENTS: &str = "Not every week was answered in the same way. Some of the difference may come \
     from who answered.";

/// What is known about a before and after that is to be put into words.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponseFacts {
    /// The total before and after.
    pub total: Comparison,
    /// Whether every week on both sides was answered by the same kind of respondent.
    pub same_respondents: bool,
    /// How many other treatments were used in the same time.
    pub others: usize,
}

/// Puts it into sentences; that a difference shows no cause is always among them.
#[must_use]
pub fn sentences(facts: &ResponseFacts) -> Vec<String> {
    let total = facts.total.clone().rounded(1);
    let mut said = match (
        total.difference,
        total.before.points_per_month,
        total.after.points_per_month,
    ) {
        (Some(difference), Some(before), Some(after)) => {
            vec![slopes(before, after), apart(&difference)]
        }
        _ => lacking(&total),
    };
    said.push(SAYS_NO_CAUSE.to_owned());
    said.push(REGRESSION.to_owned());
    said.push(SCATTER.to_owned());
    if !facts.same_respondents {
        said.push(RESPONDENTS.to_owned());
    }
    said.extend(others(facts.others));
    said
}

fn slopes(before: f64, after: f64) -> String {
    format!(
        "Before, the total {}; after, it {}.",
        movement(before),
        movement(after)
    )
}

fn movement(rate: f64) -> String {
    let verb = if rate < 0.0 { "fell" } else { "rose" };
    if rate == 0.0 {
        String::from("stayed about the same")
    } else {
        format!("{verb} by about {:.1} points a month", rate.abs())
    }
}

fn apart(difference: &Difference) -> String {
    let size = difference.points_per_month;
    match difference.ci95 {
        Some([low, high]) if low <= 0.0 && high >= 0.0 => format!(
            "The difference is {size:+.1} points a month; it could be anything from {low:+.1} to \
             {high:+.1}, so there may be none."
        ),
        Some([low, high]) => format!(
            "The difference is {size:+.1} points a month, likely between {low:+.1} and {high:+.1}."
        ),
        None => format!(
            "The difference is {size:+.1} points a month; how certain that is cannot be said from \
             these weeks."
        ),
    }
}

fn lacking(total: &Comparison) -> Vec<String> {
    let side = |name: &str, slope: &Slope| {
        slope
            .missing
            .map(|missing| format!("{name} there is too little to compare: {}.", takes(missing)))
    };
    [
        side("Before the treatment", &total.before),
        side("After its beginning", &total.after),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn takes(missing: Missing) -> String {
    let weeks = missing.entries.map(|entries| match entries {
        1 => String::from("1 more week with all twelve answers"),
        _ => format!("{entries} more weeks with all twelve answers"),
    });
    let days = missing.days.map(|days| match days {
        1 => String::from("1 more day between the first week and the last"),
        _ => format!("{days} more days between the first week and the last"),
    });
    let parts: Vec<String> = weeks.into_iter().chain(days).collect();
    format!("it takes {}", parts.join(" and "))
}

fn others(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some(String::from(
            "Another treatment was used in the same time, and may be part of any difference.",
        )),
        _ => Some(format!(
            "{count} other treatments were used in the same time, and may be part of any difference."
        )),
    }
}
