//! The Theil-Sen slope: the median of the slopes between every two points of a group.

/// Above this many points no slope is given: their two million pairs take 16 MB.
const MOST_POINTS: usize = 2000;

/// The median slope of `(x, y)` points in ascending x within each group, in units of y per x, or none
/// without two different x in one.
///
/// A week that is far off moves it little. Source: Sen 1968, J Am Stat Assoc 63:1379-1389. The work
/// grows with the square of the points: 520 weeks make 134,940 pairs, 182 weeks 16,471.
pub(super) fn theil_sen(groups: &[Vec<(f64, f64)>]) -> Option<f64> {
    let points: usize = groups.iter().map(Vec::len).sum();
    if points > MOST_POINTS {
        return None;
    }
    let mut slopes = Vec::with_capacity(points * points / 2);
    for group in groups {
        let mut rest = group.as_slice();
        while let Some(((x, y), later)) = rest.split_first() {
            slopes.extend(
                later
                    .iter()
                    .map(|(later_x, later_y)| (later_y - y) / (later_x - x)),
            );
            rest = later;
        }
    }
    // Asked once for all: a question per pair would keep the loop from being vectorised.
    let is_ordered = |group: &Vec<(f64, f64)>| group.is_sorted_by(|(x, _), (later, _)| x < later);
    if !groups.iter().all(is_ordered) {
        slopes.retain(|slope| slope.is_finite());
    }
    median(&mut slopes)
}

/// Below this many values selecting among all of them is as fast.
const WORTH_A_SAMPLE: usize = 2048;

/// One value in so many is looked at first.
const SAMPLED: usize = 32;

/// The median. A sample says between which values it lies; then one pass finds those few among
/// which to select. Where the sample misleads, all are selected from: the answer is the same.
fn median(values: &mut [f64]) -> Option<f64> {
    if values.len() >= WORTH_A_SAMPLE
        && let Some(found) = median_near_sample(values)
    {
        return Some(found);
    }
    let count = values.len();
    median_of_part(values, 0, count)
}

fn median_near_sample(values: &mut [f64]) -> Option<f64> {
    let mut sample: Vec<f64> = values.iter().copied().step_by(SAMPLED).collect();
    let (middle, margin) = (sample.len() / 2, sample.len() / 10 + 2);
    let (_, low, above) =
        sample.select_nth_unstable_by(middle.checked_sub(margin)?, f64::total_cmp);
    let (_, high, _) = above.select_nth_unstable_by(2 * margin - 1, f64::total_cmp);
    let (low, high) = (*low, *high);
    let (mut below, mut inside) = (0, 0);
    for at in 0..values.len() {
        let value = *values.get(at)?;
        // Moved to the front always and kept there by moving on: a branch would be guessed wrongly
        // every fifth time.
        values.swap(inside, at);
        below += usize::from(value < low);
        inside += usize::from((low..=high).contains(&value));
    }
    let count = values.len();
    median_of_part(values.get_mut(..inside)?, below, count)
}

/// The median of `count` values, of which `below` are smaller than every one of `part`; `None`
/// where it is not in `part`.
fn median_of_part(part: &mut [f64], below: usize, count: usize) -> Option<f64> {
    let upper_rank = (count / 2).checked_sub(below)?;
    let lower_rank = (count.checked_sub(1)? / 2).checked_sub(below)?;
    if upper_rank >= part.len() {
        return None;
    }
    let (smaller, upper, _) = part.select_nth_unstable_by(upper_rank, f64::total_cmp);
    if lower_rank == upper_rank {
        return Some(*upper);
    }
    let lower = smaller.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Some(f64::midpoint(lower, *upper))
}
