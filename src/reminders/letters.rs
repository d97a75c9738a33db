//! What a person is told. None of it is about health, and no line names an illness or a treatment: it shows on lock
//! screens.

use super::model::Kind;
use crate::channels::{About, Notice};

/// Of all that is due at once.
pub fn notice(kinds: &[Kind]) -> Notice {
    let is_week = |kind: &Kind| matches!(kind, Kind::Week | Kind::Later);
    let letter = match (kinds.iter().any(is_week), kinds.iter().all(is_week)) {
        (true, true) => "mail-reminder-week",
        (true, false) => "mail-reminder-week-and-more",
        (false, _) => "mail-reminder",
    };
    Notice::new(letter, About::Reminder)
}
