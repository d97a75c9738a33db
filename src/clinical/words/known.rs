//! What is known of people without a treatment, said with every before and after.

use super::Fact;

/// Oh et al. 2018, PMC6175096, table 3: a standard deviation of 1.33 points a month in 27 people, who all
/// took riluzole. A normal variable is farther than that from its mean in 32 of 100.
pub(in crate::clinical) const fn chance() -> Fact {
    Fact::ChangesWithoutIt {
        one_in: 3,
        per_month: 1.3,
        people: 27,
    }
}

/// Bedlack et al. 2016, PMC4793781, and Vasta et al. 2020.
pub(in crate::clinical) const fn without_decline() -> Fact {
    Fact::WithoutDecline {
        percent_in_trials: [25.0, 16.0],
        percent_in_a_register: [16.5, 7.7],
    }
}
