//! What this slice refuses.

use crate::platform::http::refusals;

refusals! {
    /// Why somebody was not let in, or not let change a password.
    pub enum Refusal {
        /// Unknown, disabled or not confirmed, or the password is wrong: the four look the same.
        WrongCredentials => 401 "wrong_credentials" "The e-mail address or the password is wrong.",
        /// A refresh token that is expired, ended, retired, or not one of ours.
        InvalidGrant => 401 "invalid_grant" "This refresh token is not valid any more; sign in again.",
        /// The password that was given as the current one is another.
        WrongPassword => 403 "wrong_password" "The current password is wrong.",
        /// A code that is wrong, used or expired, or was tried too often.
        CodeNotValid => 422 "code_not_valid" "The code is not valid, or not any more; ask for a new one.",
    }
}
