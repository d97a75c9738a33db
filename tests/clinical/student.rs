//! Student's t as it is worked out, against published tables.

use alsfrs_diary::clinical::Student;
use rstest::rstest;

/// How far the share below may be off: far less than shows in an interval of one decimal.
const CLOSE: f64 = 2e-6;

/// Two-sided 95 % quantiles: the three-decimal tables printed in textbooks, and more digits from an
/// independent program (bisection on the continued fraction of the incomplete beta function); between
/// whole degrees, which differences of two slopes have, from `SciPy`'s `t.ppf(0.975, df)`.
#[rstest]
#[case(4.0, 2.776_445_105)]
#[case(4.6, 2.639_291_610)]
#[case(5.0, 2.570_581_836)]
#[case(6.0, 2.446_911_851)]
#[case(7.3, 2.345_066_737)]
#[case(10.0, 2.228_138_852)]
#[case(15.5, 2.125_476_659)]
#[case(20.0, 2.085_963_447)]
#[case(30.0, 2.042_272_456)]
#[case(33.3, 2.033_819_224)]
#[case(60.0, 2.000_297_822)]
#[case(120.0, 1.979_930_405)]
#[case(175.0, 1.973_612_462)]
#[case(200.0, 1.971_896_224)]
#[case(201.0, 1.971_836_507)]
#[case(518.0, 1.964_554_196)]
#[case(1998.0, 1.961_152_015)]
fn below_the_quantile_of_the_tables_lie_ninety_seven_and_a_half_percent(
    #[case] degrees: f64,
    #[case] quantile: f64,
) {
    let student = Student::with(degrees);
    let (below, _) = student.share_below(quantile);
    let (above, _) = student.share_below(-quantile);

    assert!((below - 0.975).abs() < CLOSE, "{below}");
    assert!((above - 0.025).abs() < CLOSE, "{above}");
    assert!(quantile <= Student::WIDEST_95);
}

/// The share grows by its density: `SciPy`'s `t.pdf(1.5, df)` and `t.cdf(1.5, df)`.
#[rstest]
#[case(4.0, 0.122_880_000, 0.896_000_000)]
#[case(24.0, 0.128_798_749, 0.926_672_177)]
#[case(180.0, 0.129_436_421, 0.932_316_831)]
fn the_share_grows_by_the_density(#[case] degrees: f64, #[case] density: f64, #[case] share: f64) {
    let (below, growth) = Student::with(degrees).share_below(1.5);

    assert!((below - share).abs() < CLOSE, "{below}");
    assert!((growth - density).abs() < 1e-8, "{growth}");
}
