//! Student's t.

use special::Beta;

/// How many standard errors on either side 95 % of the distribution lie within; `None` where there
/// are no degrees of freedom, which need not be whole.
pub fn two_sided_95(degrees_of_freedom: f64) -> Option<f64> {
    if !degrees_of_freedom.is_finite() || degrees_of_freedom <= 0.0 {
        return None;
    }
    let half = degrees_of_freedom / 2.0;
    // Outside ± t lies I(ν / (ν + t²); ν/2, 1/2), the regularised incomplete beta function.
    let share = 0.05.inv_inc_beta(half, 0.5, half.ln_beta(0.5));
    Some((degrees_of_freedom * (1.0 - share) / share).sqrt())
}

/// The distribution with so many degrees of freedom, above 0: what depends on them alone is worked out
/// once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Student {
    degrees: f64,
    ln_beta: f64,
}

impl Student {
    pub(super) fn with(degrees: f64) -> Self {
        Self {
            degrees,
            ln_beta: (degrees / 2.0).ln_beta(0.5),
        }
    }

    pub(super) const fn degrees(self) -> f64 {
        self.degrees
    }

    /// Which share lies below `t`.
    pub(super) fn share_below(self, t: f64) -> f64 {
        let share = self.degrees / (self.degrees + t * t);
        let tail = share.inc_beta(self.degrees / 2.0, 0.5, self.ln_beta) / 2.0;
        if t > 0.0 { 1.0 - tail } else { tail }
    }

    /// How fast that share grows at `t`.
    pub(super) fn density(self, t: f64) -> f64 {
        let power = -f64::midpoint(self.degrees, 1.0) * (t * t / self.degrees).ln_1p();
        (power - self.ln_beta).exp() / self.degrees.sqrt()
    }
}
