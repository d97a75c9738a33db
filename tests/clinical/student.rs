//! Student's t as the library computes it, against published tables.

use alsfrs_diary::clinical::two_sided_95;
use rstest::rstest;

/// Two-sided 95 % quantiles: the three-decimal tables printed in textbooks, and more digits from an
/// independent program (bisection on the continued fraction of the incomplete beta function).
#[rstest]
#[case(1, 12.706_204_736)]
#[case(2, 4.302_652_730)]
#[case(3, 3.182_446_305)]
#[case(4, 2.776_445_105)]
#[case(5, 2.570_581_836)]
#[case(6, 2.446_911_851)]
#[case(10, 2.228_138_852)]
#[case(20, 2.085_963_447)]
#[case(30, 2.042_272_456)]
#[case(60, 2.000_297_822)]
#[case(120, 1.979_930_405)]
#[case(175, 1.973_612_462)]
#[case(200, 1.971_896_224)]
#[case(201, 1.971_836_507)]
#[case(518, 1.964_554_196)]
#[case(1998, 1.961_152_015)]
fn the_quantile_is_that_of_the_tables(#[case] degrees_of_freedom: u32, #[case] published: f64) {
    let quantile = two_sided_95(f64::from(degrees_of_freedom)).unwrap();

    assert!(
        (quantile - published).abs() < 2e-9 * published,
        "{quantile}"
    );
}

/// Between whole degrees of freedom, which differences between two slopes have: from `SciPy`'s
/// `t.ppf(0.975, df)`.
#[rstest]
#[case(1.01, 12.412_738_499)]
#[case(1.05, 11.361_907_669)]
#[case(1.1, 10.276_801_286)]
#[case(1.2, 8.648_826_511)]
#[case(1.3, 7.500_529_326)]
#[case(1.5, 6.016_663_104)]
#[case(1.7, 5.118_838_988)]
#[case(1.9, 4.527_118_077)]
#[case(1.99, 4.323_438_866)]
#[case(2.01, 4.282_204_280)]
#[case(2.1, 4.112_152_758)]
#[case(2.3, 3.807_163_208)]
#[case(2.7, 3.392_148_383)]
#[case(3.4, 2.980_773_503)]
#[case(4.6, 2.639_291_610)]
#[case(7.3, 2.345_066_737)]
#[case(15.5, 2.125_476_659)]
#[case(33.3, 2.033_819_224)]
fn between_whole_degrees_it_is_as_exact(#[case] degrees_of_freedom: f64, #[case] exact: f64) {
    let quantile = two_sided_95(degrees_of_freedom).unwrap();

    assert!((quantile - exact).abs() < 2e-9 * exact, "{quantile}");
}

#[rstest]
#[case::none(0.0)]
#[case::fewer_than_none(-1.0)]
#[case::no_number(f64::NAN)]
fn without_degrees_of_freedom_there_is_none(#[case] degrees_of_freedom: f64) {
    assert_eq!(two_sided_95(degrees_of_freedom), None);
}
