//! Sentences about how the weeks were recorded.

use alsfrs_diary::clinical::{SummaryFacts, summary};
use rstest::rstest;

use super::{facts, slope};

#[rstest]
#[case::all(26, 26, 26, "All 26 weeks were recorded.")]
#[case::in_a_row(26, 23, 5, "23 of 26 weeks were recorded, the last 5 in a row.")]
#[case::last_one_missing(26, 23, 0, "23 of 26 weeks were recorded.")]
#[case::one(26, 1, 1, "1 of 26 weeks was recorded.")]
fn gaps_are_counted(
    #[case] expected: u32,
    #[case] recorded: u32,
    #[case] streak: u32,
    #[case] said: &str,
) {
    let facts = SummaryFacts {
        expected,
        recorded,
        streak,
        ..facts(38, 34, slope(-0.92, None))
    };

    assert!(
        summary(&facts).contains(&String::from(said)),
        "{:?}",
        summary(&facts)
    );
}

#[rstest]
#[case::none(0, 23, None)]
#[case::some(
    3,
    23,
    Some("3 of 23 weeks were written by a caregiver, who may see things differently.")
)]
#[case::one(
    1,
    23,
    Some("1 of 23 weeks was written by a caregiver, who may see things differently.")
)]
#[case::all(
    23,
    23,
    Some("All 23 recorded weeks were written by a caregiver, who may see things differently.")
)]
#[case::the_only_one(
    1,
    1,
    Some("The recorded week was written by a caregiver, who may see things differently.")
)]
fn weeks_written_by_a_caregiver_are_told(
    #[case] by_caregiver: u32,
    #[case] recorded: u32,
    #[case] said: Option<&str>,
) {
    let facts = SummaryFacts {
        by_caregiver,
        recorded,
        ..facts(38, 34, slope(-0.92, None))
    };

    let told = summary(&facts)
        .into_iter()
        .find(|sentence| sentence.contains("caregiver"));

    assert_eq!(told.as_deref(), said);
}

#[rstest]
#[case(26, None)]
#[case(
    27,
    Some("1 week lacks one answer or more and is left out of the total.")
)]
#[case(
    29,
    Some("3 weeks lack one answer or more and are left out of the total.")
)]
fn weeks_with_gaps_are_told(#[case] recorded: u32, #[case] said: Option<&str>) {
    let facts = SummaryFacts {
        recorded,
        expected: 30,
        ..facts(38, 34, slope(-0.92, None))
    };

    let told = summary(&facts)
        .into_iter()
        .find(|sentence| sentence.contains("left out"));

    assert_eq!(told.as_deref(), said);
}
