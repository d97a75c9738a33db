//! What a family reads.

mod areas;
mod trend;
mod weeks;

use alsfrs_diary::clinical::{Missing, Slope, SummaryFacts, TotalOn, summary};
use proptest::prelude::*;

use crate::people::day;

fn slope(rate: f64, ci95: Option<[f64; 2]>) -> Slope {
    Slope {
        points_per_month: Some(rate),
        standard_error: ci95.map(|_| 0.11),
        ci95,
        n: 26,
        span_days: 175,
        theil_sen: Some(rate),
        enough: true,
        missing: None,
    }
}

fn too_little(n: usize, entries: Option<usize>, days: Option<i64>) -> Slope {
    Slope {
        points_per_month: None,
        standard_error: None,
        ci95: None,
        n,
        span_days: 0,
        theil_sen: None,
        enough: false,
        missing: Some(Missing { entries, days }),
    }
}

fn on(date: &str, total: u8) -> TotalOn {
    TotalOn {
        day: day(date),
        total,
    }
}

/// 26 full weeks, all recorded by the patient, from `first` to `last`.
fn facts(first: u8, last: u8, slope: Slope) -> SummaryFacts {
    SummaryFacts {
        weeks: 26,
        first: Some(on("2026-05-27", first)),
        last: Some(on("2026-11-18", last)),
        slope,
        domains: vec![],
        expected: 26,
        recorded: 26,
        streak: 26,
        by_caregiver: 0,
    }
}

#[test]
fn nothing_recorded_is_said_and_nothing_else() {
    let nothing = SummaryFacts {
        first: None,
        last: None,
        recorded: 0,
        streak: 0,
        ..facts(0, 0, too_little(0, Some(3), Some(84)))
    };

    assert_eq!(
        summary(&nothing),
        ["Nothing was recorded in the last 26 weeks."]
    );
}

fn any_slope() -> impl Strategy<Value = Slope> {
    let rate = -6.0_f64..6.0;
    prop_oneof![
        (rate, prop::option::of(0.0_f64..4.0))
            .prop_map(|(rate, half)| slope(rate, half.map(|half| [rate - half, rate + half]))),
        (
            0_usize..3,
            prop::option::of(1_usize..=3),
            prop::option::of(1_i64..=84)
        )
            .prop_map(|(n, entries, days)| too_little(n, entries, days)),
    ]
}

proptest! {
    #[test]
    fn it_is_whole_sentences_without_jargon_or_forecast(
        ends in (0_u8..=48, 0_u8..=48),
        slope in any_slope(),
        weeks in 1_u32..520,
        counts in (0_u32..60, 0_u32..60, 0_u32..60, 0_u32..60),
        known in any::<bool>(),
    ) {
        let (expected, recorded, streak, by_caregiver) = counts;
        let mut facts = SummaryFacts { weeks, expected, recorded, streak, by_caregiver, ..facts(ends.0, ends.1, slope) };
        if !known {
            (facts.first, facts.last) = (None, None);
        }

        let sentences = summary(&facts);

        prop_assert!(!sentences.is_empty());
        for sentence in sentences {
            prop_assert!(sentence.ends_with('.') && !sentence.contains("  "), "{}", sentence);
            prop_assert!(!sentence.contains("-0") && !sentence.contains("between 0.0"), "{}", sentence);
            let lower = sentence.to_lowercase();
            for word in ["slope", "subscore", "confidence", "interval", "alsfrs", "regress", "progress",
                         "declin", "expect", "predict", "will", "prognos", "surviv", "stage"] {
                prop_assert!(!lower.contains(word), "{}", sentence);
            }
        }
    }
}
