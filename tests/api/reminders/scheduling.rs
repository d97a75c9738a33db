//! The rules alone: clocks that are turned, and the properties that hold whatever is chosen.

use alsfrs_diary::clinical::Week;
use alsfrs_diary::platform::clock::{Zone, ZoneData};
use alsfrs_diary::reminders::{Kind, Progress, Quiet, Schedule, Settings, Weekday, Weekly};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use proptest::prelude::*;
use rstest::rstest;

use super::at;

fn zone(name: &str) -> Zone {
    name.parse().unwrap()
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn weekly(weekday: Weekday, hour: &str) -> Settings {
    Settings {
        weekly: Some(Weekly {
            weekday,
            at: time(hour),
            zone: None,
        }),
        ..Settings::default()
    }
}

/// When the reminders of three weeks in a row come.
fn instants(settings: &Settings, home: &str, first: &str) -> Vec<String> {
    let zones = ZoneData::in_use();
    let schedule = Schedule::new(settings, zone(home), zones);
    let first: Week = first.parse().unwrap();
    (0..3)
        .map(|weeks| schedule.occurrence(first.plus(weeks)).unwrap().at)
        .map(|at| at.format("%FT%RZ").to_string())
        .collect()
}

#[rstest]
// Half past two does not exist on 29 March: an hour later, on this day only.
#[case("Europe/Berlin", Weekday::Sunday, "02:30", "2026-W12", ["2026-03-22T01:30Z", "2026-03-29T01:30Z", "2026-04-05T00:30Z"])]
// Half past two comes twice on 25 October: the first one.
#[case("Europe/Berlin", Weekday::Sunday, "02:30", "2026-W42", ["2026-10-18T00:30Z", "2026-10-25T00:30Z", "2026-11-01T01:30Z"])]
// Six in the evening stays six in the evening.
#[case("Europe/Berlin", Weekday::Sunday, "18:00", "2026-W12", ["2026-03-22T17:00Z", "2026-03-29T16:00Z", "2026-04-05T16:00Z"])]
// A day without 02:30, and one with two 01:30.
#[case("America/New_York", Weekday::Sunday, "02:30", "2026-W09", ["2026-03-01T07:30Z", "2026-03-08T07:30Z", "2026-03-15T06:30Z"])]
#[case("America/New_York", Weekday::Sunday, "01:30", "2026-W43", ["2026-10-25T05:30Z", "2026-11-01T05:30Z", "2026-11-08T06:30Z"])]
// Half an hour is skipped, and comes twice.
#[case("Australia/Lord_Howe", Weekday::Sunday, "02:15", "2026-W39", ["2026-09-26T15:45Z", "2026-10-03T15:45Z", "2026-10-10T15:15Z"])]
#[case("Australia/Lord_Howe", Weekday::Sunday, "01:45", "2026-W13", ["2026-03-28T14:45Z", "2026-04-04T14:45Z", "2026-04-11T15:15Z"])]
// For Ramadan the clock is turned back, and forward after it.
#[case("Africa/Casablanca", Weekday::Sunday, "02:30", "2025-W07", ["2025-02-16T01:30Z", "2025-02-23T01:30Z", "2025-03-02T02:30Z"])]
#[case("Africa/Casablanca", Weekday::Sunday, "02:30", "2025-W13", ["2025-03-30T02:30Z", "2025-04-06T02:30Z", "2025-04-13T01:30Z"])]
// There is no 30 December: a day later, in the same week.
#[case("Pacific/Apia", Weekday::Friday, "18:00", "2011-W51", ["2011-12-24T04:00Z", "2011-12-31T04:00Z", "2012-01-06T04:00Z"])]
fn r188_a_clock_that_is_turned_moves_one_reminder_and_no_other(
    #[case] home: &str,
    #[case] weekday: Weekday,
    #[case] hour: &str,
    #[case] first: &str,
    #[case] expected: [&str; 3],
) {
    assert_eq!(instants(&weekly(weekday, hour), home, first), expected);
}

#[test]
fn mondays_reminder_comes_on_monday_where_the_person_is() {
    let settings = weekly(Weekday::Monday, "00:30");

    let auckland = instants(&settings, "Pacific/Auckland", "2026-W48");

    assert_eq!(auckland[0], "2026-11-22T11:30Z", "Sunday by UTC");
}

#[test]
fn the_end_of_a_quiet_time_may_be_skipped_too() {
    let settings = Settings {
        quiet: Some(Quiet {
            from: time("22:00"),
            to: time("02:30"),
        }),
        ..weekly(Weekday::Saturday, "23:00")
    };

    let berlin = instants(&settings, "Europe/Berlin", "2026-W13");

    assert_eq!(berlin[0], "2026-03-29T01:30Z", "half past three on Sunday");
}

const ZONES: [&str; 12] = [
    "Europe/Berlin",
    "America/New_York",
    "America/Havana",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Etc/GMT+12",
    "Asia/Kathmandu",
    "America/St_Johns",
    "Asia/Tehran",
    "Antarctica/Troll",
];

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

fn clock_times() -> impl Strategy<Value = NaiveTime> {
    (0_u32..1440)
        .prop_map(|minute| NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap())
}

fn chosen() -> impl Strategy<Value = Settings> {
    let quiet = proptest::option::of((clock_times(), clock_times()));
    (0_usize..7, clock_times(), quiet).prop_map(|(day, at, quiet)| Settings {
        weekly: Some(Weekly {
            weekday: WEEKDAYS[day],
            at,
            zone: None,
        }),
        quiet: quiet
            .filter(|(from, to)| from != to)
            .map(|(from, to)| Quiet { from, to }),
        ..Settings::default()
    })
}

/// What a job that looks whenever something may be due tells, from an instant on for so many days.
fn told(
    settings: &Settings,
    homes: &[Zone],
    from: DateTime<Utc>,
    days: i64,
    lateness: &[i64],
) -> Vec<(DateTime<Utc>, Week, Zone)> {
    let zones = ZoneData::in_use();
    let (mut now, mut progress, mut told) = (from, Progress::default(), Vec::new());
    let of = |now: DateTime<Utc>| {
        let leg = usize::try_from((now - from).num_days() / 9).unwrap();
        homes[leg % homes.len()]
    };
    let mut late = lateness.iter().cycle();
    let mut home = of(from);
    while now < from + TimeDelta::days(days) {
        if of(now) != home {
            let before = Schedule::new(settings, home, zones);
            home = of(now);
            progress = Schedule::new(settings, home, zones).after_move(&before, now, progress);
        }
        let schedule = Schedule::new(settings, home, zones);
        let next = if schedule.is_quiet(now) {
            schedule.after_quiet(now)
        } else {
            let (asked, after) = schedule.asked(now, progress);
            progress = after;
            if let Some(asked) = asked {
                assert_eq!(asked.kind, Kind::Week);
                told.push((now, asked.week, home));
            }
            schedule.next(now, progress).unwrap()
        };
        assert!(next > now, "it stands still at {now}");
        now = next + TimeDelta::seconds(*late.next().unwrap());
        // A traveller is looked at when they arrive.
        let leg = from + TimeDelta::days(((now - from).num_days() / 9) * 9);
        if homes.len() > 1 && of(now) != home && leg > from && leg < now {
            now = leg;
        }
    }
    told
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn r188_each_week_is_told_once_and_never_in_quiet_hours(
        settings in chosen(),
        home in 0_usize..ZONES.len(),
        start in 0_i64..700,
        lateness in proptest::collection::vec(0_i64..50, 1..5),
    ) {
        let home = zone(ZONES[home]);
        let from = at("2026-01-01T00:00:00Z") + TimeDelta::days(start);
        let schedule = Schedule::new(&settings, home, ZoneData::in_use());

        let told = told(&settings, &[home], from, 70, &lateness);

        prop_assert!(told.len() >= 9, "{told:?}");
        for (instant, _, _) in &told {
            prop_assert!(!schedule.is_quiet(*instant), "{instant} is quiet");
        }
        for pair in told.windows(2) {
            prop_assert_eq!(pair[0].1.next(), pair[1].1, "no week is left out, none comes twice");
        }
    }

    #[test]
    fn r190_a_traveller_is_told_of_no_week_twice(
        settings in chosen(),
        homes in proptest::collection::vec(0_usize..ZONES.len(), 2..6),
        start in 0_i64..700,
    ) {
        let homes: Vec<Zone> = homes.into_iter().map(|at| zone(ZONES[at])).collect();
        let from = at("2026-01-01T00:00:00Z") + TimeDelta::days(start);

        let told = told(&settings, &homes, from, 70, &[0]);

        for pair in told.windows(2) {
            prop_assert!(pair[0].1 < pair[1].1, "{pair:?}");
        }
        for (instant, _, home) in told {
            prop_assert!(!Schedule::new(&settings, home, ZoneData::in_use()).is_quiet(instant));
        }
    }

    #[test]
    fn r188_where_the_hour_exists_and_is_not_quiet_the_clock_shows_it(
        settings in chosen(),
        home in 0_usize..ZONES.len(),
        week in 0_i32..104,
    ) {
        let zones = ZoneData::in_use();
        let home = zone(ZONES[home]);
        let schedule = Schedule::new(&settings, home, zones);
        let week = "2026-W01".parse::<Week>().unwrap().plus(week);
        let it = schedule.occurrence(week).unwrap();
        let chosen = settings.weekly.unwrap().at;

        prop_assert!(it.at < it.until);
        if settings.quiet.is_none() {
            let wall = schedule.wall(it.at);
            let turned = zones.instant(wall.date().and_time(chosen), home) == Some(it.at);
            prop_assert!(wall.time() == chosen || turned, "{wall} is not {chosen}");
            prop_assert!(week.contains(wall.date()));
        }
    }
}
