//! What is drawn of a chart, without a server.

use alsfrs_diary::clinical::{Domain, Group, GroupLine, LineEnd, Rater};
use alsfrs_diary::platform::words::Language;
use alsfrs_diary::trends::picture::{
    Chart, Dot, Look, Mark, MarkerKind, Method, Series, Stage, Staging, Theme, draw,
};
use chrono::{NaiveDate, TimeDelta};

use super::parsed::Picture;

pub const LOOK: Look = Look {
    width: 720,
    theme: Theme::Auto,
    numbers: true,
    language: Language::English,
};

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Half a year without a rating.
pub fn empty() -> Chart {
    Chart {
        from: day("2026-06-01"),
        to: day("2026-11-29"),
        total: Series::default(),
        areas: Domain::ALL.map(|domain| (domain, Series::default())).into(),
        open: vec![],
        stages: vec![],
        marks: vec![],
        told: vec![String::from("It fell.")],
        has_more: false,
    }
}

/// Ratings of these weeks after the first Monday, a point lost in each.
fn rated(rater: Rater, weeks: impl Iterator<Item = u8>) -> Vec<Dot> {
    let dot = |week: u8| Dot {
        day: empty().from + TimeDelta::weeks(week.into()),
        value: 40 - week,
        group: Group::rated_by(rater),
    };
    weeks.map(dot).collect()
}

/// The line through the first and the last of these ratings, two points to either side.
fn line(dots: &[Dot]) -> GroupLine {
    let end = |dot: &Dot| LineEnd {
        day: dot.day,
        value: dot.value.into(),
        ci95: Some([f64::from(dot.value) - 2.0, f64::from(dot.value) + 2.0]),
    };
    let (first, last) = (dots.first().unwrap(), dots.last().unwrap());
    GroupLine {
        group: first.group,
        ends: [end(first), end(last)],
    }
}

fn with_total(dots: Vec<Dot>, lines: Vec<GroupLine>) -> Chart {
    Chart {
        total: Series {
            dots,
            clinic: vec![],
            lines,
        },
        ..empty()
    }
}

#[test]
fn an_empty_diary_says_that_there_are_no_ratings_yet() {
    let picture = Picture::of(&draw(&empty(), LOOK));

    assert!(picture.says("No ratings yet"));
    assert_eq!(picture.told, "No ratings yet");
    assert_eq!(picture.points("dot").len(), 0);
    assert!(!picture.says("Breathing"));

    let older = Chart {
        has_more: true,
        ..empty()
    };
    let picture = Picture::of(&draw(&older, LOOK));
    assert!(picture.says("No ratings in these weeks"));
    assert!(!picture.says("yet"));
}

#[test]
fn a_gap_has_no_line_and_no_band_and_says_so() {
    let dots = rated(Rater::Oneself, (0..8).chain(17..25));
    let lines = vec![line(&dots)];
    let chart = with_total(dots.clone(), lines);

    let picture = Picture::of(&draw(&chart, LOOK));

    let marks = picture.points("dot self");
    let (last_before, first_after) = (marks[15].0, marks[16].0);
    assert!(first_after - last_before > 100.0);
    for what in ["trend", "band"] {
        let strokes = picture.strokes(what);
        assert_eq!(strokes.len(), 2, "{what}");
        let is_near = |x: f64, other: f64| (x - other).abs() < 0.2;
        let before = strokes[0].iter().map(|(x, _)| *x).fold(0.0, f64::max);
        let after = strokes[1].iter().map(|(x, _)| *x).fold(f64::MAX, f64::min);
        assert!(is_near(before, last_before), "{what}");
        assert!(is_near(after, first_after), "{what}");
    }
    assert!(picture.says("no ratings"));
}

#[test]
fn a_line_runs_on_over_a_week_or_two_without_a_rating() {
    let dots = rated(Rater::Oneself, (0..8).chain(10..20));
    let chart = with_total(dots.clone(), vec![line(&dots)]);

    let picture = Picture::of(&draw(&chart, LOOK));

    assert_eq!(picture.strokes("trend").len(), 1);
}

#[test]
fn who_rates_once_a_month_has_no_gaps() {
    let dots = rated(Rater::Oneself, (0..25).step_by(5));
    let chart = with_total(dots.clone(), vec![line(&dots)]);

    let picture = Picture::of(&draw(&chart, LOOK));

    let (marks, line) = (picture.points("dot self"), picture.points("trend self"));
    assert_eq!((line[0].0, line[1].0), (marks[0].0, marks[8].0));
    assert!(!picture.says("no ratings"));
}

#[test]
fn without_a_line_there_are_points_and_nothing_else() {
    let chart = with_total(rated(Rater::Oneself, 0..5), vec![]);

    let picture = Picture::of(&draw(&chart, LOOK));

    assert_eq!(picture.points("dot self").len(), 10);
    assert_eq!(picture.points("trend").len(), 0);
    assert_eq!(picture.points("band").len(), 0);
    assert!(!picture.says("trend"));
}

