//! How a message goes, and when it is its turn.

/// How a message leaves the house. Each has its own senders: one that is away holds up no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// To a mail server.
    Mail,
    /// To the push service of a browser or a phone.
    Push,
    /// To the operator's own bridge.
    Webhook,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Mail, Self::Push, Self::Webhook];

    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Push => "push",
            Self::Webhook => "webhook",
        }
    }

    /// Its number in the database.
    pub(super) fn code(self) -> i16 {
        match self {
            Self::Mail => 1,
            Self::Push => 2,
            Self::Webhook => 3,
        }
    }

    /// How often something is tried: a mail over three days, what shows on a screen over half a day.
    pub fn most_attempts(self) -> i16 {
        match self {
            Self::Mail => 24,
            Self::Push | Self::Webhook => 10,
        }
    }
}

/// What goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// A person waits for it, or caused it a moment ago: a code, an invitation.
    First,
    /// It is one of many, and no person waits for it: a reminder.
    Later,
}

impl Turn {
    pub(super) const ALL: [Self; 2] = [Self::First, Self::Later];

    pub(super) fn code(self) -> i16 {
        match self {
            Self::First => 0,
            Self::Later => 1,
        }
    }
}
