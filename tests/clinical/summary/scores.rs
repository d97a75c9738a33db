//! How the total and the areas moved.

use alsfrs_diary::clinical::{Fact, Item, Missing, SummaryFacts, summary};
use rstest::rstest;
use serde_json::{json, to_value};

use super::made::{FALLING, UPS_AND_DOWNS, codes, kept_up, line, too_few, weekly, with_code};
use crate::people::{day, replaced};

const MAY_TO_NOVEMBER: (&str, &str) = ("2026-05-27", "2026-11-18");

/// The first sentence of a diary whose total moved so.
fn first(total: alsfrs_diary::clinical::Slope) -> serde_json::Value {
    let facts = SummaryFacts {
        total,
        domains: vec![],
        ..kept_up(&weekly(&FALLING))
    };
    to_value(summary(&facts).first()).unwrap()
}

#[test]
fn a_fall_is_told_with_its_days_its_ratings_its_ends_and_how_sure_its_pace_is() {
    assert_eq!(
        first(line(MAY_TO_NOVEMBER, 38.2, -0.9, Some(0.4))),
        json!({
            "code": "fell", "score": "total", "first_day": "2026-05-27", "last_day": "2026-11-18",
            "ratings": 23, "from": 38, "to": 33, "of": 48, "per_month": -0.9, "per_month_ci95": [-1.3, -0.5],
            "text": "Between 27 May and 18 November (23 ratings) the total fell from about 38 to about 33 \
                     of 48, about 0.9 points a month (likely between 0.5 and 1.3)."
        })
    );
}

#[rstest]
#[case::a_rise(
    34.0,
    0.4,
    0.3,
    "rose from about 34 to about 36 of 48, about 0.4 points a month (likely between 0.1 and 0.7)."
)]
#[case::one_point(40.0, -1.0, 0.2,
    "fell from about 40 to about 34 of 48, about 1 point a month (likely between 0.8 and 1.2).")]
#[case::hardly(40.0, -0.04, 0.03,
    "fell by less than 1 point, near 40 of 48, less than 0.1 points a month (likely no more than 0.1).")]
#[case::almost_certain(44.0, -0.9, 0.02,
    "fell from about 44 to about 39 of 48, about 0.9 points a month (likely within 0.1 of that).")]
#[case::perhaps_nothing(38.0, -0.2, 0.3,
    "shows no clear change: about 38 of 48 at first, about 37 at the end. This could be no change, a fall of \
     up to 0.5 points a month, or a rise of up to 0.1 points a month.")]
#[case::perhaps_a_fall(38.0, -0.2, 0.2,
    "shows no clear change: about 38 of 48 at first, about 37 at the end. This could be no change, or a fall \
     of up to 0.4 points a month.")]
#[case::perhaps_a_rise(
    37.0,
    0.2,
    0.2,
    "shows no clear change: about 37 of 48 at first, about 38 at the end. This could be no change, or a rise \
     of up to 0.4 points a month."
)]
#[case::level(
    37.0,
    0.01,
    0.03,
    "shows no clear change: about 37 of 48 at first and at the end. Any change is less than 0.1 points a \
     month."
)]
fn a_movement_is_clear_where_its_interval_is(
    #[case] from: f64,
    #[case] rate: f64,
    #[case] half: f64,
    #[case] expected: &str,
) {
    let told = first(line(MAY_TO_NOVEMBER, from, rate, Some(half)));

    let expected = format!("Between 27 May and 18 November (23 ratings) the total {expected}");
    assert_eq!(told["text"], expected);
}

#[test]
fn no_pace_is_told_that_would_leave_the_scale() {
    let nearly_gone = first(line(MAY_TO_NOVEMBER, 5.0, -0.8, Some(0.7)));
    let beyond = first(line(MAY_TO_NOVEMBER, 5.0, -1.5, Some(0.7)));

    assert_eq!(nearly_gone["per_month_ci95"], json!([-0.869, -0.1]));
    assert_eq!((&beyond["from"], &beyond["to"]), (&json!(5), &json!(0)));
    assert_eq!(beyond.get("per_month"), None);
}

#[test]
fn over_years_a_pace_is_told_more_finely_for_it_adds_up() {
    let slow = first(line(("2022-05-27", "2026-05-27"), 38.0, -0.13, Some(0.04)));

    assert_eq!(
        slow["text"],
        "Between 27 May 2022 and 27 May 2026 (23 ratings) the total fell from about 38 to about 32 of 48, \
         about 0.13 points a month (likely between 0.09 and 0.17)."
    );
}

