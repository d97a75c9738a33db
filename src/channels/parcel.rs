//! What lies in the outbox for a device.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::model::Notice;
use crate::platform::ids::{AccountId, SubscriptionId};
use crate::platform::words::Language;

/// A notice for one device.
#[derive(Clone, Serialize, Deserialize)]
pub struct Parcel {
    subscription: Uuid,
    account: Uuid,
    /// What its owner reads.
    pub language: Language,
    /// What is said.
    pub notice: Notice,
    /// Whether it is to be a mail where no device can be reached.
    pub or_mail: bool,
}

impl Parcel {
    /// What `notice` says to a device of `account`.
    pub fn new(
        subscription: SubscriptionId,
        account: AccountId,
        language: Language,
        notice: &Notice,
        or_mail: bool,
    ) -> Self {
        Self {
            subscription: subscription.0,
            account: account.0,
            language,
            notice: notice.clone(),
            or_mail,
        }
    }

    /// The device.
    pub fn subscription(&self) -> SubscriptionId {
        SubscriptionId(self.subscription)
    }

    /// Whose it is.
    pub fn account(&self) -> AccountId {
        AccountId(self.account)
    }
}
