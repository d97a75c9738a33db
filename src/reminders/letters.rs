//! What a person is told. None of it is about health, and no line names an illness or a treatment: it shows on lock
//! screens.

use chrono::{DateTime, Utc};

use super::model::Kind;
use crate::channels::{About, Notice};

/// Of all that is due at once. That of the week alone is said until the end of its `day`, and not after it.
pub fn notice(kinds: &[Kind], day: Option<DateTime<Utc>>) -> Notice {
    let is_week = |kind: &Kind| matches!(kind, Kind::Week | Kind::Later);
    let is_week_alone = kinds.iter().all(is_week);
    let letter = match (kinds.iter().any(is_week), is_week_alone) {
        (true, true) => "mail-reminder-week",
        (true, false) => "mail-reminder-week-and-more",
        (false, _) => "mail-reminder",
    };
    Notice {
        until: day.filter(|_| is_week_alone),
        ..Notice::new(letter, About::Reminder)
    }
}
