//! What is recorded around treatments: four kinds of records that are kept in the same way.

mod administration;
mod screening;
mod side_effect;
mod treatment;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::access::Role;
use crate::audit::Action;
use crate::diary::Author;
use crate::platform::ids::RecordId;

pub use administration::{Administration, Amount};
pub use screening::{Findings, Screening};
pub use side_effect::SideEffect;
pub use treatment::{Cells, Treatment};

/// How one kind of records is kept.
#[derive(Debug, Clone, Copy)]
pub struct Kept {
    /// The number of the kind in the database.
    pub code: i16,
    /// How many there may be: of a treatment for what belongs to one, else of a patient.
    pub most: i64,
    /// What the audit says of a new one.
    pub recorded: Action,
    /// What the audit says of a correction.
    pub revised: Action,
    /// What the audit says of a removal.
    pub voided: Action,
}

/// What one kind of records says.
pub trait Content:
    Serialize + DeserializeOwned + Clone + PartialEq + Send + Sync + 'static
{
    /// How it is kept.
    const KEPT: Kept;

    /// The day it happened on, or began.
    fn began_on(&self) -> NaiveDate;

    /// The day it ended.
    fn ended_on(&self) -> Option<NaiveDate> {
        None
    }

    /// Of which treatment it is, or which one is suspected.
    fn treatment(&self) -> Option<RecordId> {
        None
    }
}

/// A version of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Version<T> {
    /// The name that the client gave it.
    pub id: RecordId,
    /// Counts the versions, from 1.
    pub revision: i32,
    /// What it says; `None` for a removal.
    pub content: Option<T>,
    /// Why it was changed or removed.
    pub change_reason: Option<String>,
    /// Whether whoever it was read for sees what is written in it.
    pub shows_words: bool,
    /// When it reached us.
    pub recorded_at: DateTime<Utc>,
    /// Who recorded it.
    pub author: Author,
    /// As what its author signs in.
    pub role: Role,
}
