//! Who answered, and the step that a change of it makes.

use alsfrs_diary::clinical::{
    Answers, Companion, CuttingForm, Fact, Rater, Reader, Respondent, Step, SummaryFacts,
    SummaryRating, Week, summary,
};
use rstest::rstest;

use super::made::{FALLING, codes, kept_up, line, not_alone, of_total, weekly, with_code};
use crate::people::day;

/// 26 weeks, of which a caregiver answers the last 13 and sees so many points more.
fn handed_over(points: u8) -> Vec<SummaryRating> {
    let mut ratings = weekly(&FALLING);
    for rating in ratings.iter_mut().skip(13) {
        rating.respondent = Respondent::CaregiverProxy;
        rating.answers = of_total(rating.answers.total().unwrap() + points);
    }
    ratings
}

fn step(to: Rater, ci95: [f64; 2]) -> Step {
    Step {
        from: if to == Rater::Oneself {
            Rater::Helped
        } else {
            Rater::Oneself
        },
        to,
        from_form: CuttingForm::A,
        to_form: CuttingForm::A,
        since: Week::of(day("2026-08-24")),
        points: f64::midpoint(ci95[0], ci95[1]),
        ci95: Some(ci95),
    }
}

/// The husband who answered for Ada, and helped her before.
const AUTHOR: Reader<'static> = Reader::Other(Companion {
    patient: "Ada",
    is_author: true,
    is_helper: true,
    is_clinician: false,
});

/// A diary of which one group of raters made the last 13 ratings, with such a step.
fn with_step(step: Step, reader: Reader<'static>) -> SummaryFacts<'static> {
    let mut ratings = weekly(&FALLING);
    for (place, rating) in ratings.iter_mut().enumerate() {
        let rater = if place < 13 { step.from } else { step.to };
        rating.respondent = not_alone(rater);
    }
    let mut facts = SummaryFacts {
        reader,
        domains: vec![],
        ..kept_up(&ratings)
    };
    facts.total = line(("2026-05-25", "2026-11-16"), 38.0, -0.9, Some(0.4));
    facts.total.steps = vec![step];
    facts
}

#[rstest]
#[case::higher(Rater::Proxy, [0.4, 3.8], Reader::friend_of("Ada"),
    "From 24 August on a caregiver answered for Ada, from what they see; the total was then about 2.1 points higher \
     than just before (likely between 0.4 and 3.8).")]
#[case::lower(Rater::ClinicInPerson, [-1.5, -0.5], Reader::friend_of("Ada"),
    "From 24 August on the clinic rated, face to face; the total was then about 1 point lower than \
     just before (likely between 0.5 and 1.5).")]
#[case::perhaps_not(Rater::ClinicByPhone, [-1.0, 3.0], Reader::friend_of("Ada"),
    "From 24 August on the clinic rated, on the telephone; whether it made a step in the total is not clear.")]
#[case::of_the_reader(Rater::Helped, [-1.0, 3.0], Reader::Patient,
    "From 24 August on you answered with another person's help; whether it made a step in the total is not clear.")]
#[case::of_the_author(Rater::Proxy, [-1.0, 3.0], AUTHOR,
    "From 24 August on you answered for Ada, from what you see; whether it made a step in the total is not clear.")]
#[case::of_the_helper(Rater::Helped, [-1.0, 3.0], AUTHOR,
    "From 24 August on Ada answered with your help; whether it made a step in the total is not clear.")]
#[case::of_another(Rater::Oneself, [-1.0, 3.0], Reader::friend_of("Ada"),
    "From 24 August on Ada answered alone; whether it made a step in the total is not clear.")]
fn a_change_of_rater_is_told_as_a_step(
    #[case] to: Rater,
    #[case] ci95: [f64; 2],
    #[case] reader: Reader<'static>,
    #[case] expected: &str,
) {
    let said = summary(&with_step(step(to, ci95), reader));

    assert_eq!(with_code(&said, "step").text, expected);
}

#[test]
fn a_change_of_rater_is_no_fall_of_what_each_of_them_sees_as_level() {
    let mut apart = Step {
        points: -2.0,
        ci95: None,
        ..step(Rater::Proxy, [0.0; 2])
    };
    let mut facts = with_step(apart, Reader::friend_of("Ada"));
    facts.total = line(("2026-05-25", "2026-11-16"), 38.0, 0.0, None);
    facts.total.ends.as_mut().unwrap()[1].value = 36.0;
    facts.total.steps = vec![apart];

    let said = summary(&facts);

    assert_eq!(
        with_code(&said, "always_the_same").text,
        "Between 25 May and 16 November (23 ratings) the total was the same every time, not counting the change in \
         who answered or in the form."
    );
    assert_eq!(
        with_code(&said, "step").text,
        "From 24 August on a caregiver answered for Ada, from what they see; the total was then about 2 points \
         lower than just before."
    );
    apart.points = 0.0;
    facts.total.ends.as_mut().unwrap()[1].value = 38.0;
    facts.total.steps = vec![apart];
    let said = summary(&facts);
    let level = with_code(&said, "always_the_same");
    assert!(
        level.text.ends_with("was 38 of 48 every time."),
        "{}",
        level.text
    );
}

