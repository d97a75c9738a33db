//! What holds for the picture of any diary.

use alsfrs_diary::clinical::{CuttingForm, Domain, Group, GroupLine, LineEnd, Rater};
use alsfrs_diary::platform::words::Language;
use alsfrs_diary::trends::picture::{
    Chart, Dot, Look, Mark, MarkerKind, Method, Series, Stage, Staging, Theme, draw,
};
use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;

use super::drawn::day;
use super::parsed::Picture;

const STAGES: [Stage; 8] = [
    stage("0", 0),
    stage("1", 1),
    stage("2", 2),
    stage("3", 3),
    stage("4", 4),
    stage("4A", 4),
    stage("4B", 4),
    stage("4A+4B", 4),
];

const fn stage(name: &'static str, number: u8) -> Stage {
    Stage { name, number }
}

fn group() -> impl Strategy<Value = Group> {
    let rater = prop::sample::select(vec![
        Rater::Oneself,
        Rater::Helped,
        Rater::Proxy,
        Rater::ClinicInPerson,
        Rater::ClinicByPhone,
    ]);
    let form = prop::sample::select(vec![CuttingForm::A, CuttingForm::B]);
    (rater, form).prop_map(|(rater, form)| Group { rater, form })
}

/// So many days after the first.
fn within(days: i64) -> impl Strategy<Value = NaiveDate> {
    (0..days).prop_map(|after| first() + TimeDelta::days(after))
}

fn first() -> NaiveDate {
    day("2019-02-25")
}

fn dots(days: i64, most: u8) -> impl Strategy<Value = Vec<Dot>> {
    let dot =
        (within(days), 0..=most, group()).prop_map(|(day, value, group)| Dot { day, value, group });
    let dots = prop::collection::vec(dot, 0..60);
    dots.prop_map(|mut dots| {
        dots.sort_by_key(|dot| dot.day);
        dots
    })
}

/// A line for each group, somewhere on the scale.
fn series(days: i64, most: u8) -> impl Strategy<Value = Series> {
    let values = prop::collection::vec(0.0..=f64::from(most), 6);
    (dots(days, most), dots(days, most), values, any::<bool>()).prop_map(
        |(dots, clinic, values, is_certain)| {
            let mut lines: Vec<GroupLine> = Vec::new();
            for dot in &dots {
                let of_group: Vec<&Dot> =
                    dots.iter().filter(|one| one.group == dot.group).collect();
                let known = lines.iter().any(|line| line.group == dot.group);
                if known || of_group.len() < 2 {
                    continue;
                }
                let end = |dot: &Dot, of: usize| LineEnd {
                    day: dot.day,
                    value: values[of],
                    ci95: (!is_certain).then(|| {
                        [
                            values[of + 1].min(values[of]),
                            values[of + 2].max(values[of]),
                        ]
                    }),
                };
                lines.push(GroupLine {
                    group: dot.group,
                    ends: [end(of_group[0], 0), end(of_group[of_group.len() - 1], 3)],
                });
            }
            Series {
                dots,
                clinic,
                lines,
            }
        },
    )
}

fn stages(days: i64) -> impl Strategy<Value = Vec<Staging>> {
    let stage = prop::option::weighted(0.8, prop::sample::select(STAGES.to_vec()));
    let stages = prop::collection::vec((within(days), stage), 0..60);
    prop::array::uniform3(stages).prop_map(|all| {
        let ways = [Method::Kings, Method::Mitos, Method::Ft9];
        let stagings = ways.into_iter().zip(all).map(|(of, mut stages)| {
            stages.sort_by_key(|(day, _)| *day);
            stages.dedup_by_key(|(day, _)| *day);
            Staging { of, stages }
        });
        stagings.collect()
    })
}

fn marks(days: i64) -> impl Strategy<Value = Vec<Mark>> {
    let kind = prop::sample::select(vec![
        MarkerKind::Treatment,
        MarkerKind::Device,
        MarkerKind::SideEffect,
        MarkerKind::Milestone,
    ]);
    let label = prop_oneof![
        any::<String>(),
        "[a-z]{1,90}",
        "<script>\"&\u{0}\u{ffff}\u{202e}",
        Just(String::from("riluzole started")),
    ];
    let mark = (within(days), kind, label).prop_map(|(day, kind, label)| Mark { day, kind, label });
    prop::collection::vec(mark, 0..40).prop_map(|mut marks| {
        marks.sort_by_key(|mark| mark.day);
        marks
    })
}

fn chart() -> impl Strategy<Value = Chart> {
    let days = prop_oneof![Just(28_i64), Just(182), 4_i64 * 7..520 * 7, Just(520 * 7)];
    days.prop_flat_map(|days| {
        let areas = prop::array::uniform4(series(days, 12));
        let open = prop::collection::vec(within(days), 0..20);
        let told = prop::collection::vec(any::<String>(), 0..3);
        (
            series(days, 48),
            areas,
            open,
            stages(days),
            marks(days),
            told,
            any::<bool>(),
        )
            .prop_map(
                move |(total, areas, open, stages, marks, told, has_more)| Chart {
                    from: first(),
                    to: first() + TimeDelta::days(days - 1),
                    total,
                    areas: Domain::ALL.into_iter().zip(areas).collect(),
                    open,
                    stages,
                    marks,
                    told,
                    has_more,
                },
            )
    })
}

fn look() -> impl Strategy<Value = Look> {
    let theme = prop::sample::select(vec![
        Theme::Auto,
        Theme::Light,
        Theme::Dark,
        Theme::Contrast,
        Theme::Print,
    ]);
    let width = prop_oneof![Just(320_u16), Just(720), Just(1600), 320_u16..=1600];
    let language = prop::sample::select(Language::ALL.to_vec());
    (width, theme, any::<bool>(), language).prop_map(|(width, theme, numbers, language)| Look {
        width,
        theme,
        numbers,
        language,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_picture_of_any_diary_is_sound(chart in chart(), look in look()) {
        let picture = Picture::of(&draw(&chart, look));

        prop_assert!((picture.width - f64::from(look.width)).abs() < 0.1);
        prop_assert!(!picture.title.is_empty());
        let faults = picture.faults();
        prop_assert!(faults.is_empty(), "{faults:#?}");
    }
}
