//! The Theil-Sen slope: the median of the slopes between every two points.

/// Above this many points no slope is given: their two million pairs take 16 MB.
const MOST_POINTS: usize = 2000;

/// The median slope of `(x, y)` points in ascending x, in units of y per x, or none without two
/// different x.
///
/// A week that is far off moves it little. Source: Sen 1968, J Am Stat Assoc 63:1379-1389. The work
/// grows with the square of the points: 520 weeks make 134,940 pairs, 182 weeks 16,471.
pub(super) fn theil_sen(points: &[(f64, f64)]) -> Option<f64> {
    if points.len() > MOST_POINTS {
        return None;
    }
    let mut slopes = Vec::with_capacity(points.len() * points.len() / 2);
    let mut rest = points;
    while let Some(((x, y), later)) = rest.split_first() {
        slopes.extend(
            later
                .iter()
                .map(|(later_x, later_y)| (later_y - y) / (later_x - x)),
        );
        rest = later;
    }
    // Asked once for all: a question per pair would keep the loop from being vectorised.
    if !points.is_sorted_by(|(x, _), (later_x, _)| x < later_x) {
        slopes.retain(|slope| slope.is_finite());
    }
    median(&mut slopes)
}

fn median(values: &mut [f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    let middle = values.len() / 2;
    let even = values.len().is_multiple_of(2);
    let (below, upper, _) = values.select_nth_unstable_by(middle, f64::total_cmp);
    if even {
        let lower = below.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        Some(f64::midpoint(lower, *upper))
    } else {
        Some(*upper)
    }
}
