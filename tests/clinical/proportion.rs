//! Parts of a group, against published intervals.

use alsfrs_diary::clinical::Proportion;
use proptest::prelude::*;

#[test]
fn the_interval_is_that_of_wilson() {
    // Newcombe 1998 (Statistics in Medicine 17:857–872), table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    for (found, of, low, high) in [
        (81, 263, 0.255, 0.366),
        (15, 148, 0.062, 0.16),
        (0, 20, 0.0, 0.161),
        (1, 29, 0.006, 0.172),
    ] {
        let proportion = Proportion::new(found, of);
        assert_eq!(proportion.ci95, Some([low, high]), "{found} of {of}");
    }
}

#[test]
fn of_none_there_is_no_part() {
    let none = Proportion::new(0, 0);
    assert_eq!((none.part, none.ci95), (None, None));
}

proptest! {
    #[test]
    fn the_part_lies_in_its_interval(of in 1_usize..5_000, share in 0.0..=1.0_f64) {
        let found = (0..of).filter(|one| (f64::from(u32::try_from(*one).unwrap()) + 0.5) < share * f64::from(u32::try_from(of).unwrap())).count();
        let proportion = Proportion::new(found, of);
        let (part, [low, high]) = (proportion.part.unwrap(), proportion.ci95.unwrap());
        prop_assert!(0.0 <= low && low <= part && part <= high && high <= 1.0);
    }
}
