//! The rate since onset, and what a month is.

use alsfrs_diary::clinical::{DAYS_PER_MONTH, SinceOnset, months_between};
use chrono::Days;

use crate::people::day;

#[test]
fn a_month_is_30_4375_days() {
    assert!((months_between(day("2025-01-01"), day("2026-01-01")) - 365.0 / 30.4375).abs() < 1e-12);
    assert!((months_between(day("2022-01-01"), day("2026-01-01")) - 48.0).abs() < 1e-12);
    assert!(months_between(day("2026-01-01"), day("2025-01-01")) < 0.0);
    assert!((DAYS_PER_MONTH * 12.0 - 365.25).abs() < 1e-12);
}

/// 2022-01-01 to 2024-01-01 is 730 days, 23.983573 months; 14 points lost make 14 / 23.983573.
#[test]
fn lost_points_count_as_decline() {
    let rate = SinceOnset::of(day("2022-01-01"), day("2024-01-01"), 34).unwrap();

    assert!((rate.months - 23.983_572_895_277_206).abs() < 1e-9);
    assert!((rate.points_per_month - -0.583_732_876_712_328_8).abs() < 1e-9);
    let rounded = rate.rounded(3);
    assert!((rounded.points_per_month - -0.584).abs() < 1e-12);
    assert!((rounded.months - 24.0).abs() < 1e-12);
}

#[test]
fn nothing_lost_is_a_rate_of_plain_zero() {
    let rate = SinceOnset::of(day("2022-01-01"), day("2024-01-01"), 48).unwrap();

    assert_eq!(rate.points_per_month.to_bits(), 0.0_f64.to_bits());
}

#[test]
fn there_is_no_rate_within_the_first_month_nor_before_onset() {
    let onset = day("2026-01-01");
    let after = |days| SinceOnset::of(onset, onset + Days::new(days), 40);

    assert_eq!(after(0), None);
    assert_eq!(after(30), None, "30 days are less than 30.4375");
    assert!(after(31).is_some());
    assert_eq!(SinceOnset::of(onset, day("2020-01-01"), 40), None);
}

#[test]
fn a_total_beyond_the_scale_has_no_rate() {
    assert_eq!(
        SinceOnset::of(day("2022-01-01"), day("2024-01-01"), 49),
        None
    );
}
