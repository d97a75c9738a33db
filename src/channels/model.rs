//! What is said to a person who is not looking, and on which way.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A way to reach a person.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Their mail address.
    Mail,
    /// Their devices that asked for it. Where they have none, it is a mail.
    Push,
}

/// What a notice is about, so that an app opens where it is of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Something that the person wanted to be reminded of.
    Reminder,
    /// Something of a diary that the person wanted to be told.
    Alert,
}

/// Something to say to a person.
///
/// None of it says anything about health, a score or a diagnosis: it shows on lock screens, and passes servers
/// of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// One line.
    pub subject: String,
    /// A few lines, in plain text. Only a mail shows them.
    pub text: String,
    /// What it is about.
    pub about: About,
}
