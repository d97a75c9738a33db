//! Student's t.

use special::Beta;

/// How many standard errors on either side 95 % of the distribution lie within; `None` where there
/// are no degrees of freedom, which need not be whole.
#[must_use]
pub fn two_sided_95(degrees_of_freedom: f64) -> Option<f64> {
    if !degrees_of_freedom.is_finite() || degrees_of_freedom <= 0.0 {
        return None;
    }
    let half = degrees_of_freedom / 2.0;
    // Outside ± t lies I(ν / (ν + t²); ν/2, 1/2), the regularised incomplete beta function.
    let share = 0.05.inv_inc_beta(half, 0.5, half.ln_beta(0.5));
    Some((degrees_of_freedom * (1.0 - share) / share).sqrt())
}
