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
    /// The seed of a second factor. Subject: the account; row: the factor's id.
    TOTP_SEED = "totp_factors"."seed",
}
