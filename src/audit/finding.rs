//! What can be wrong with the audit, in words.

use std::fmt;

/// Something that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// An event does not fit its hash, or does not follow the one before it.
    Changed {
        /// Its key in the table.
        event: i64,
        /// Its number in its chain.
        number: i64,
    },
    /// Events are not there between two others.
    Missing {
        /// The event that comes next.
        event: i64,
        /// The number of the first that is not there.
        number: i64,
    },
    /// The end of a chain is not there.
    CutOff {
        /// Its last event, where there is one.
        event: Option<i64>,
        /// How many the chain should have.
        should: i64,
        /// How many there are.
        are: i64,
    },
    /// A signed statement is not ours, or was changed.
    NotSigned(i64),
    /// A signed statement does not follow the one before it.
    NotNext(i64),
    /// A signed statement that was kept elsewhere is not in the table.
    NotKept(i64),
    /// An event is not as a signed statement says.
    NotAsSigned {
        /// Its key in the table.
        event: i64,
        /// The number of the statement.
        checkpoint: i64,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed { event, number } => write!(
                f,
                "event {event} (number {number} of its chain) was changed, or put in another's place"
            ),
            Self::Missing { event, number } => write!(
                f,
                "number {number} of a chain is missing, before event {event}"
            ),
            Self::CutOff {
                event: Some(event),
                should,
                are,
            } => write!(
                f,
                "a chain ends at event {event} with number {are}, and should have {should}"
            ),
            Self::CutOff { should, .. } => write!(f, "a chain of {should} events is not there"),
            Self::NotSigned(number) => write!(f, "checkpoint {number} was not signed with our key"),
            Self::NotNext(number) => {
                write!(f, "checkpoint {number} does not follow the one before it")
            }
            Self::NotKept(number) => write!(f, "checkpoint {number} is not in the table"),
            Self::NotAsSigned { event, checkpoint } => write!(
                f,
                "event {event} is not as checkpoint {checkpoint} says, or is not there"
            ),
        }
    }
}
