//! What holds for every diary.

use alsfrs_diary::clinical::{Assessment, Item, flags};
use proptest::prelude::*;

use super::codes;
use crate::people::{FULL, any_history, complete, entry, replaced, weighed};

proptest! {
    #[test]
    fn every_flag_is_about_the_latest_entry(history in any_history()) {
        for flag in flags(&history) {
            let latest = history.last().unwrap();
            prop_assert_eq!(flag.week, latest.week);
            prop_assert!(!flag.because.changes.is_empty());
            for change in flag.because.changes {
                prop_assert_eq!(change.week, latest.week);
                prop_assert!(change.from_week.is_none_or(|week| week <= latest.week));
            }
        }
    }

    #[test]
    fn the_same_diary_has_the_same_flags(history in any_history()) {
        prop_assert_eq!(flags(&history), flags(&history.clone()));
    }

    #[test]
    fn a_later_entry_at_full_scores_lays_every_flag_to_rest(history in any_history()) {
        let mut recovered = history;
        recovered.push(entry(1000, complete(FULL)));

        prop_assert_eq!(codes(&recovered), [""; 0]);
    }

    #[test]
    fn a_missing_answer_raises_nothing(history in any_history(), which in 0_usize..12) {
        let Some((latest, earlier)) = history.split_last() else { return Ok(()) };
        let item = *Item::ALL.get(which).unwrap();
        prop_assume!(latest.answers.scores().iter().flatten().count() > 1);
        let mut with_gap = earlier.to_vec();
        with_gap.push(Assessment { answers: replaced(&latest.answers, item, None), ..*latest });

        for flag in flags(&with_gap) {
            prop_assert!(codes(&history).contains(&flag.code), "{}", flag.code);
            prop_assert!(flag.because.changes.iter().all(|change| change.what != item.key()));
        }
    }

    #[test]
    fn unchanged_full_scores_have_none(weeks in 0_u64..60) {
        let history: Vec<Assessment> =
            (0..weeks).map(|week| weighed(week * 7, complete(FULL), 70.0)).collect();

        prop_assert!(flags(&history).is_empty());
    }

    #[test]
    fn the_words_inform_and_never_diagnose(history in any_history()) {
        for flag in flags(&history) {
            let text = flag.text.to_lowercase();
            prop_assert!(text.contains("team"));
            for word in ["progress", "decline", "worse", "failure", "stage", "diagnos", "survival", "predict"] {
                prop_assert!(!text.contains(word), "{}", text);
            }
        }
    }
}
