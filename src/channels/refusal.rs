//! What this slice refuses.

use crate::platform::http::refusals;

refusals! {
    /// Why a device is not told anything.
    pub enum Refusal {
        /// Another account's, and nothing shows that the caller has it.
        DeviceTaken => 409 "device_taken" "Another account is told on this device: subscribe anew on it.",
        /// The key is not known any more.
        OtherKey => 409 "other_push_key" "This browser has subscribed to a key that is not used any more: subscribe anew with the key of today.",
        /// There is none.
        NoBridge => 409 "no_bridge" "This service has no bridge to the push services of phones: use Web Push, or mail.",
    }
}
