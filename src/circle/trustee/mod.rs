//! Who acts for a patient when hands, voice or strength go: chosen in advance, asked for openly, and
//! only after a time in which the patient can say no with one touch.

mod ask;
mod choose;
mod keep_word;
pub(super) mod letters;
mod link;
mod model;
mod take_back;
pub(super) mod tell;

use chrono::TimeDelta;
use url::Url;

use crate::platform::App;
use crate::platform::secret::MacKey;

pub use ask::ask;
pub use choose::{choose, forget};
pub use keep_word::keep_word;
pub use link::VetoLink;
pub use model::{Request, State, Trustee};
pub use take_back::{by_link, refuse, step_back};
pub use tell::tell_of_change;

pub use super::store::trustees::{find as chosen, trusteeships};

/// What the settings say of it.
#[derive(Debug, Clone)]
pub struct Ways {
    /// How long a trustee waits after asking.
    waits: TimeDelta,
    /// How long they cannot ask again after a no.
    pause: TimeDelta,
    /// Makes the links that say no.
    pub(super) key: MacKey,
    pub(super) public_url: Url,
}

impl From<&App> for Ways {
    fn from(app: &App) -> Self {
        Self {
            waits: app.trustee_waits,
            pause: app.trustee_pause,
            key: VetoLink::key(&app.vault),
            public_url: (*app.public_url).clone(),
        }
    }
}
