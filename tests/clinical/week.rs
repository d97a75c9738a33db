//! Civil weeks.

use alsfrs_diary::clinical::{Week, WeekRefused};
use aws_lc_rs::digest;
use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};
use data_encoding::HEXLOWER;
use proptest::prelude::*;
use rstest::rstest;
use serde_json::{from_value, json, to_value};

use crate::people::{day, week};

#[rstest]
#[case("2026-12-31", "2026-W53")]
#[case("2027-01-01", "2026-W53")]
#[case("2027-01-03", "2026-W53")]
#[case("2027-01-04", "2027-W01")]
#[case("2024-12-30", "2025-W01")]
#[case("2025-12-29", "2026-W01")]
#[case("2021-01-03", "2020-W53")]
#[case("2023-01-01", "2022-W52")]
#[case("2026-11-18", "2026-W47")]
fn a_civil_day_lies_in_its_iso_week(#[case] civil: &str, #[case] expected: &str) {
    assert_eq!(Week::of(day(civil)).to_string(), expected);
}

#[rstest]
#[case::more_than_53("2026-W54")]
#[case::not_in_that_year("2025-W53")]
#[case::zero("2026-W00")]
#[case::ninety_nine("2026-W99")]
#[case::lower_case("2026-w10")]
#[case::leading_space(" 2026-W10")]
#[case::trailing_space("2026-W10 ")]
#[case::newline("2026-W10\n")]
#[case::one_digit("2026-W1")]
#[case::three_digits("2026-W010")]
#[case::five_digit_year("02026-W01")]
#[case::no_dash("2026W10")]
#[case::with_day("2026-W10-1")]
#[case::sign("+026-W10")]
#[case::negative("-026-W10")]
#[case::sign_in_week("2026-W+1")]
#[case::letters("2o26-W10")]
#[case::arabic_digits("٢٠-W10")]
#[case::too_early("1899-W52")]
#[case::too_late("3000-W01")]
#[case::empty("")]
#[case::a_day("2026-11-18")]
fn a_text_that_is_no_week_is_refused(#[case] text: &str) {
    assert_eq!(text.parse::<Week>(), Err(WeekRefused));
    assert!(from_value::<Week>(json!(text)).is_err());
}

#[test]
fn json_carries_the_written_week() {
    assert_eq!(to_value(week("2026-W47")).unwrap(), json!("2026-W47"));
    assert_eq!(
        from_value::<Week>(json!("2026-W47")).unwrap(),
        week("2026-W47")
    );
    assert!(from_value::<Week>(json!(202_647)).is_err());
}

#[test]
fn the_first_and_the_last_week_that_can_be_written_are_accepted() {
    assert_eq!(week("1900-W01").monday(), day("1900-01-01"));
    assert_eq!(week("2999-W52").to_string(), "2999-W52");
}

#[test]
fn a_week_is_stored_as_year_and_week() {
    assert_eq!(week("2026-W47").number(), 202_647);
    assert_eq!(Week::from_number(202_647), Some(week("2026-W47")));
    for number in [
        202_654,
        202_600,
        202_553,
        0,
        -202_601,
        189_952,
        300_001,
        i32::MAX,
        i32::MIN,
    ] {
        assert_eq!(Week::from_number(number), None, "{number}");
    }
}

#[test]
fn a_year_of_53_weeks_is_stepped_through() {
    assert_eq!(week("2026-W52").next(), week("2026-W53"));
    assert_eq!(week("2026-W53").next(), week("2027-W01"));
    assert_eq!(week("2025-W52").next(), week("2026-W01"));
    assert_eq!(week("2027-W01").previous(), week("2026-W53"));
    assert_eq!(week("2027-W01").weeks_since(week("2026-W01")), 53);
    assert_eq!(week("2026-W47").plus(-25), week("2026-W22"));
}

#[test]
fn the_ends_of_the_calendar_do_not_panic() {
    let first = Week::of(NaiveDate::MIN);
    let last = Week::of(NaiveDate::MAX);

    assert!(first.plus(i32::MIN) <= first.previous());
    assert!(last.plus(i32::MAX) >= last.next());
    assert!(first < last && last.sunday() >= last.monday());
    assert!(last.weeks_since(first) > 0);
}

/// SHA-256 of a line for each day from 1990-01-01 to 2100-12-31, such as `2026-11-18 2026-W47-3`, as Python's
/// `datetime.date.isocalendar` has it.
const ALL_DAYS: &str = "a855b64016d1f3c86d9911d2157cce6277fb77900622a72ddc0c97afd6487d6b";

#[test]
fn r239_every_day_of_111_years_lies_in_the_week_that_another_calendar_says() {
    let days = day("1990-01-01")
        .iter_days()
        .take_while(|date| *date <= day("2100-12-31"));

    let mut lines = digest::Context::new(&digest::SHA256);
    for date in days {
        let of_week = date.weekday().number_from_monday();
        lines.update(format!("{date} {}-{of_week}\n", Week::of(date)).as_bytes());
    }

    assert_eq!(HEXLOWER.encode(lines.finish().as_ref()), ALL_DAYS);
}

/// The rule of ISO 8601 itself: a week belongs to the year in which its Thursday lies.
fn by_its_thursday(date: NaiveDate) -> String {
    let thursday = date + TimeDelta::days(4 - i64::from(date.weekday().number_from_monday()));
    format!("{:04}-W{:02}", thursday.year(), thursday.ordinal0() / 7 + 1)
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..401_000).prop_map(|days| day("1900-01-01") + Days::new(days))
}

proptest! {
    #[test]
    fn r239_a_week_belongs_to_the_year_of_its_thursday(date in any_day()) {
        prop_assert_eq!(Week::of(date).to_string(), by_its_thursday(date));
    }

    #[test]
    fn a_week_holds_its_seven_days_and_no_other(date in any_day()) {
        let week = Week::of(date);

        prop_assert!(week.contains(date));
        prop_assert_eq!(week.monday().weekday(), Weekday::Mon);
        prop_assert_eq!(week.sunday(), week.monday() + Days::new(6));
        prop_assert!(week.contains(week.sunday()) && week.contains(week.monday()));
        prop_assert!(!week.contains(week.monday() - Days::new(1)));
        prop_assert!(!week.contains(week.sunday() + Days::new(1)));
    }

    #[test]
    fn a_week_reads_back_as_written_and_as_stored(date in any_day()) {
        let week = Week::of(date);

        prop_assert_eq!(week.to_string().parse(), Ok(week));
        prop_assert_eq!(Week::from_number(week.number()), Some(week));
    }

    #[test]
    fn stepping_there_and_back_returns(date in any_day(), weeks in -5000_i32..5000) {
        let week = Week::of(date);

        prop_assert_eq!(week.next().previous(), week);
        prop_assert_eq!(week.next(), week.plus(1));
        prop_assert_eq!(week.plus(weeks).weeks_since(week), weeks);
        prop_assert_eq!(week.plus(weeks).plus(-weeks), week);
        prop_assert_eq!(week.plus(weeks) < week, weeks < 0);
    }

    #[test]
    fn weeks_written_and_stored_sort_as_time_does(a in any_day(), b in any_day()) {
        let (a, b) = (Week::of(a), Week::of(b));

        prop_assert_eq!(a.to_string().cmp(&b.to_string()), a.cmp(&b));
        prop_assert_eq!(a.number().cmp(&b.number()), a.cmp(&b));
    }

    #[test]
    fn no_text_panics(text in ".{0,12}") {
        if let Ok(week) = text.parse::<Week>() {
            prop_assert_eq!(week.to_string(), text);
        }
    }
}
