//! What holds of every sentence, whatever the diary.

use alsfrs_diary::clinical::{
    Fact, Movement, Rater, Reader, ScoreArea, Sentence, Slope, SummaryFacts, SummaryRating, summary,
};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use serde_json::to_value;

use super::made::{diary, line, not_alone};
use crate::people::{any_answers, day, full_but};

/// Words of a forecast, a label, a cause, praise, or a trade.
const NEVER: [&str; 22] = [
    "slope",
    "subscore",
    "confidence",
    "interval",
    "alsfrs",
    "regress",
    "progress",
    "declin",
    "predict",
    "will ",
    "prognos",
    "surviv",
    "stage",
    "stayed",
    "changed most",
    "good",
    "well done",
    "because of",
    "untreated",
    "respond",
    "no single",
    "nan",
];

pub fn any_rater() -> impl Strategy<Value = Rater> {
    prop_oneof![
        6 => Just(Rater::Oneself),
        1 => Just(Rater::Helped),
        2 => Just(Rater::Proxy),
        1 => Just(Rater::ClinicInPerson),
        1 => Just(Rater::ClinicByPhone),
    ]
}

/// Any ratings: gaps, raters and forms as they come, or none.
fn any_ratings() -> impl Strategy<Value = Vec<SummaryRating>> {
    let answers = prop_oneof![
        3 => any_answers(0),
        1 => any_answers(5),
        2 => Just(full_but(&[])),
    ];
    let one = (1_u64..40, answers, any_rater());
    prop::collection::vec(one, 0..24).prop_map(|ratings| {
        let mut day = day("2025-09-01");
        let after = |(days, answers, rater)| {
            day = day + Days::new(days);
            SummaryRating {
                day,
                answers,
                respondent: not_alone(rater),
            }
        };
        ratings.into_iter().map(after).collect()
    })
}

fn any_diary() -> impl Strategy<Value = SummaryFacts<'static>> {
    let weeks = prop::option::of(4_u32..520);
    let counts = (0_u32..60, 0_u32..60, 0_u32..60);
    (any_ratings(), 0_u64..400, weeks, counts, any::<[bool; 2]>()).prop_map(
        |(ratings, later, weeks, (expected, recorded, streak), [is_patient, has_ended])| {
            let last = ratings
                .last()
                .map_or_else(|| day("2026-01-05"), |last| last.day);
            SummaryFacts {
                weeks,
                expected,
                recorded,
                streak,
                reader: if is_patient {
                    Reader::Patient
                } else {
                    Reader::friend_of("Ada")
                },
                has_ended,
                ..diary(&ratings, last + Days::new(later))
            }
        },
    )
}

/// Any line of a total, clear or not, long or short, which may leave the scale.
fn any_line() -> impl Strategy<Value = Slope> {
    let half = prop::option::of(0.0_f64..4.0);
    (0.0_f64..=48.0, -6.0_f64..6.0, half, 84_u64..4000).prop_map(|(from, rate, half, days)| {
        let last = day("2026-01-05") + Days::new(days);
        line(("2026-01-05", &last.to_string()), from, rate, half).rounded(3)
    })
}

fn movement(fact: &Fact) -> Option<&Movement> {
    match fact {
        Fact::Fell(movement)
        | Fact::Rose(movement)
        | Fact::NoClearChange(movement)
        | Fact::AlwaysTheSame(movement)
        | Fact::OnALine(movement)
        | Fact::TooFew(movement)
        | Fact::OneRating(movement) => Some(movement),
        _ => None,
    }
}

fn is_told(day: NaiveDate, sentence: &Sentence) -> bool {
    sentence.text.contains(&day.format("%-d %B").to_string())
}

fn is_plain(sentence: &Sentence) -> Result<(), TestCaseError> {
    let text = &sentence.text;
    prop_assert!(
        text.ends_with('.') && !text.contains("  ") && !text.contains(".."),
        "{}",
        text
    );
    prop_assert!(
        text.chars()
            .next()
            .is_some_and(|first| first.is_uppercase() || first.is_ascii_digit())
    );
    for wrong in [
        " 1 ratings",
        "(1 ratings",
        " 1 points",
        " 1 weeks",
        " 1 days",
        "-0 ",
        "between 0 and",
    ] {
        prop_assert!(!text.contains(wrong), "{}", text);
    }
    let lower = text.to_lowercase();
    for word in NEVER {
        prop_assert!(!lower.contains(word), "{} in {}", word, text);
    }
    Ok(())
}

