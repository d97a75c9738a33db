//! Floor 4: people, how they sign in, and on which devices.

mod change_account;
mod change_password;
mod codes;
mod common_passwords;
mod confirm;
mod disable;
mod email;
mod erase;
mod factors;
mod finish_sign_in;
mod hashing;
mod http;
mod letters;
mod mailed_code;
mod model;
mod open_session;
mod passkeys;
mod password;
mod refresh;
mod refresh_token;
mod refusal;
mod request;
mod reset_password;
mod response;
mod retention;
mod sign_in;
mod sign_out;
mod sign_up;
mod sign_ups;
mod staff;
mod step_up;
mod store;
mod strength;
mod taken;

pub use confirm::{MailedProof, NewAccount, confirm};
pub use disable::{Named, disable, enable};
pub use email::{EmailAddress, NotAnAddress};
pub use erase::{erase, is_known};
pub use factors::enrol::enrol_invented;
pub use factors::reset::{ResetRequest, reset_due, reset_factors};
pub use hashing::{HashingError, Passwords};
pub use http::routes;
pub use mailed_code::MailedCode;
pub use model::{Account, Person, is_language_tag, read_time_zone};
pub use open_session::SessionTokens;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub use passkeys::fuzzed;
pub use passkeys::{Passkey, passkeys_of};
pub use password::Password;
pub use refusal::Refusal;
pub use response::AccountResponse;
pub use retention::RETENTION;
pub use sign_in::{Attempt, SignInOutcome, sign_in};
pub use sign_up::sign_up;
pub use sign_ups::Code as SignUpCode;
pub use staff::{StaffInvitation, activate, add_staff, make_staff, stand_in};
pub use store::zones::{active_zone, moved, take_up_move};
pub use store::{
    at_no_device, find as find_account, find_by_email, find_readable, recipient_at, time_zone_of,
    waits_since, with_password,
};
