//! More than one rater: a change is a step, and not a pace.

use alsfrs_diary::clinical::{
    CuttingForm, Group, GroupLine, Point, Rater, Scale, Slope, months_between,
};
use serde_json::{json, to_value};

use super::{points, proxy};
use crate::simulated::{Course, Noise, any_course, chance, percent, ratings};

/// A year of one person's ratings, the second half by `group`, who sees `higher` points more.
fn handed_over(seed: u64, group: Group, higher: f64) -> Vec<Point> {
    let mut points = ratings(
        &mut chance(seed),
        Course::steady(38.0, -0.5),
        52,
        Noise::Independent,
    );
    let half = points.len() / 2;
    for point in points.iter_mut().skip(half) {
        point.value += higher;
        point.group = group;
    }
    points
}

#[test]
fn a_rater_who_sees_more_is_a_step_and_no_rise() {
    let slope = Slope::of(&handed_over(3, proxy(), 6.0), Scale::TOTAL);

    let rate = slope.points_per_month.unwrap();
    assert!((-1.1..0.1).contains(&rate), "{rate}");
    assert!((slope.theil_sen.unwrap() - rate).abs() < 0.4);
    let [step] = slope.steps.as_slice() else {
        panic!("one step, not {:?}", slope.steps);
    };
    assert_eq!((step.from, step.to), (Rater::Oneself, Rater::Proxy));
    let [low, high] = step.ci95.unwrap();
    assert!(low < 6.0 && 6.0 < high && low > 0.0, "{step:?}");
}

#[test]
fn the_start_of_a_tube_is_a_change_of_form_and_so_a_step() {
    let form_b = Group {
        rater: Rater::Oneself,
        form: CuttingForm::B,
    };
    let slope = Slope::of(&handed_over(2, form_b, -3.0), Scale::TOTAL).rounded(3);

    let step = to_value(slope.steps.first().unwrap()).unwrap();
    assert_eq!(
        (
            &step["from"],
            &step["to"],
            &step["from_form"],
            &step["to_form"]
        ),
        (&json!("self"), &json!("self"), &json!("5a"), &json!("5b"))
    );
    assert!(slope.ci95.unwrap()[0] > -1.5, "{slope:?}");
}

#[test]
fn a_single_rating_of_another_adds_nothing() {
    let mut with_one = points(super::WEEKLY);
    let alone = Slope::of(&with_one, Scale::TOTAL);
    with_one.push(Point {
        group: proxy(),
        ..*points(&[(40, 12.0)]).first().unwrap()
    });

    let slope = Slope::of(&with_one, Scale::TOTAL);

    assert_eq!(
        (slope.points_per_month, slope.n),
        (alone.points_per_month, alone.n)
    );
    let counts: Vec<usize> = slope.groups.iter().map(|group| group.n).collect();
    assert_eq!(counts, [13, 1]);
}

#[test]
fn raters_who_each_looked_for_a_few_weeks_are_not_enough() {
    let mut both = points(&[
        (0, 40.0),
        (7, 40.0),
        (14, 39.0),
        (100, 36.0),
        (107, 36.0),
        (114, 35.0),
        (121, 35.0),
        (128, 35.0),
    ]);
    for point in both.iter_mut().skip(3) {
        point.group = proxy();
    }

    let missing = Slope::of(&both, Scale::TOTAL).missing.unwrap();

    assert_eq!((missing.entries, missing.days), (None, Some(84 - 14 - 28)));
}

#[test]
fn where_another_goes_on_the_intervals_of_pace_and_step_still_hold_them() {
    let held = percent(21, |chance| {
        let course = any_course(chance);
        let mut points = ratings(chance, course, 52, Noise::Fading(0.5));
        for point in points.iter_mut().skip(20) {
            point.value += 3.0;
            point.group = proxy();
        }
        let slope = Slope::of(&points, Scale::TOTAL);
        let holds = |ci95: Option<[f64; 2]>, truth: f64| {
            let [low, high] = ci95.unwrap();
            low <= truth && truth <= high
        };
        let step = slope.steps.first().unwrap();
        holds(slope.ci95, course.slope) && holds(step.ci95, 3.0)
    });

    assert!(held >= 93.0, "{held}");
}

#[test]
fn each_rater_has_a_line_of_their_own_and_all_of_them_one_pace() {
    let slope = Slope::of(&handed_over(3, proxy(), 6.0), Scale::TOTAL);

    let [hers, his] = slope.lines.as_slice() else {
        panic!("two lines, not {:?}", slope.lines);
    };
    assert_eq!(
        (hers.group, his.group),
        (Group::rated_by(Rater::Oneself), proxy())
    );
    let [first, last] = slope.ends.unwrap();
    assert_eq!((first, last), (hers.ends[0], his.ends[1]));
    let pace = |line: &GroupLine| {
        let [from, to] = line.ends;
        (to.value - from.value) / months_between(from.day, to.day)
    };
    let rate = slope.points_per_month.unwrap();
    for line in [hers, his] {
        assert!((pace(line) - rate).abs() < 1e-9, "{line:?}");
        for end in line.ends {
            let [low, high] = end.ci95.unwrap();
            assert!(low < end.value && end.value < high, "{end:?}");
        }
    }
    let reached = hers.ends[0].value + rate * months_between(first.day, last.day);
    assert!((last.value - reached - slope.steps[0].points).abs() < 1e-9);
}

#[test]
fn without_enough_ratings_there_is_no_line() {
    let few = &handed_over(3, proxy(), 6.0)[..5];

    assert_eq!(Slope::of(few, Scale::TOTAL).lines, []);
}
