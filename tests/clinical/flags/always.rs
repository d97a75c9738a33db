//! What holds for every diary.

use alsfrs_diary::clinical::{Assessment, FlagFacts, Item, Rater, Reader, Voice, flags};
use alsfrs_diary::words::Language;
use chrono::Days;
use proptest::prelude::*;

use super::{by, codes, facts, knowing, known, told};
use crate::languages::{is_whole, readers};
use crate::people::{FULL, any_history, complete, entry, replaced, weighed};
use crate::summary::always::any_rater;

proptest! {
    #[test]
    fn every_flag_is_told_whole_in_every_language_to_every_reader(
        history in any_history(), rater in any_rater(), days in 0_u64..100,
    ) {
        let history = by(rater, history);
        let asked = facts(&history);
        let facts = FlagFacts { today: asked.today + Days::new(days), ..asked };
        for flag in flags(&history, &facts) {
            for (language, reader) in Language::ALL.into_iter().flat_map(|language| readers().map(|reader| (language, reader))) {
                let text = flag.text(Voice { reader, today: facts.today, language });
                is_whole(&text, language);
                prop_assert!(!text.contains("Ada") || reader != Reader::Patient, "{}", text);
            }
        }
    }

    #[test]
    fn every_flag_is_about_weeks_of_the_diary(history in any_history(), days in 0_u64..100) {
        let asked = facts(&history);
        let facts = FlagFacts { today: asked.today + Days::new(days), ..asked };
        for flag in flags(&history, &facts) {
            let began = |entry: &Assessment| (entry.week, entry.assessed_on) == (flag.week, flag.day);
            prop_assert!(history.iter().any(began));
            for change in flag.because.changes {
                prop_assert!(history.iter().any(|entry| entry.week == change.week));
                prop_assert!(change.from_week.is_none_or(|week| week <= change.week));
            }
        }
    }

    #[test]
    fn two_later_entries_at_full_scores_lay_every_flag_to_rest(history in any_history()) {
        let mut recovered = history;
        recovered.extend([entry(1000, complete(FULL)), entry(1007, complete(FULL))]);
        for entry in &mut recovered {
            entry.weight_kg = None;
        }

        prop_assert_eq!(codes(&recovered), []);
    }

    #[test]
    fn a_missing_answer_neither_raises_nor_clears(history in any_history(), which in 0_usize..12) {
        let item = *Item::ALL.get(which).unwrap();
        let Some(last) = history.last() else { return Ok(()) };
        let other = Item::ALL.into_iter().find(|each| *each != item).unwrap();
        let blank = Item::ALL.into_iter().filter(|each| *each != other);
        let given = last.answers.points(other).unwrap_or(4);
        let answers = replaced(&last.answers, other, Some(given));
        let answers = blank.fold(answers, |answers, item| replaced(&answers, item, None));
        let mut with_gap = history.clone();
        let after = (last.assessed_on - entry(0, answers).assessed_on).num_days().unsigned_abs();
        with_gap.push(Assessment { answers, ..entry(after + 7, answers) });

        let about = |history: &[Assessment]| {
            let flags = told(history).into_iter();
            let changes = flags.flat_map(|flag| flag.because.changes);
            let about = changes.filter(|change| change.what == item.key());
            about.map(|change| (change.from, change.to, change.week)).collect::<Vec<_>>()
        };
        prop_assert_eq!(about(&history), about(&with_gap));
    }

    #[test]
    fn what_is_all_known_is_all_quiet_and_keeps_its_name(history in any_history()) {
        let before = told(&history);
        let acknowledged: Vec<_> = before.iter().map(|flag| known(flag, &history)).collect();

        let after = knowing(&history, &acknowledged);

        prop_assert_eq!(after.len(), before.len());
        for (known, flag) in before.iter().zip(&after) {
            prop_assert_eq!((known.code, known.week), (flag.code, flag.week));
            prop_assert!(flag.acknowledged.is_some());
        }
    }

    #[test]
    fn no_flag_rests_on_a_change_of_rater(history in any_history()) {
        // Whoever rates for the first time is compared with nobody.
        let raters = [Rater::Oneself, Rater::Helped, Rater::Proxy, Rater::ClinicInPerson];
        let each: Vec<Assessment> = history.into_iter().take(4).zip(raters)
            .map(|(entry, rater)| Assessment { rater, weight_kg: None, ..entry }).collect();

        for change in told(&each).into_iter().flat_map(|flag| flag.because.changes) {
            prop_assert_eq!(change.from, None);
        }
    }

    #[test]
    fn unchanged_full_scores_have_none(weeks in 0_u64..60) {
        let history: Vec<Assessment> =
            (0..weeks).map(|week| weighed(week * 7, complete(FULL), 70.0)).collect();

        prop_assert!(told(&history).is_empty());
    }

    #[test]
    fn the_words_inform_and_never_diagnose(
        history in any_history(),
        days in 0_u64..100,
        is_patient in any::<bool>(),
    ) {
        let asked = facts(&history);
        let reader = if is_patient { Reader::Patient } else { Reader::friend_of("Ada") };
        let facts = FlagFacts { today: asked.today + Days::new(days), ..asked };
        let voice = Voice { reader, today: facts.today, language: Language::English };
        for flag in flags(&history, &facts) {
            let text = flag.text(voice).to_lowercase();
            prop_assert!(text.contains("team"));
            prop_assert!(is_patient || !text.contains("your"), "{}", text);
            for word in ["progress", "decline", "worse", "failure", "stage", "diagnos", "survival", "predict"] {
                prop_assert!(!text.contains(word), "{}", text);
            }
        }
    }
}