#[rstest]
#[case::from_year_to_year(("2025-11-18", "2026-05-27"), "Between 18 November 2025 and 27 May 2026 ")]
#[case::last_year(("2025-05-27", "2025-11-18"), "Between 27 May and 18 November 2025 ")]
#[case::this_year(MAY_TO_NOVEMBER, "Between 27 May and 18 November ")]
fn a_day_has_its_year_where_it_needs_one(#[case] days: (&str, &str), #[case] expected: &str) {
    let told = first(line(days, 38.0, -0.9, Some(0.4)));

    let text = told["text"].as_str().unwrap();
    assert!(text.starts_with(expected), "{text}");
}

#[test]
fn without_a_residual_there_is_no_pace() {
    let regular = first(line(MAY_TO_NOVEMBER, 40.0, -1.0, None));
    let level = first(line(MAY_TO_NOVEMBER, 40.0, 0.0, None));

    assert_eq!(
        regular["text"],
        "Between 27 May and 18 November (23 ratings) the total was 40 of 48 at first and 34 at the end. How \
         certain a pace would be cannot be said from these ratings."
    );
    assert_eq!(
        (&regular["code"], regular.get("per_month")),
        (&json!("on_a_line"), None)
    );
    assert_eq!(level["code"], "always_the_same");
    assert_eq!(
        level["text"],
        "Between 27 May and 18 November (23 ratings) the total was 40 of 48 every time."
    );
}

#[test]
fn a_falling_diary_tells_the_total_and_the_four_areas() {
    let said = summary(&kept_up(&weekly(&FALLING)));

    let Fact::Fell(total) = &said[0].fact else {
        panic!("{:?}", said[0])
    };
    assert_eq!(
        (total.from, total.to, total.ratings),
        (Some(38), Some(33), 26)
    );
    let about = |sentence: &alsfrs_diary::clinical::Sentence| {
        to_value(&sentence.fact).unwrap()["score"].clone()
    };
    let scores: Vec<_> = said[..5].iter().map(about).collect();
    assert_eq!(
        scores,
        [
            "total",
            "bulbar",
            "fine_motor",
            "gross_motor",
            "respiratory"
        ]
    );
}

#[test]
fn ups_and_downs_are_no_clear_change() {
    let said = codes(&summary(&kept_up(&weekly(&UPS_AND_DOWNS))));

    assert_eq!(said[0], "no_clear_change");
    for code in ["fell", "rose"] {
        assert!(!said.contains(&String::from(code)), "{said:?}");
    }
}

#[test]
fn where_one_question_is_always_skipped_there_is_no_total_and_the_other_areas_are_told() {
    let mut ratings = weekly(&FALLING);
    for rating in &mut ratings {
        rating.answers = replaced(&rating.answers, Item::Stairs, None);
    }

    let said = summary(&kept_up(&ratings));

    assert_eq!(
        said[0].text,
        "Between 25 May and 16 November (26 ratings) there is no total, because one question was left open \
         every time: climbing stairs."
    );
    assert_eq!(said.len(), 5, "{said:#?}");
    let text = said.iter().map(|sentence| sentence.text.as_str());
    assert_eq!(text.filter(|text| text.contains("stairs")).count(), 1);
    assert!(said[0].fact.tells_answers());
}

#[test]
fn where_now_one_and_now_another_question_is_open_no_question_is_named() {
    let mut ratings = weekly(&FALLING[..2]);
    for (rating, item) in ratings.iter_mut().zip([Item::Stairs, Item::Speech]) {
        rating.answers = replaced(&rating.answers, item, None);
    }

    let both = summary(&kept_up(&ratings));
    let one = summary(&kept_up(&ratings[..1]));

    assert_eq!(
        both[0].text,
        "Between 25 May and 1 June (2 ratings) there is no total, because each leaves a question or more \
         open."
    );
    assert_eq!(
        one[0].text,
        "The rating on 25 May leaves a question open, so it has no total (1 rating)."
    );
}

#[test]
fn a_few_ratings_are_told_as_they_are() {
    let few = SummaryFacts {
        total: too_few(
            3,
            Some(Missing {
                entries: Some(3),
                days: Some(70),
            }),
        ),
        domains: vec![],
        ..kept_up(&weekly(&[38, 38, 36]))
    };

    let said = summary(&few);
    let one = summary(&kept_up(&weekly(&[38])));

    assert_eq!(
        said[0].text,
        "Between 25 May and 8 June (3 ratings) the total was 38 of 48 at first and 36 at the end. That is \
         too little to tell a change from ups and downs."
    );
    assert_eq!(one[0].text, "The total was 38 of 48 on 25 May (1 rating).");
}

#[test]
fn a_rating_that_is_old_is_told_first_with_its_day() {
    let old = SummaryFacts {
        today: day("2027-01-15"),
        ..kept_up(&weekly(&FALLING))
    };

    let said = summary(&old);

    assert_eq!(
        said[0].text,
        "The last rating was on 16 November 2026, 60 days ago."
    );
    assert!(with_code(&said, "fell").text.contains("16 November 2026"));
}