#[test]
fn a_change_of_form_is_told_as_a_step_too() {
    let mut facts = with_step(step(Rater::Oneself, [-3.0, 1.0]), Reader::friend_of("Ada"));
    for rating in &mut facts.ratings {
        rating.respondent = Respondent::Oneself;
    }
    for rating in &mut facts.ratings[13..] {
        rating.answers = Answers::new(rating.answers.scores(), CuttingForm::B, true).unwrap();
    }
    facts.total.steps[0].from = Rater::Oneself;
    facts.total.steps[0].to_form = CuttingForm::B;

    let said = summary(&facts);

    let told = with_code(&said, "step");
    assert_eq!(
        told.text,
        "From 24 August on cutting food was asked as it is with a feeding tube; whether it made a \
         step in the total is not clear."
    );
    assert!(!told.fact.tells_answers(), "a friend would read a loss");
}

#[test]
fn ratings_that_come_and_go_are_not_told_as_from_then_on() {
    let mut facts = with_step(
        step(Rater::ClinicInPerson, [-1.0, 3.0]),
        Reader::friend_of("Ada"),
    );
    facts.ratings[20].respondent = Respondent::Oneself;

    assert_eq!(
        with_code(&summary(&facts), "step").text,
        "At times, first on 24 August, the clinic rated, face to face; whether it made a step in the total is not clear."
    );
}

#[test]
fn of_three_who_follow_each_other_each_is_told_from_its_beginning_on() {
    let mut ratings = weekly(&FALLING);
    for rating in ratings.iter_mut().skip(10) {
        rating.respondent = Respondent::CaregiverRelayed;
    }
    for rating in ratings.iter_mut().skip(20) {
        rating.respondent = Respondent::CaregiverProxy;
    }

    let said = summary(&kept_up(&ratings));

    let told = said.iter().map(|sentence| sentence.text.as_str());
    let steps: Vec<&str> = told.filter(|text| text.starts_with("From ")).collect();
    assert!(steps[0].starts_with("From 3 August on Ada answered with another person's help;"));
    assert!(
        steps[1]
            .starts_with("From 12 October on a caregiver answered for Ada, from what they see;")
    );
}

#[test]
fn where_a_caregiver_takes_over_ends_and_pace_do_not_contradict_each_other() {
    let said = summary(&kept_up(&handed_over(6)));

    let Fact::Step(step) = &with_code(&said, "step").fact else {
        panic!("{said:#?}")
    };
    assert_eq!(
        (step.since, step.rater),
        (day("2026-08-24"), Some(Rater::Proxy))
    );
    assert!(step.points.is_some_and(|points| points > 3.0), "{step:?}");
    let total = &said[0];
    assert!(
        total
            .text
            .contains("not counting the change in who answered"),
        "{}",
        total.text
    );
    assert!(!codes(&said).contains(&String::from("rose")), "{said:#?}");
}

#[test]
fn ratings_that_make_no_step_are_counted() {
    let mut ratings = weekly(&FALLING);
    ratings[3].respondent = Respondent::ClinicianInPerson;

    let said = summary(&kept_up(&ratings));
    let one = summary(&kept_up(&ratings[3..4]));

    assert_eq!(
        with_code(&said, "answered_by").text,
        "1 of 26 ratings was made by the clinic, face to face."
    );
    assert_eq!(
        with_code(&said, "left_out").text,
        "1 rating is the only one of its kind (by who answered, and the form), and is not compared with the \
         others."
    );
    assert_eq!(
        with_code(&one, "answered_by").text,
        "The one rating was made by the clinic, face to face."
    );
}

#[test]
fn the_last_rating_is_told_as_the_clinics_where_it_was() {
    let mut ratings = weekly(&[38, 37]);
    ratings[1].respondent = Respondent::ClinicianInPerson;
    let old = SummaryFacts {
        today: day("2026-09-01"),
        ..kept_up(&ratings)
    };

    assert_eq!(
        summary(&old)[0].text,
        "The last rating was on 1 June, 92 days ago, by the clinic."
    );
}
