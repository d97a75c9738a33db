//! Sentences about how the weeks were recorded.

use super::SummaryFacts;

pub(super) fn recorded(facts: &SummaryFacts) -> Option<String> {
    let SummaryFacts {
        expected, recorded, ..
    } = *facts;
    if expected == 0 {
        return None;
    }
    if recorded >= expected {
        return Some(match expected {
            1 => String::from("The one week so far was recorded."),
            _ => format!("All {expected} weeks were recorded."),
        });
    }
    let row = match facts.streak {
        0 | 1 => String::new(),
        streak => format!(", the last {streak} in a row"),
    };
    let were = was_or_were(recorded);
    Some(format!(
        "{recorded} of {expected} weeks {were} recorded{row}."
    ))
}

pub(super) fn incomplete(facts: &SummaryFacts) -> Option<String> {
    let complete = u32::try_from(facts.slope.n).unwrap_or(u32::MAX);
    let incomplete = facts.recorded.saturating_sub(complete);
    if incomplete == 0 || complete == 0 {
        return None;
    }
    Some(match incomplete {
        1 => String::from("1 week lacks one answer or more and is left out of the total."),
        _ => format!("{incomplete} weeks lack one answer or more and are left out of the total."),
    })
}

pub(super) fn by_caregiver(facts: &SummaryFacts) -> Option<String> {
    let SummaryFacts {
        by_caregiver,
        recorded,
        ..
    } = *facts;
    if by_caregiver == 0 {
        return None;
    }
    let weeks = if by_caregiver >= recorded {
        match recorded {
            1 => String::from("The recorded week was"),
            _ => format!("All {recorded} recorded weeks were"),
        }
    } else {
        let were = was_or_were(by_caregiver);
        format!("{by_caregiver} of {recorded} weeks {were}")
    };
    Some(format!(
        "{weeks} written by a caregiver, who may see things differently."
    ))
}

const fn was_or_were(weeks: u32) -> &'static str {
    if weeks == 1 { "was" } else { "were" }
}
