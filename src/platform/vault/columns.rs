//! Every column that is sealed: the map of what identifies a person, or says what they wrote.

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    pub(super) table: &'static str,
    pub(super) name: &'static str,
}

macro_rules! columns {
    ($($(#[$doc:meta])* $constant:ident = $table:literal . $name:literal),+ $(,)?) => {
        $($(#[$doc])* pub const $constant: Column = Column { table: $table, name: $name };)+
    };
}

columns! {
    /// Where mail reaches a person. Subject: the account; row: its id.
    EMAIL = "accounts"."email",
    /// What others see a person as. Subject: the account; row: its id.
    DISPLAY_NAME = "accounts"."display_name",
    /// What a person calls a device. Subject: the account; row: the session's id.
    DEVICE_NAME = "sessions"."device_name",
    /// What a person calls a passkey. Subject: the account; row: its id.
    PASSKEY_NAME = "passkeys"."name",
    /// Where a sign-up's code went. Subject: the house; row: its id.
    SIGN_UP_EMAIL = "sign_ups"."email",
    /// The display name of a sign-up. Subject: the house; row: its id.
    SIGN_UP_NAME = "sign_ups"."display_name",
    /// Who was invited. Subject: the patient; row: the invitation's id.
    INVITATION_EMAIL = "invitations"."email",
    /// What the link of an emergency card carries. Subject and row: the patient.
    CARD_TOKEN = "emergency_cards"."token",
    /// What an emergency card shows. As [`CARD_TOKEN`].
    CARD_CONTENT = "emergency_cards"."content",
    /// What was written beside a rating. Subject: the patient; row: week and revision, in either
    /// of the two tables: a version that moves into the history is still the same.
    NOTE = "entries"."note",
    /// Why a rating was changed or removed. As [`NOTE`].
    CHANGE_REASON = "entries"."change_reason",
    /// What the author of a rating calls the device it was sent from. Subject: the account of the
    /// author, so that it goes with them; row: patient, week and revision, as [`NOTE`]. Of a guest: which
    /// link, and the name that they typed. Subject: the patient; row as [`NOTE`].
    ENTRY_SENDER = "entries"."sender",
    /// What a guest sees of the patient. Subject: the patient; row: the link's id.
    GUEST_SHOWN_NAME = "guest_links"."shown_name",
    /// A treatment, a day on which it was given, a screening or a side effect. Subject: the
    /// patient; row: its id and revision, in either of the two tables, as [`NOTE`].
    RECORD_CONTENT = "records"."content",
    /// Why one of them was changed or removed. As [`RECORD_CONTENT`].
    RECORD_REASON = "records"."change_reason",
    /// What was written when people said of a flag "we know". Subject: the patient; row: the number
    /// of the change.
    FLAG_NOTE = "flag_acknowledgements"."note",
    /// On what a representative decides. Subject: the account; row: the consent's id.
    CONSENT_BASIS = "consents"."basis",
    /// Why a diary was closed. Subject and row: the patient.
    CLOSURE_BASIS = "patients"."closure_basis",
    /// Who a site invited. Subject: the site; row: the invitation's id.
    SITE_INVITATION_EMAIL = "site_invitations"."email",
    /// What a site will call who it invited. As [`SITE_INVITATION_EMAIL`].
    SITE_INVITATION_SUBJECT = "site_invitations"."subject_id",
    /// What a site calls a patient. Subject: the patient; row: the site's id.
    SUBJECT_ID = "enrolments"."subject_id",
    /// Why an export tells whose the data are. Subject: the site; row: the export's id.
    EXPORT_REASON = "exports"."reason",
    /// A message that waits to be sent. Subject: the house; row: its id.
    MESSAGE = "outbox"."content",
    /// How a device is reached. Subject: the account; row: its id.
    PUSH_TARGET = "push_subscriptions"."target",
    /// The seed of a second factor. Subject: the account; row: the factor's id.
    TOTP_SEED = "totp_factors"."seed",
}
