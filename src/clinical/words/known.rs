//! What is known of people without a treatment, said with every before and after.

use super::{Fact, plain::counted};

/// Said with every difference, whatever it is.
pub const SAYS_NO_CAUSE: &str = "A difference in time shows no cause: this cannot show that the \
     treatment did anything, or that it did not.";

pub(super) const REGRESSION: &str = "People often begin something new after an unusually bad stretch. What \
     follows is then usually closer to their own average, with a treatment or without one \
     (regression to the mean).";

/// Van Eijk et al. 2025, 31,746 ratings of 7,030 people.
pub(super) const FASTER_AT_FIRST: &str = "In many people the loss is faster at first and slower later, \
     with a treatment \
     or without one. By nature, then, the time after tends to look better than the time before.";

pub(super) const USED_BEFORE: &str = "The same treatment was used in the time before, too: those ratings are not of a time \
                           without it.";

pub(super) const DIFFERENT_WAYS: &str = "Not every rating was made in the same way: who answered, or the \
     form, changed. Each way has a level of its own here, so that such a change is not taken for a pace.";

/// Oh et al. 2018, PMC6175096, table 3: a standard deviation of 1.33 points a month in 27 people, who all
/// took riluzole. A normal variable is farther than that from its mean in 32 of 100.
pub(in crate::clinical) const fn chance() -> Fact {
    Fact::ChangesWithoutIt {
        one_in: 3,
        per_month: 1.3,
        people: 27,
    }
}

/// Bedlack et al. 2016, PMC4793781, and Vasta et al. 2020.
pub(in crate::clinical) const fn without_decline() -> Fact {
    Fact::WithoutDecline {
        percent_in_trials: [25.0, 16.0],
        percent_in_a_register: [16.5, 7.7],
    }
}

pub(super) fn changes_without_it(one_in: u8, per_month: f64, people: u32) -> String {
    let one_in = match one_in {
        3 => String::from("one in three"),
        other => format!("one in {other}"),
    };
    format!(
        "The pace changes by itself, too: in people without it, about {one_in} changed by more than \
         {per_month} points a month, up or down (seen in {people} people)."
    )
}

pub(super) fn no_decline(
    [half, year]: [f64; 2],
    [register_half, register_year]: [f64; 2],
) -> String {
    format!(
        "Some people do not decline for a while: {half} of 100 over half a year and {year} over a year in \
         trials, {register_half} and {register_year} of 100 in a register of a whole population."
    )
}

pub(super) fn others(treatments: usize) -> String {
    match treatments {
        1 => String::from(
            "Another treatment was used in the same time, and may be part of any difference.",
        ),
        _ => format!(
            "{} were used in the same time, and may be part of any difference.",
            counted(treatments, "other treatment")
        ),
    }
}
