//! The sentence about which area changed most.

use alsfrs_diary::clinical::{Domain, DomainChange, SummaryFacts, summary};

use super::{facts, slope, too_little};

fn with_areas(changes: [(u8, u8); 4]) -> Option<String> {
    let domains = Domain::ALL
        .into_iter()
        .zip(changes)
        .map(|(domain, (first, last))| DomainChange {
            domain,
            first,
            last,
        })
        .collect();
    let facts = SummaryFacts {
        domains,
        ..facts(38, 34, slope(-0.92, Some([-1.1, -0.7])))
    };
    summary(&facts)
        .into_iter()
        .find(|sentence| sentence.contains("area"))
}

#[test]
fn the_area_that_changed_most_is_named_from_2_points_on() {
    assert_eq!(
        with_areas([(12, 11), (9, 7), (8, 8), (12, 12)]).unwrap(),
        "The area that changed most is writing, cutting food and dressing (from 9 to 7 of 12)."
    );
    assert_eq!(
        with_areas([(10, 12), (9, 9), (8, 6), (12, 11)]).unwrap(),
        "The areas that changed most are speaking, saliva and swallowing (from 10 to 12 of 12); \
         turning in bed, walking and stairs (from 8 to 6 of 12)."
    );
    assert_eq!(
        with_areas([(12, 11), (9, 8), (8, 9), (12, 12)]).unwrap(),
        "No single area changed by more than 1 point."
    );
}

#[test]
fn no_area_is_named_before_there_is_enough() {
    let facts = SummaryFacts {
        domains: vec![DomainChange {
            domain: Domain::Bulbar,
            first: 12,
            last: 4,
        }],
        ..facts(38, 30, too_little(2, Some(1), None))
    };

    assert!(!summary(&facts).join(" ").contains("area"));
}
