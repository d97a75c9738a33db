//! The sentence about which area changed most.

use super::SummaryFacts;
use crate::clinical::DomainChange;

/// One point up or down is within the noise of a single week.
const NOTABLE_CHANGE: u8 = 2;

/// Names the areas that changed most, once there is enough for a trend.
pub(super) fn sentence(facts: &SummaryFacts) -> Option<String> {
    if !facts.slope.enough || facts.domains.is_empty() {
        return None;
    }
    let size = |area: &DomainChange| area.first.abs_diff(area.last);
    let largest = facts.domains.iter().map(size).max()?;
    if largest < NOTABLE_CHANGE {
        return Some(String::from("No single area changed by more than 1 point."));
    }
    let most: Vec<&DomainChange> = facts
        .domains
        .iter()
        .filter(|area| size(area) == largest)
        .collect();
    Some(match most.as_slice() {
        [area] => format!("The area that changed most is {}.", described(**area)),
        areas => {
            let each: Vec<String> = areas.iter().map(|area| described(**area)).collect();
            format!("The areas that changed most are {}.", each.join("; "))
        }
    })
}

fn described(area: DomainChange) -> String {
    let name = area.domain.everyday_name();
    format!("{name} (from {} to {} of 12)", area.first, area.last)
}
