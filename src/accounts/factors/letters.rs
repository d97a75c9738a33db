//! The mails about factors, in plain words. No subject says what the service is about.

use chrono::{DateTime, Utc};

use crate::platform::mail::{Mail, Recipient};

/// To a person who can be asked for a second factor from now on.
pub fn factor_added(to: &Recipient) -> Mail {
    to.letter("mail-factor-added", &[])
}

/// To a person who is not asked for a second factor any more.
pub fn factor_removed(to: &Recipient) -> Mail {
    to.letter("mail-factor-removed", &[])
}

/// To a person who is asked for a passkey still.
pub fn codes_removed(to: &Recipient) -> Mail {
    to.letter("mail-codes-removed", &[])
}

/// To a person who used one of the codes they had written down.
pub fn recovery_code_used(to: &Recipient, left: i64) -> Mail {
    to.letter("mail-recovery-code-used", &[("left", &left.to_string())])
}

/// To a person who made new recovery codes.
pub fn recovery_codes_renewed(to: &Recipient) -> Mail {
    to.letter("mail-recovery-codes-renewed", &[])
}

/// To a member of the staff, on the operator's word.
pub fn reset_asked(to: &Recipient, due_at: DateTime<Utc>) -> Mail {
    to.letter("mail-reset-asked", &[("due", &to.language.moment(due_at))])
}

/// To the same, when it does not take place.
pub fn reset_cancelled(to: &Recipient) -> Mail {
    to.letter("mail-reset-cancelled", &[])
}

/// To the same, when it took place.
pub fn factors_reset(to: &Recipient) -> Mail {
    to.letter("mail-factors-reset", &[])
}
