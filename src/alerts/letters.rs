//! What a follower is told. Nothing of it is about health, and no line names a person: it shows on lock screens. That
//! a follower is not told any more is told in no message.

use crate::channels::{About, Notice};

/// That there is something to look at.
pub fn something_new() -> Notice {
    Notice::new("mail-alert", About::Alert)
}
