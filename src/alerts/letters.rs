//! What a follower is told. Nothing of it is about health, and no line names a person: it shows on lock screens. Nobody
//! is told that they are not told any more.

use crate::channels::{About, Notice};

/// That there is something to look at.
pub fn something_new() -> Notice {
    Notice {
        subject: "There is something new in a diary you follow".to_owned(),
        text: "Hello,\n\n\
             there is something new in a diary that you follow. Open the app to see it, and to say that\n\
             you see to it: the others who follow the diary then know.\n\n\
             In the app you also choose what you are told, and on which ways.\n"
            .to_owned(),
        about: About::Alert,
    }
}
