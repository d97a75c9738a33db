//! The flag about a total that fell quickly.

use super::trace;
use super::{Assessment, Flag, Tier, raise};

/// How a change of the total is named in [`super::Change::what`].
pub(super) const TOTAL: &str = "total";

/// The smallest fall that one person's noise hardly explains. Derived, not published: 1.96 · √2 · a
/// standard error of measurement of 1.45 points.
const NOTABLE_FALL: u8 = 4;

/// The total down by 4 or more within 28 days, and still so in the next complete entry, itself
/// within 28 days.
pub(super) fn changed_quickly(history: &[Assessment]) -> Option<Flag> {
    let (latest, earlier) = trace::of_total(history)?;
    let (fallen, before) = earlier.split_first()?;
    let highest = before
        .iter()
        .filter(|seen| fallen.is_lately_after(seen))
        .max_by_key(|seen| seen.points)
        .filter(|seen| seen.points >= fallen.points.max(latest.points) + NOTABLE_FALL)
        .filter(|_| latest.is_lately_after(fallen));
    raise(
        "total_changed_quickly",
        Tier::ContactThisWeek,
        highest.map(|highest| latest.change_from(TOTAL, Some(highest))),
        "Your answers changed a lot within a few weeks. Please contact your ALS team this week.",
    )
}
