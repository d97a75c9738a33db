//! What was recorded, what was not, and what a slope would still take.

use chrono::NaiveDate;

use super::plain::{beginning, counted, listed, question, was};
use super::raters::possessor;
use super::{ScoreArea, Side, Voice};
use crate::clinical::{Item, Rater};

pub(super) fn last_rating(day: NaiveDate, rater: Rater, days_ago: i64, voice: Voice<'_>) -> String {
    let ago = counted(usize::try_from(days_ago).unwrap_or_default(), "day");
    format!(
        "The last rating was on {}, {ago} ago{}.",
        voice.day(day),
        possessor(rater, voice.reader)
    )
}

pub(super) fn nothing(first: NaiveDate, last: NaiveDate, voice: Voice<'_>) -> String {
    format!("Nothing was recorded {}.", voice.between(first, last))
}

pub(super) fn always_skipped(
    items: &[Item],
    (first, last): (NaiveDate, NaiveDate),
    ratings: usize,
    voice: Voice<'_>,
) -> String {
    let names: Vec<&str> = items.iter().copied().map(question).collect();
    let which = match items.len() {
        1 => String::from("one question was"),
        more => format!("{more} questions were"),
    };
    format!(
        "{} ({}) there is no total, because {which} left open every time: {}.",
        beginning(&voice.between(first, last)),
        counted(ratings, "rating"),
        listed(&names)
    )
}

pub(super) fn no_total(
    (first, last): (NaiveDate, NaiveDate),
    ratings: usize,
    voice: Voice<'_>,
) -> String {
    let days = voice.between(first, last);
    match ratings {
        1 => format!("The rating {days} leaves a question open, so it has no total (1 rating)."),
        _ => format!(
            "{} ({ratings} ratings) there is no total, because each leaves a question or more open.",
            beginning(&days)
        ),
    }
}

pub(super) fn takes(
    (score, side): (Option<ScoreArea>, Option<Side>),
    more: usize,
    not_before: Option<NaiveDate>,
    voice: Voice<'_>,
) -> String {
    let ratings = counted(more, "more rating");
    let (of_total, with) = complete(score);
    let on = not_before.map_or_else(String::new, |day| {
        let one = if more == 1 { "" } else { ", one of them" };
        format!("{one} on {} or later", voice.day(day))
    });
    let what = side.map_or("trend", |_| "comparison");
    format!("A {what}{of_total} takes {ratings}{with}{on}.")
}

pub(super) fn takes_in_all(score: Option<ScoreArea>, ratings: usize, weeks: u32) -> String {
    let (of_total, with) = complete(score);
    format!("A trend{of_total} takes {ratings} ratings{with} over {weeks} weeks or more.")
}

/// A total needs all twelve answers.
fn complete(score: Option<ScoreArea>) -> (&'static str, &'static str) {
    if score == Some(ScoreArea::Total) {
        (" of the total", " with all twelve answers")
    } else {
        ("", "")
    }
}

/// One week more than the ratings must span, so that the first and the last lie in it.
pub(super) fn look_longer(weeks: u32) -> String {
    format!("A trend takes ratings over 12 weeks: to see one, look at {weeks} weeks or more.")
}

pub(super) fn recorded(
    first: NaiveDate,
    (weeks, recorded, row): (u32, u32, u32),
    voice: Voice<'_>,
) -> String {
    let since = voice.day(first);
    if recorded >= weeks {
        return match weeks {
            1 => format!("The one week since {since} was recorded."),
            2 => format!("Both weeks since {since} were recorded."),
            _ => format!("All {weeks} weeks since {since} were recorded."),
        };
    }
    if recorded == 0 {
        return match weeks {
            1 => format!("The one week since {since} was not recorded."),
            _ => format!("None of the {weeks} weeks since {since} was recorded."),
        };
    }
    let row = match row {
        0 | 1 => String::new(),
        row => format!(", the last {row} in a row"),
    };
    let were = was(usize::try_from(recorded).unwrap_or(usize::MAX));
    format!("Of the {weeks} weeks since {since}, {recorded} {were} recorded{row}.")
}

pub(super) fn too_few_to_compare(
    side: Side,
    ratings: usize,
    days: Option<(NaiveDate, NaiveDate)>,
    voice: Voice<'_>,
) -> String {
    let Some((first, last)) = days else {
        return String::from("It ended before there were days after it to look at.");
    };
    let days = beginning(&voice.between(first, last));
    let side = side.aside();
    match ratings {
        0 => format!("{days}{side} no rating has a total."),
        1 => format!("{days}{side} 1 rating has a total: too few to compare."),
        _ => format!("{days}{side} {ratings} ratings have a total: too few to compare."),
    }
}

pub(super) fn incomplete(ratings: usize) -> String {
    match ratings {
        1 => String::from("1 rating leaves a question or more open and has no total."),
        _ => format!("{ratings} ratings leave a question or more open and have no total."),
    }
}

pub(super) fn left_out(ratings: usize) -> String {
    match ratings {
        1 => String::from(
            "1 rating is the only one of its kind (by who answered, and the form), and is not \
             compared with the others.",
        ),
        _ => format!(
            "{ratings} ratings are each the only one of their kind (by who answered, and the form), \
             and are not compared with the others."
        ),
    }
}
