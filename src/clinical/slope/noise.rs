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

/// How many kinds of noise there are: the last has no memory, and there all shares are the same.
const KINDS: usize = 1 + MEMORIES.len() * SHARES.len();

/// One number under each kind of noise. They are worked out side by side: that is several times as fast as one
/// kind after the other, whose steps each wait for the one before.
pub(super) type Each = [f64; KINDS];

/// A number for each memory, and for no memory 0, as each kind has them.
fn of_memories(numbers: [f64; MEMORIES.len()]) -> Each {
    let mut each = [0.0; KINDS];
    let lasting = each.chunks_exact_mut(SHARES.len());
    for (kinds, number) in lasting.zip(numbers) {
        kinds.fill(number);
    }
    each
}

/// The share of each kind that has a memory.
fn shares() -> Each {
    let mut each = [1.0; KINDS];
    for kinds in each.chunks_exact_mut(SHARES.len()) {
        kinds.copy_from_slice(&SHARES);
    }
    each
}

/// The filter of each kind of noise over certain days: it takes from a column what the values before
/// say of each, so that what is left is independent and of one size (Kalman 1960).
pub(super) struct Filter {
    steps: Vec<Step>,
    /// The logarithm of the determinant of the correlations.
    pub(super) log_determinant: Each,
}

struct Step {
    /// How much of the state is left since the value before.
    kept: Each,
    /// How much of a surprise the state takes over.
    gain: Each,
    /// One over the size of a surprise.
    scale: Each,
}

/// So many sizes are multiplied before a logarithm is taken, which takes longer than all the rest of a step. Each is
/// above a two-hundredth.
const AT_ONCE: usize = 64;

impl Filter {
    /// For values so many weeks after one another; the first number does not count.
    pub(super) fn over(weeks: &[f64]) -> Self {
        let shares = shares();
        let mut unknown = shares;
        let (mut log_determinant, mut product) = ([0.0; KINDS], [1.0; KINDS]);
        let mut steps: Vec<Step> = Vec::with_capacity(weeks.len());
        // Most weeks are as far apart as those before.
        let (mut kept, mut gap) = ([0.0; KINDS], f64::NAN);
        for (place, apart) in weeks.iter().enumerate() {
            if place > 0 && apart.total_cmp(&gap).is_ne() {
                let powers = MEMORIES.map(|memory| memory.powf(*apart));
                (kept, gap) = (of_memories(powers), *apart);
            }
            let mut step = Step {
                kept,
                gain: [0.0; KINDS],
                scale: [0.0; KINDS],
            };
            let known = kept.iter().zip(&shares);
            let to = step.gain.iter_mut().zip(&mut step.scale);
            let state = unknown.iter_mut().zip(&mut product);
            for (((kept, share), (gain, scale)), (unknown, product)) in known.zip(to).zip(state) {
                if place > 0 {
                    *unknown = kept * kept * *unknown + share * (1.0 - kept * kept);
                }
                let surprise = *unknown + (1.0 - share);
                *gain = *unknown / surprise;
                *unknown *= 1.0 - *gain;
                *product *= surprise;
                *scale = surprise.sqrt().recip();
            }
            steps.push(step);
            if place % AT_ONCE == AT_ONCE - 1 || place + 1 == weeks.len() {
                for (sum, product) in log_determinant.iter_mut().zip(&mut product) {
                    *sum += std::mem::replace(product, 1.0).ln();
                }
            }
        }
        Self {
            steps,
            log_determinant,
        }
    }

    /// A column as each kind leaves it.
    pub(super) fn of(&self, column: &[f64]) -> Vec<Each> {
        let mut state = [0.0; KINDS];
        let filtered = self.steps.iter().zip(column).map(|(step, value)| {
            let mut left = [0.0; KINDS];
            let to = left.iter_mut().zip(&mut state);
            let by = step.kept.iter().zip(&step.gain).zip(&step.scale);
            for ((left, state), ((kept, gain), scale)) in to.zip(by) {
                *state *= kept;
                let surprise = value - *state;
                *state += gain * surprise;
                *left = surprise * scale;
            }
            left
        });
        filtered.collect()
    }
}

/// The sums of the products of two columns.
pub(super) fn dot_each(a: &[Each], b: &[Each]) -> Each {
    let mut sums = [0.0; KINDS];
    for (a, b) in a.iter().zip(b) {
        for (sum, (a, b)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += a * b;
        }
    }
    sums
}

/// For each kind, what it has of all of these.
pub(super) fn by_kind(of_each: &[Each]) -> impl Iterator<Item = Vec<f64>> {
    (0..KINDS).map(|kind| {
        of_each
            .iter()
            .filter_map(|each| each.get(kind).copied())
            .collect()
    })
}

/// Of all kinds what each has at one place.
fn across(of_kinds: &[Vec<f64>], place: usize) -> Each {
    let mut each = [0.0; KINDS];
    for (slot, of_kind) in each.iter_mut().zip(of_kinds) {
        *slot = of_kind.get(place).copied().unwrap_or_default();
    }
    each
}

/// What the columns, each so many times, leave of the values, squared and added up.
pub(super) fn residuals(values: &[Each], columns: &[Vec<Each>], unknowns: &[Vec<f64>]) -> Each {
    let times: Vec<Each> = (0..columns.len())
        .map(|place| across(unknowns, place))
        .collect();
    let mut sums = [0.0; KINDS];
    for (place, value) in values.iter().enumerate() {
        let mut left = *value;
        for (column, unknowns) in columns.iter().zip(&times) {
            let Some(entry) = column.get(place) else {
                continue;
            };
            for (left, (unknown, entry)) in left.iter_mut().zip(unknowns.iter().zip(entry)) {
                *left -= unknown * entry;
            }
        }
        for (sum, left) in sums.iter_mut().zip(&left) {
            *sum += left * left;
        }
    }
    sums
}
