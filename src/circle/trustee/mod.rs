//! Who acts for a patient when hands, voice or strength go: chosen in advance, asked for openly, and
//! only after a time in which the patient can say no with one touch.

mod ask;
mod choose;
mod end;
mod keep_word;
pub(super) mod letters;
mod link;
pub(super) mod model;
mod take_back;
pub(super) mod tell;

use chrono::TimeDelta;
use url::Url;

use crate::platform::App;
use crate::platform::ids::PatientId;
use crate::platform::secret::MacKey;
use crate::product::Product;

pub use ask::ask;
pub use choose::{choose, forget};
pub use end::{erase, forget_member};
pub use keep_word::keep_word;
pub use link::VetoLink;
pub use model::{State, Trustee};
pub use take_back::{by_link, refuse, step_back};
pub use tell::tell_of_change;

pub use super::store::trustees::{find as chosen, trusteeships};

/// What the settings say of it.
#[derive(Debug, Clone)]
pub struct Ways {
    /// How long a trustee waits after asking.
    waits: TimeDelta,
    /// How long they cannot ask again after a no.
    pub(super) pause: TimeDelta,
    /// Makes the links that say no.
    key: MacKey,
    public_url: Url,
}

impl Ways {
    pub(super) fn new(app: &App, product: &Product) -> Self {
        Self {
            waits: product.trustee_waits,
            pause: product.trustee_pause,
            key: VetoLink::key(&app.vault),
            public_url: (*app.public_url).clone(),
        }
    }

    /// The link with which this patient says no.
    pub(super) fn link(&self, patient: PatientId) -> Url {
        VetoLink(patient).url(&self.key, &self.public_url)
    }
}
