//! What a person is told. None of it is about health, and no line names an illness or a treatment: it shows on lock
//! screens.

use super::model::Kind;
use crate::channels::{About, Notice};

/// Of all that is due at once.
pub fn notice(kinds: &[Kind]) -> Notice {
    let is_week = |kind: &Kind| matches!(kind, Kind::Week | Kind::Later);
    let text = match (kinds.iter().any(is_week), kinds.iter().all(is_week)) {
        (true, true) => "you asked to be reminded once a week: this one is still open.",
        (true, false) => {
            "you asked to be reminded once a week: this one is still open. Something else that you\n\
             wanted to be reminded of is there too."
        }
        (false, _) => "you asked to be reminded of something: it is time.",
    };
    Notice {
        subject: "Your reminder".to_owned(),
        text: format!(
            "Hello,\n\n{text}\n\n\
             Open the app to see it. There you can also choose when you are reminded, have a pause,\n\
             or switch it off.\n"
        ),
        about: About::Reminder,
    }
}
