//! A part of a group, with its uncertainty.

use serde::Serialize;

use super::slope::{count, round};

/// Standard deviations between which 95 of 100 lie.
const REACH: f64 = 1.959_963_984_540_054;

const DECIMALS: i32 = 3;

/// How many of a group, and between which parts 95 of 100 such intervals hold the true one.
///
/// Source: the score interval of Wilson 1927 (JASA 22:209–212), as compared by Newcombe
/// 1998 (Statistics in Medicine 17:857–872; unconfirmed citations).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Proportion {
    /// How many there are.
    #[schema(example = 19)]
    pub of: usize,
    /// How many of them.
    #[schema(example = 6)]
    pub count: usize,
    /// `count / of`, to three decimals; null of none.
    #[schema(example = 0.316)]
    pub part: Option<f64>,
    /// The 95 % interval of it; null of none.
    #[schema(example = json!([0.154, 0.54]))]
    pub ci95: Option<[f64; 2]>,
}

impl Proportion {
    /// `found` of `of`, which is no fewer.
    pub fn new(found: usize, of: usize) -> Self {
        let nothing = of == 0 || found > of;
        Self {
            of,
            count: found,
            part: (!nothing).then(|| round(count(found) / count(of), DECIMALS)),
            ci95: (!nothing).then(|| wilson(count(found), count(of))),
        }
    }
}

fn wilson(found: f64, of: f64) -> [f64; 2] {
    let (part, square) = (found / of, REACH * REACH);
    let middle = part + square / (2.0 * of);
    let reach = REACH * (part * (1.0 - part) / of + square / (4.0 * of * of)).sqrt();
    let scale = 1.0 + square / of;
    [middle - reach, middle + reach].map(|end| round((end / scale).clamp(0.0, 1.0), DECIMALS))
}