fn is_within_scale(sentence: &Sentence) -> Result<(), TestCaseError> {
    let Some(movement) = movement(&sentence.fact) else {
        return Ok(());
    };
    let of = f64::from(movement.of);
    prop_assert_eq!(
        movement.of,
        if movement.score == ScoreArea::Total {
            48
        } else {
            12
        }
    );
    prop_assert!(movement.from.is_none_or(|from| from <= movement.of));
    prop_assert!(movement.to.is_none_or(|to| to <= movement.of));
    prop_assert!(is_told(movement.first_day, sentence) && is_told(movement.last_day, sentence));

    let days = i32::try_from((movement.last_day - movement.first_day).num_days()).unwrap();
    let months = f64::from(days) / 30.4375;
    if let (Some([low, high]), Some(from)) = (movement.per_month_ci95, movement.from) {
        let from = f64::from(from);
        let (lowest, highest) = (from + low * months, from + high * months);
        prop_assert!(lowest >= -0.51 && highest <= of + 0.51, "{:?}", movement);
    }
    if let (Some(pace), Some(from), Some(to)) = (movement.per_month, movement.from, movement.to) {
        let apart = f64::from(to) - f64::from(from);
        prop_assert!((apart - pace * months).abs() <= 1.3, "{:?}", movement);
    }
    Ok(())
}

fn is_as_sure_as_its_interval(fact: &Fact) -> Result<(), TestCaseError> {
    let Some(movement) = movement(fact) else {
        return Ok(());
    };
    prop_assert_eq!(
        movement.per_month.is_some(),
        movement.per_month_ci95.is_some()
    );
    let Some([low, high]) = movement.per_month_ci95 else {
        return Ok(());
    };
    match fact {
        Fact::Fell(_) => prop_assert!(high < 0.0 && movement.from >= movement.to, "{:?}", fact),
        Fact::Rose(_) => prop_assert!(low > 0.0 && movement.from <= movement.to, "{:?}", fact),
        _ => prop_assert!(low <= 0.0 && high >= 0.0, "{:?}", fact),
    }
    Ok(())
}

proptest! {
    #[test]
    fn every_diary_is_put_into_whole_plain_sentences(facts in any_diary()) {
        let said = summary(&facts);

        prop_assert!(!said.is_empty());
        for sentence in &said {
            is_plain(sentence)?;
            is_within_scale(sentence)?;
            is_as_sure_as_its_interval(&sentence.fact)?;
        }
    }

    #[test]
    fn every_line_is_told_within_the_scale_and_no_surer_than_it_is(total in any_line()) {
        let ratings = super::made::weekly(&super::made::FALLING);
        let facts = SummaryFacts { total, ..super::made::kept_up(&ratings) };

        for sentence in summary(&facts) {
            is_plain(&sentence)?;
            is_within_scale(&sentence)?;
            is_as_sure_as_its_interval(&sentence.fact)?;
        }
    }

    #[test]
    fn of_a_diary_that_has_ended_nothing_is_asked(facts in any_diary()) {
        let ended = SummaryFacts { has_ended: true, ..facts };

        for sentence in summary(&ended) {
            let asks = matches!(
                sentence.fact,
                Fact::Takes { .. } | Fact::TakesInAll { .. } | Fact::LookLonger { .. }
            );
            prop_assert!(!asks, "{:?}", sentence);
        }
    }

    #[test]
    fn the_same_diary_is_told_in_the_same_words(facts in any_diary()) {
        prop_assert_eq!(to_value(summary(&facts)).unwrap(), to_value(summary(&facts)).unwrap());
    }

    #[test]
    fn every_sentence_is_as_the_contract_says(facts in any_diary()) {
        for sentence in summary(&facts) {
            super::contract::keeps(&sentence);
        }
    }
}