#[test]
fn an_interval_that_is_not_known_is_not_drawn() {
    let dots = rated(Rater::Oneself, 0..20);
    let mut straight = line(&dots);
    straight.ends = straight.ends.map(|end| LineEnd { ci95: None, ..end });
    let chart = with_total(dots, vec![straight]);

    let picture = Picture::of(&draw(&chart, LOOK));

    assert_eq!(picture.points("trend self").len(), 2);
    assert_eq!(picture.points("band").len(), 0);
    assert!(!picture.says("likely range"));
}

#[test]
fn raters_have_shapes_and_lines_of_their_own() {
    let (hers, his) = (rated(Rater::Oneself, 0..12), rated(Rater::Proxy, 12..24));
    let lines = vec![line(&hers), line(&his)];
    let mut chart = with_total([hers, his].concat(), lines);
    chart.total.clinic = rated(Rater::ClinicInPerson, 7..8);

    let picture = Picture::of(&draw(&chart, LOOK));

    for (class, said) in [
        ("self", "answered alone"),
        ("proxy", "seen by a caregiver"),
        ("clinic", "rated by the clinic"),
    ] {
        assert!(
            !picture.points(&format!("dot {class}")).is_empty(),
            "{class}"
        );
        assert!(picture.says(said), "{said}");
    }
    assert!(!picture.says("answered with help"));
    let (hers, his) = (picture.points("trend self"), picture.points("trend proxy"));
    assert!(hers.last().unwrap().0 < his[0].0);
    // The clinic's rating is a mark alone.
    assert_eq!(picture.points("trend clinic").len(), 0);
}

#[test]
fn weeks_without_a_total_are_marked_below_the_axis() {
    let mut chart = with_total(rated(Rater::Oneself, 0..5), vec![]);
    let without = Picture::of(&draw(&chart, LOOK));
    chart.open = vec![day("2026-07-08")];

    let picture = Picture::of(&draw(&chart, LOOK));

    assert_eq!(without.points("open").len(), 0);
    assert!(picture.says("a question left open: no total"));
    let axis = picture.points("axis");
    let below = picture
        .points("open")
        .iter()
        .filter(|(_, y)| *y > axis[1].1)
        .count();
    assert_eq!(below, 4);
}

#[test]
fn a_stage_lasts_until_the_next_rating_and_never_over_a_silence() {
    let dots = rated(Rater::Oneself, (0..4).chain(14..18));
    let stage = |name, number| Some(Stage { name, number });
    let stages = [
        stage("2", 2),
        stage("2", 2),
        None,
        stage("2", 2),
        stage("4A", 4),
        stage("4A", 4),
        stage("4A", 4),
        stage("3", 3),
    ];
    let days = dots.iter().map(|dot| dot.day);
    let mut chart = with_total(dots.clone(), vec![]);
    chart.stages = vec![Staging {
        of: Method::Kings,
        stages: days.zip(stages).collect(),
    }];

    let picture = Picture::of(&draw(&chart, LOOK));

    let spells: Vec<_> = picture
        .rects
        .iter()
        .filter(|(class, _)| ["s2", "s3", "s4"].contains(&&**class))
        .collect();
    let classes: Vec<&str> = spells.iter().map(|(class, _)| &**class).collect();
    assert_eq!(classes, ["s2", "s2", "s4", "s3"]);
    let wide = |place: usize| spells[place].1.2 - spells[place].1.0;
    let week = wide(1);
    for (place, weeks) in [(0, 2.0), (2, 3.0), (3, 1.0)] {
        assert!((wide(place) - weeks * week).abs() < 0.3, "{spells:?}");
    }
    assert!(picture.says("4A: nutrition needs support"));
    assert!(!picture.says("one region"));
}

#[test]
fn a_stretch_in_which_the_clinic_rated_is_not_without_ratings() {
    let dots = rated(Rater::Oneself, (0..4).chain(22..25));
    let mut chart = with_total(dots, vec![]);
    let alone = Picture::of(&draw(&chart, LOOK));
    chart.total.clinic = rated(Rater::ClinicInPerson, (4..22).step_by(4));

    let seen = Picture::of(&draw(&chart, LOOK));

    assert!(alone.says("no ratings"));
    assert!(!seen.says("no ratings"));
}

#[test]
fn a_reader_without_numbers_is_shown_and_told_none() {
    let dots = rated(Rater::Oneself, 0..20);
    let mut chart = with_total(dots.clone(), vec![line(&dots)]);
    chart.told = vec![String::from("It fell from 40 to 21 of 48.")];
    chart.marks = vec![Mark {
        day: day("2026-08-03"),
        kind: MarkerKind::Treatment,
        label: String::from("riluzole started"),
    }];
    let look = Look {
        numbers: false,
        ..LOOK
    };

    let picture = Picture::of(&draw(&chart, look));

    let is_a_day = |word: &str| {
        let digits = |c: char| c.is_ascii_digit();
        word.contains(digits) && word.chars().all(|c| digits(c) || "-/:".contains(c))
    };
    let words = format!("{} {}", picture.words(), picture.told);
    let numbers: Vec<&str> = words
        .split_whitespace()
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()))
        .filter(|word| !(is_a_day(word) && word.contains(['-', '/'])))
        .collect();
    assert_eq!(numbers, [""; 0]);
    assert!(!picture.says("stage"));
    assert!(!picture.points("trend").is_empty());
    assert!(picture.says("riluzole started"));
}
