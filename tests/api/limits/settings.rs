//! The limits as settings.

use rstest::rstest;

use crate::settings::run;

#[test]
fn the_limits_are_listed_as_they_are_set() {
    let (code, said) = run(
        &["config", "check"],
        &[
            ("ALSFRS_LIMIT_SIGN_UP", "40/30min"),
            ("ALSFRS_LIMIT_MAIL", "off"),
        ],
    );

    assert_eq!(code, Some(0), "{said}");
    let words: Vec<&str> = said.split_whitespace().collect();
    for pair in [
        ["ALSFRS_LIMIT_SIGN_UP", "40/30min"],
        ["ALSFRS_LIMIT_MAIL", "off"],
        ["ALSFRS_LIMIT_SIGN_IN", "30/min"],
    ] {
        assert!(words.windows(2).any(|two| two == pair), "{pair:?}: {said}");
    }
}

#[rstest]
#[case("ALSFRS_LIMIT_SIGN_IN", "30")]
#[case("ALSFRS_LIMIT_SIGN_IN", "0/min")]
#[case("ALSFRS_LIMIT_SIGN_IN", "30/fortnight")]
#[case("ALSFRS_LIMIT_SIGN_IN", "30/2d")]
#[case("ALSFRS_LIMIT_GUESSES", "0")]
fn a_limit_that_is_none_is_refused(#[case] variable: &str, #[case] value: &str) {
    let (code, said) = run(&["config", "check"], &[(variable, value)]);

    assert_eq!(code, Some(2), "{said}");
}
