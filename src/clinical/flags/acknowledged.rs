//! "We know", as the rules see it.

use std::collections::BTreeMap;

use super::{FlagCode, Reading};
use crate::clinical::Week;

/// That people said of a flag: we know.
#[derive(Clone, Debug, PartialEq)]
pub struct Acknowledgement {
    /// Of which flag.
    pub code: FlagCode,
    /// The week of the last rating that they could see.
    pub seen: Week,
    /// The numbers that the flag showed, by [`super::Change::what`].
    pub readings: BTreeMap<String, Reading>,
}
