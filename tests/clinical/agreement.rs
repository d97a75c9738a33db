//! How far the ratings of two people agree.

use alsfrs_diary::clinical::{
    Answers, CuttingForm, DatedRating, Rater, Respondent, Score, agreements,
};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

fn rating(day: u64, points: [u8; 12], respondent: Respondent, form: CuttingForm) -> DatedRating {
    let first = NaiveDate::from_ymd_opt(2026, 1, 7).unwrap();
    let scores = points.map(|points| Some(Score::try_from(points).unwrap()));
    DatedRating {
        day: first + Days::new(day),
        answers: Answers::new(scores, form, form == CuttingForm::B).unwrap(),
        respondent,
    }
}

fn speaking(day: u64, speech: u8, respondent: Respondent) -> DatedRating {
    let mut points = [3; 12];
    points[0] = speech;
    rating(day, points, respondent, CuttingForm::A)
}

/// Differences −1, 0, 1, 0, −1 have the mean −0.2 and the standard deviation √0.7 = 0.8367.
#[test]
fn five_pairs_have_a_mean_and_limits() {
    let hers = [2, 2, 2, 2, 2].into_iter().zip(0..);
    let his = [1, 2, 3, 2, 1].into_iter().zip(0..);
    let hers = hers.map(|(speech, week)| speaking(7 * week, speech, Respondent::Oneself));
    let his = his.map(|(speech, week)| speaking(7 * week + 2, speech, Respondent::CaregiverProxy));
    let ratings: Vec<DatedRating> = hers.chain(his).collect();

    let found = agreements(&ratings);

    assert_eq!(found.len(), 1);
    let agreement = &found[0];
    assert_eq!(
        (agreement.one, agreement.other, agreement.pairs),
        (Rater::Oneself, Rater::Proxy, 5)
    );
    assert_eq!(agreement.total.mean_difference, Some(-0.2));
    assert_eq!(agreement.total.limits_of_agreement, Some([-1.84, 1.44]));
    let told = serde_json::to_value(&agreement.items).unwrap();
    assert_eq!(told[0]["item"], "speech");
    assert_eq!(told[0]["mean_difference"], -0.2);
    assert_eq!(told[1]["mean_difference"], 0.0);
}

#[test]
fn a_rating_is_in_one_pair_and_eight_days_are_none() {
    let ratings = [
        speaking(0, 4, Respondent::Oneself),
        speaking(1, 3, Respondent::CaregiverProxy),
        speaking(3, 1, Respondent::CaregiverProxy),
        speaking(40, 2, Respondent::Oneself),
        speaking(48, 2, Respondent::CaregiverProxy),
    ];

    let found = agreements(&ratings);

    assert_eq!((found.len(), found[0].pairs), (1, 1));
    assert_eq!(found[0].total.mean_difference, Some(-1.0));
    assert_eq!(found[0].total.limits_of_agreement, None);
}

#[test]
fn two_forms_of_item_five_are_not_compared() {
    let ratings = [
        rating(0, [3; 12], Respondent::Oneself, CuttingForm::A),
        rating(1, [2; 12], Respondent::ClinicianPhone, CuttingForm::B),
    ];

    let found = agreements(&ratings);

    assert_eq!(found[0].pairs, 1);
    assert_eq!(
        (found[0].total.n, found[0].total.mean_difference),
        (0, None)
    );
    let domains = serde_json::to_value(&found[0].domains).unwrap();
    assert_eq!(domains[0]["mean_difference"], -3.0);
    assert_eq!(domains[1]["mean_difference"], serde_json::Value::Null);
}

proptest! {
    #[test]
    fn no_rating_is_used_twice_and_swapping_ratings_changes_nothing(
        days in proptest::collection::btree_map(0_u64..200, (0_u8..=4, 0..6_usize), 0..40),
    ) {
        let respondents = [
            Respondent::Oneself, Respondent::SelfWithHelp, Respondent::CaregiverRelayed,
            Respondent::CaregiverProxy, Respondent::ClinicianInPerson, Respondent::ClinicianPhone,
        ];
        let made = |(day, (speech, who)): (&u64, &(u8, usize))| {
            speaking(*day, *speech, respondents[*who])
        };
        let ratings: Vec<DatedRating> = days.iter().map(made).collect();
        let found = agreements(&ratings);
        for agreement in &found {
            let of = |rater| ratings.iter().filter(|one| one.respondent.rater() == rater).count();
            prop_assert!(agreement.one < agreement.other);
            prop_assert!((1..=of(agreement.one).min(of(agreement.other))).contains(&agreement.pairs));
            prop_assert!(agreement.total.mean_difference.is_some_and(|mean| mean.abs() <= 4.0));
        }
        let backwards: Vec<DatedRating> = ratings.iter().rev().copied().collect();
        prop_assert_eq!(agreements(&backwards), found);
    }
}
