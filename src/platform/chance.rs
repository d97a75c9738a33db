//! Chance: the one place that asks the machine for it.

use rand::rngs::StdRng;
use rand::{Rng, RngExt};

/// A number below `bound`, to keep those that wait out of step.
pub fn jitter(bound: u32) -> u32 {
    generator().random_range(0..bound.max(1))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that asks the machine"
)]
fn generator() -> StdRng {
    rand::make_rng()
}

/// `N` bytes of a cryptographic generator.
pub(super) fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    generator().fill_bytes(&mut bytes);
    bytes
}
