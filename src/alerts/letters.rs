//! What a follower is told. Nothing of it is about health, and no line names a person: it shows on lock screens. Nobody
//! is told that they are not told any more.

use crate::channels::{About, Notice};

/// That there is something to look at.
pub fn something_new() -> Notice {
    Notice::new("mail-alert", About::Alert)
}
