//! Identifiers: `UUIDv7`, one newtype per thing they name.

use uuid::Uuid;

use super::chance::{jitter, random_bytes};
use super::clock::Clock;

/// Makes new identifiers and secrets.
#[derive(Clone, Debug)]
pub struct Ids {
    clock: Clock,
}

impl Ids {
    /// Identifiers stamped with `clock`.
    pub fn new(clock: Clock) -> Self {
        Self { clock }
    }

    /// A new `UUIDv7`: ordered by time, 74 random bits.
    pub fn next<T: From<Uuid>>(&self) -> T {
        let millis = u64::try_from(self.clock.now().timestamp_millis()).unwrap_or_default();
        let random: [u8; 10] = random_bytes();
        uuid::Builder::from_unix_timestamp_millis(millis, &random)
            .into_uuid()
            .into()
    }

    /// The clock that stamps them.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// `N` bytes of a cryptographic generator.
    pub fn secret<const N: usize>(&self) -> [u8; N] {
        random_bytes()
    }

    /// A number below `bound`, each as likely as the others.
    pub fn below(&self, bound: u32) -> u32 {
        jitter(bound)
    }
}

/// Declares an identifier: a UUID that cannot be taken for another kind's.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            diesel::expression::AsExpression, diesel::deserialize::FromSqlRow,
            serde::Serialize, utoipa::ToSchema,
        )]
        #[diesel(sql_type = crate::platform::db::Id)]
        #[schema(value_type = String, format = "uuid", example = "0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61")]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.as_hyphenated().fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = NotAnId;

            /// Reads the hyphenated form in either case; braces, `urn:` and bare digits are refused.
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                if text.len() == 36 {
                    Uuid::try_parse(text).map(Self).map_err(|_| NotAnId)
                } else {
                    Err(NotAnId)
                }
            }
        }

        crate::platform::db::stored_as_id!($name);
    };
}

/// The text is no hyphenated UUID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a hyphenated UUID")]
pub struct NotAnId;

id!(
    /// A person who can sign in.
    AccountId
);
id!(
    /// One device's signed-in session: the family of its refresh tokens.
    SessionId
);
id!(
    /// The public name of one diary.
    PatientId
);
id!(
    /// A passkey.
    PasskeyId
);
id!(
    /// A clinic.
    SiteId
);
id!(
    /// A program of a clinic.
    ClientId
);
id!(
    /// An export of a clinic's data.
    ExportId
);
id!(
    /// Something that followers of a diary are told.
    AlertId
);
id!(
    /// An invitation into a circle, or to a site.
    InvitationId
);
id!(
    /// A link that is held without an account: with which a guest records one week, or that of an emergency card.
    GuestLinkId
);
id!(
    /// Something the team should hear of, named after what it is about.
    FlagId
);
id!(
    /// Something that a client records and has named itself, so that it can send it twice.
    RecordId
);
id!(
    /// A device that is told something.
    SubscriptionId
);
id!(
    /// Anything that needs a name only inside: a pending sign-up, a mail, an audit row.
    RowId
);
id!(
    /// Whose data key: an account's, a diary's, a site's, or an export's.
    Subject
);

impl<'de> serde::Deserialize<'de> for RecordId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl From<AccountId> for Subject {
    fn from(account: AccountId) -> Self {
        Self(account.0)
    }
}

impl From<SiteId> for Subject {
    fn from(site: SiteId) -> Self {
        Self(site.0)
    }
}

impl From<ExportId> for Subject {
    fn from(export: ExportId) -> Self {
        Self(export.0)
    }
}

impl From<PatientId> for Subject {
    fn from(patient: PatientId) -> Self {
        Self(patient.0)
    }
}
