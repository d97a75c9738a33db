//! Student's t.

use special::{Beta, Error};

/// The distribution with 4 degrees of freedom or more, which need not be whole: what depends on them
/// alone is worked out once.
#[derive(Clone, Copy, Debug)]
pub struct Student {
    degrees: f64,
    ln_beta: f64,
}

impl Student {
    /// How many standard errors on either side 95 % of the distribution lie within, at the most: that
    /// is so with 4 degrees.
    pub const WIDEST_95: f64 = 2.776_446;

    /// The distribution with so many degrees of freedom.
    pub fn with(degrees: f64) -> Self {
        Self {
            degrees,
            ln_beta: (degrees / 2.0).ln_beta(0.5),
        }
    }

    /// Which share lies below `t`, and how fast it grows there.
    ///
    /// By the normal deviate that has the same share (Hill 1970, Communications of the ACM 13:617–619,
    /// algorithm 395): off by 2 in a million with 4 degrees, by less with more, and thirty times as
    /// fast as the incomplete beta function.
    pub fn share_below(self, t: f64) -> (f64, f64) {
        let far = (t * t / self.degrees).ln_1p();
        let a = self.degrees - 0.5;
        let b = 48.0 * a * a;
        let y = a * far;
        let series = ((-0.4 * y - 3.3) * y - 24.0) * y - 85.5;
        let deviate = ((series / (0.8 * y * y + 100.0 + b) + y + 3.0) / b + 1.0) * y.sqrt();
        let tail = (deviate * std::f64::consts::FRAC_1_SQRT_2).compl_error() / 2.0;
        let power = -f64::midpoint(self.degrees, 1.0) * far;
        let density = (power - self.ln_beta).exp() / self.degrees.sqrt();
        (if t > 0.0 { 1.0 - tail } else { tail }, density)
    }
}
