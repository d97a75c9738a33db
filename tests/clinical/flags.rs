//! Flags, each at its exact boundary.

mod always;
mod breathing;
mod eating;
mod pace;

use alsfrs_diary::clinical::{Answers, Assessment, FLAG_RULES_VERSION, Flag, Item, Tier, flags};
use rstest::rstest;
use serde_json::{json, to_value};

use crate::people::{FULL, complete, entry, full_but, weighed};

use Item::{
    Dyspnea, Handwriting, RespiratoryInsufficiency, Salivation, Speech, Swallowing, Walking,
};

fn codes(history: &[Assessment]) -> Vec<&'static str> {
    flags(history).iter().map(|flag| flag.code).collect()
}

fn raised(history: &[Assessment], code: &str) -> Option<Flag> {
    flags(history).into_iter().find(|flag| flag.code == code)
}

/// One item over the weeks; every other item stays at 4.
fn weekly(item: Item, scores: &[Option<u8>]) -> Vec<Assessment> {
    (0..)
        .step_by(7)
        .zip(scores)
        .map(|(days, points)| entry(days, full_but(&[(item, *points)])))
        .collect()
}

/// Totals lowered in hand and leg items, which no other rule looks at.
fn with_total(total: u8) -> Answers {
    let lost = 48 - total;
    full_but(&[
        (Handwriting, Some(4 - lost.min(4))),
        (Walking, Some(4 - lost.saturating_sub(4).min(4))),
    ])
}

#[test]
fn an_empty_diary_and_a_single_full_score_have_none() {
    assert_eq!(codes(&[]), [""; 0]);
    assert_eq!(codes(&[entry(0, complete(FULL))]), [""; 0]);
}

#[rstest]
#[case(Salivation, 2, Some("saliva_aids"))]
#[case(Salivation, 3, None)]
#[case(Speech, 2, Some("speech_aids"))]
#[case(Speech, 3, None)]
fn aids_are_named_while_the_answer_is_2_or_lower(
    #[case] item: Item,
    #[case] points: u8,
    #[case] code: Option<&'static str>,
) {
    let once = weekly(item, &[Some(points)]);
    let again = weekly(item, &[Some(points), Some(points)]);
    let gap = weekly(item, &[Some(points), None]);

    assert_eq!(codes(&once), Vec::from_iter(code));
    assert_eq!(codes(&again), Vec::from_iter(code));
    assert_eq!(codes(&gap), [""; 0]);
    assert!(flags(&once).iter().all(|flag| flag.tier == Tier::NextVisit));
}

#[test]
fn json_names_the_items_and_the_weeks() {
    let history = weekly(Swallowing, &[Some(3), Some(2)]);

    assert_eq!(
        to_value(flags(&history)).unwrap(),
        json!([{
            "code": "swallowing_changed", "tier": "tell_team", "week": "2026-W03",
            "because": {"changes": [{"what": "swallowing", "from": 3, "to": 2,
                                     "from_week": "2026-W02", "week": "2026-W03"}]},
            "text": "Your answers about swallowing changed. Please tell your ALS team.",
        }])
    );
    assert_eq!(FLAG_RULES_VERSION, "2026-11-1");
}

#[test]
fn the_most_urgent_comes_first() {
    let history = [
        weighed(0, complete(FULL), 70.0),
        weighed(
            7,
            full_but(&[
                (Speech, Some(2)),
                (Dyspnea, Some(1)),
                (RespiratoryInsufficiency, Some(3)),
            ]),
            60.0,
        ),
    ];

    assert_eq!(
        codes(&history),
        [
            "breathing_now",
            "weight_down",
            "breathing_support_changed",
            "speech_aids"
        ]
    );
}

#[test]
fn without_answers_a_flag_keeps_the_total_alone() {
    let quick = [
        entry(0, with_total(48)),
        entry(7, with_total(44)),
        entry(14, with_total(44)),
    ];
    let total = raised(&quick, "total_changed_quickly").unwrap();
    let single = raised(
        &weekly(Swallowing, &[Some(3), Some(2)]),
        "swallowing_changed",
    )
    .unwrap();

    assert_eq!(total.clone().without_answers(), total);
    assert!(single.without_answers().because.changes.is_empty());
}
