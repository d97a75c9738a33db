//! The noise around a line: what one week says of the next.
//!
//! Two residuals of one person so many days apart correlate by τ·ρ^(days/7): a state that fades, and
//! beside it scatter that is new each week. No weekly correlation of the ALSFRS-R was found in print, so
//! none is assumed: all of a fixed grid are tried, alike before anything is rated, each with the weight that
//! the ratings give it.
//! Source: `docs/clinical-sources.md`, "Errors with memory".

/// How much of the noise is left a week later.
const MEMORIES: [f64; 7] = [0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/// Which share of the noise has a memory.
const SHARES: [f64; 4] = [1.0, 0.75, 0.5, 0.25];

/// One kind of noise.
#[derive(Clone, Copy)]
pub(super) struct Noise {
    memory: f64,
    share: f64,
}

/// The 29 kinds of noise: without a memory all shares are the same.
pub(super) fn kinds() -> impl Iterator<Item = Noise> {
    let forgetful = Noise {
        memory: 0.0,
        share: 1.0,
    };
    let lasting = MEMORIES
        .into_iter()
        .flat_map(|memory| SHARES.into_iter().map(move |share| Noise { memory, share }));
    std::iter::once(forgetful).chain(lasting)
}

/// The filter of one kind of noise over certain days: it takes from a column what the values before
/// say of each, so that what is left is independent and of one size (Kalman 1960).
pub(super) struct Filter {
    steps: Vec<Step>,
    /// The logarithm of the determinant of the correlations.
    pub(super) log_determinant: f64,
}

struct Step {
    /// How much of the state is left since the value before.
    kept: f64,
    /// How much of a surprise the state takes over.
    gain: f64,
    /// One over the size of a surprise.
    scale: f64,
}

impl Noise {
    /// The filter for values so many weeks after one another; the first number does not count.
    pub(super) fn filter(self, weeks: &[f64]) -> Filter {
        let (share, fresh) = (self.share, 1.0 - self.share);
        let mut unknown = share;
        let mut log_determinant = 0.0;
        let mut steps = Vec::with_capacity(weeks.len());
        // Most weeks are as far apart as those before: a power takes longer than all the rest of a step.
        let (mut of_gap, mut gap) = (0.0, f64::NAN);
        for (place, apart) in weeks.iter().enumerate() {
            if apart.total_cmp(&gap).is_ne() && self.memory > 0.0 {
                (of_gap, gap) = (self.memory.powf(*apart), *apart);
            }
            let kept = if place == 0 { 0.0 } else { of_gap };
            if place > 0 {
                unknown = kept * kept * unknown + share * (1.0 - kept * kept);
            }
            let surprise = unknown + fresh;
            let gain = unknown / surprise;
            unknown *= 1.0 - gain;
            log_determinant += surprise.ln();
            steps.push(Step {
                kept,
                gain,
                scale: surprise.sqrt().recip(),
            });
        }
        Filter {
            steps,
            log_determinant,
        }
    }
}

impl Filter {
    pub(super) fn of(&self, column: &[f64]) -> Vec<f64> {
        let mut state = 0.0;
        let filtered = self.steps.iter().zip(column).map(|(step, value)| {
            state *= step.kept;
            let surprise = value - state;
            state += step.gain * surprise;
            surprise * step.scale
        });
        filtered.collect()
    }
}
