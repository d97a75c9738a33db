//! What this slice refuses.

use crate::platform::http::refusals;

refusals! {
    /// Why a caller was not let in, or not let change a password.
    pub enum Refusal, told otherwise {
        /// Unknown, disabled or not confirmed, or the password is wrong: the four look the same.
        WrongCredentials => 401 "wrong_credentials" "The e-mail address or the password is wrong: try again, or ask for a new password by mail.",
        /// A refresh token that is expired, ended, retired, or not one of ours.
        InvalidGrant => 401 "invalid_grant" "This refresh token is not valid any more; sign in again.",
        /// A second factor that is wrong, or was used already.
        WrongCode => 401 "wrong_code" "The code is wrong, or was used already: give the next one.",
        /// A passkey of no account, or one that did not sign what it was asked to: why is not told.
        PasskeyRefused => 401 "passkey_refused" "This passkey is not taken here, or it took too long; try once more.",
        /// The second step of a sign-in took too long, or was tried too often.
        MfaTokenNotValid => 401 "mfa_token_not_valid" "This sign-in took too long or was tried too often; begin it again.",
        /// An account that needs two factors keeps one.
        LastFactor => 409 "last_factor" "You need a second factor: enrol another before you remove this one.",
        /// There is an end to everything.
        TooManyPasskeys => 409 "too_many_passkeys" "There are twenty passkeys already: remove one that you do not use.",
        /// Recovery codes stand in for another factor.
        NoSecondFactor => 409 "no_second_factor" "There is no second factor that recovery codes could stand in for.",
        /// What came is no authenticator's, was made for somewhere else, or took too long.
        PasskeyNotValid => 422 "passkey_not_valid" "This passkey cannot be added, or it took too long; begin once more.",
        /// The password that was given as the current one is another.
        WrongPassword => 403 "wrong_password" "The current password is wrong: type it again, or ask for a new one by mail.",
        /// What is for the page alone, and is asked by another.
        NotThePage => 403 "not_the_page" "Only the page of this server may ask this: an app keeps its refresh token itself.",
        /// A code that is wrong, used or expired, or was tried too often.
        CodeNotValid => 422 "code_not_valid" "The code is not valid, or not any more; ask for a new one.",
    }
}
