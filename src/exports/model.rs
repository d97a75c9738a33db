//! What is asked for, and what became of it.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::format::{File, Format};
use crate::access::SignedIn;
use crate::clinical::Week;
use crate::platform::db::stored_as_code;
use crate::platform::http::instant;
use crate::platform::ids::{AccountId, ClientId, ExportId, SessionId, SiteId};

/// For how long files can be fetched.
pub const LIFETIME: TimeDelta = TimeDelta::hours(24);

/// As many exports of one person are made at once.
pub const MOST_AT_ONCE: i64 = 2;

/// An instance that is not heard of for so long has lost the export that it made.
pub const LEASE: TimeDelta = TimeDelta::minutes(2);

/// So often an export is begun anew before it is given up.
pub const MOST_RUNS: i32 = 5;

stored_as_code!(Format {
    Csv = 1,
    CsvLong = 2,
    Proact = 3,
    Ndjson = 4,
    Fhir = 5,
    DatasetJson = 6,
    Parquet = 7,
});

/// What of the diaries is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = ExportFilter)]
pub struct Filter {
    /// The first week.
    #[schema(value_type = Option<String>, example = "2026-W01")]
    pub from: Option<Week>,
    /// The last week.
    #[schema(value_type = Option<String>, example = "2026-W47")]
    pub to: Option<Week>,
    /// Nothing but weeks and records that changed since, those that were removed included; of a patient who was enrolled
    /// or shares again only since, everything.
    #[serde(serialize_with = "instant::maybe_millis")]
    pub changed_since: Option<DateTime<Utc>>,
}

impl Filter {
    /// Everything.
    pub const ALL: Self = Self {
        from: None,
        to: None,
        changed_since: None,
    };
}

/// An export that is about to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewExport {
    /// In which layout.
    pub format: Format,
    /// Of what.
    pub filter: Filter,
    /// Whether it tells whose the data are.
    pub identified: bool,
    /// Whether its tables have labels in the place of codes.
    pub labels: bool,
    /// Why.
    pub reason: Option<String>,
    /// What a program asks for, as the slice wrote it that answers programs.
    pub kick_off: Option<Value>,
}

/// How far an export is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ExportState)]
pub enum State {
    /// It waits for its turn.
    Queued,
    /// It is being made.
    Running,
    /// Its files can be fetched.
    Ready,
    /// It was not made; `failure` says why.
    Failed,
    /// Its time is over, it was deleted, or a patient in it does not share any more.
    Expired,
}
stored_as_code!(State { Queued = 1, Running = 2, Ready = 3, Failed = 4, Expired = 5 });

/// Why an export was not made. It can be asked for anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ExportFailure)]
pub enum Failure {
    /// The disk is full, or cannot be written.
    Disk,
    /// Who asked for it does not work there any more, or as something else.
    AccessEnded,
    /// It was begun several times and never came to its end.
    GivenUp,
}
stored_as_code!(Failure { Disk = 1, AccessEnded = 2, GivenUp = 3 });

/// Who asked for an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// A person, on this device.
    Person(AccountId, SessionId),
    /// A program of the clinic.
    Program(ClientId),
}

impl Asker {
    /// Who asks now.
    pub fn of(who: &SignedIn) -> Self {
        if who.client_of().is_some() {
            Self::Program(who.account().0.into())
        } else {
            Self::Person(who.account(), who.session())
        }
    }

    /// By whose name it is kept and written down: a program has one that no account has.
    pub fn name(self) -> AccountId {
        match self {
            Self::Person(account, _) => account,
            Self::Program(client) => client.0.into(),
        }
    }

    /// The device of a person.
    pub fn device(self) -> Option<SessionId> {
        match self {
            Self::Person(_, session) => Some(session),
            Self::Program(_) => None,
        }
    }
}

/// An export.
#[derive(Debug, Clone)]
pub struct Job {
    /// Its name.
    pub id: ExportId,
    /// Of which site.
    pub site: SiteId,
    /// Who asked for it.
    pub asked_by: Asker,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// In which layout.
    pub format: Format,
    /// Whether it tells whose the data are.
    pub identified: bool,
    /// Whether its tables have labels in the place of codes.
    pub labels: bool,
    /// Of what.
    pub filter: Filter,
    /// What a program asked for.
    pub kick_off: Option<Value>,
    /// How far it is.
    pub state: State,
    /// Why it was not made.
    pub failure: Option<Failure>,
    /// Counts how often it was begun.
    pub fence: i32,
    /// How many patients are done, and of how many.
    pub progress: (i32, i32),
    /// What was recorded until then is in it.
    pub cut_off: Option<DateTime<Utc>>,
    /// Until when its files can be fetched.
    pub expires_at: Option<DateTime<Utc>>,
    /// What is in it, once it is made.
    pub contents: Option<Contents>,
}

impl Job {
    /// How far it is at `now`.
    pub fn state_at(&self, now: DateTime<Utc>) -> State {
        match (self.state, self.expires_at) {
            (State::Ready, Some(end)) if end <= now => State::Expired,
            (state, _) => state,
        }
    }
}

/// What is in an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// How many patients.
    pub patients: u64,
    /// Its files.
    pub files: Vec<File>,
    /// Who is not in it.
    pub withheld: Withheld,
    /// What few share.
    pub small_cells: Vec<SmallCell>,
}

/// How many of those who are enrolled are not in an export, and why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ExportWithheld)]
pub struct Withheld {
    /// They took back that others, or clinics, see their diary.
    pub sharing_taken_back: u64,
    /// They do not share for research, which an export without names is.
    pub not_for_research: u64,
    /// They left, or took something back, while it was made.
    pub left_meanwhile: u64,
    /// There is nothing of them in the weeks that were asked for, or nothing that changed.
    pub without_ratings: u64,
}

/// What so few patients of an export share that it may tell who they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SmallCell {
    /// The column.
    #[schema(example = "gene")]
    pub column: String,
    /// The value.
    #[schema(example = "SOD1")]
    pub value: String,
    /// How many patients have it.
    #[schema(example = 2)]
    pub patients: u64,
}
