//! A version, and what a kind of thing must offer to be kept in versions.

use chrono::{DateTime, Utc};

use super::{Current, Refusal};
use crate::access::{Access, Guest, Relation, Right, Role};
use crate::audit::{Action, EventDraft};
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::HttpResult;
use crate::platform::http::etag;
use crate::platform::http::part::Part;
use crate::platform::ids::{AccountId, GuestLinkId, PatientId};

/// A version of what `T` says.
#[derive(Debug, Clone)]
pub struct Version<T: Versioned> {
    /// What names it.
    pub key: T::Key,
    /// What kind of thing it is.
    pub kind: T::Kind,
    /// Counts the versions, from 1.
    pub revision: i32,
    /// Counts those that readers can tell apart who are not shown words, from 1.
    pub shown_revision: i32,
    /// What it says; `None` for a removal.
    pub content: Option<T>,
    /// Why it was changed or removed.
    pub change_reason: Option<String>,
    /// Whether the reader sees what is written in it.
    pub shows_words: bool,
    /// When it reached us.
    pub recorded_at: DateTime<Utc>,
    /// Who recorded it.
    pub author: Author,
}

impl<T: Versioned> Version<T> {
    /// Which version it is to its reader.
    pub fn number(&self) -> i32 {
        if self.shows_words {
            self.revision
        } else {
            self.shown_revision
        }
    }

    /// The tag of what its reader is shown: with the words it is another representation.
    pub fn tag(&self) -> String {
        if self.shows_words {
            etag::of_version(self.revision)
        } else {
            format!("\"v{}-in-part\"", self.shown_revision)
        }
    }

    /// This version, as it is told to a reader who was told of `first` and of nothing since.
    pub(super) fn told_as(&mut self, first: Self) {
        self.recorded_at = first.recorded_at;
        self.author = first.author;
    }
}

/// Who recorded something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The account; of a guest, the one that made the link.
    pub account: AccountId,
    /// Which link the author held, who has no account and whose name is only claimed.
    pub guest: Option<GuestLinkId>,
    /// What the author is called now, or what a guest typed; nothing for readers who are shown no names.
    pub display_name: String,
    /// What the author was to the patient then.
    pub relation: Relation,
    /// As what the author signs in.
    pub role: Role,
}

impl Author {
    /// The same author, where it was `guest` who had a link of theirs.
    #[must_use]
    pub fn or(self, guest: Option<Guest>, shows_names: bool) -> Self {
        let Some(guest) = guest else { return self };
        Self {
            guest: Some(guest.link),
            display_name: if shows_names {
                guest.name
            } else {
                String::new()
            },
            role: Role::Caregiver,
            ..self
        }
    }
}

/// What a client sends to be kept, once its form was checked.
#[derive(Debug, Clone)]
pub struct Draft<T> {
    /// What it says.
    pub content: T,
    /// Why an earlier version is corrected.
    pub change_reason: Option<String>,
    /// What its sender was not asked for, and so means to stay: takes it over from an earlier version.
    pub keep: Option<fn(&mut T, &T)>,
}

/// What became of what was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// There is nothing by this key, or was nothing since its removal.
    New,
    /// The same is there already: sending twice is harmless.
    AsBefore,
    /// Its author sent the same before, and it was changed since: a copy that comes late.
    Superseded,
    /// It takes the place of an earlier version.
    Revised,
}

/// What is kept in versions.
pub trait Versioned: Clone + PartialEq {
    /// What names it within a diary.
    type Key: Copy;
    /// What it takes to record it.
    type Right: Right;
    /// What else stays the same in every version.
    type Kind: Copy;
    /// What else is known of the record by which it is judged.
    type Around;

    /// What kind of thing this is.
    fn kind(&self) -> Self::Kind;

    /// Whether `sent` adds nothing to `self`.
    fn says(&self, sent: &Self) -> bool;

    /// What is written in it, for readers who are shown notes.
    fn note(&mut self) -> &mut Option<String>;

    /// What readers see who are not shown words.
    #[must_use]
    fn without_words(&self) -> Self;

    /// Whether the caller may say such a thing at all.
    fn permit(&self, access: &Access<Self::Right>) -> Result<(), Refusal>;

    /// What a version must fit that takes the place of `before`.
    fn check(
        &self,
        conn: &mut Conn,
        access: &Access<Self::Right>,
        around: &Self::Around,
        before: Option<&Version<Self>>,
    ) -> HttpResult<()>;

    /// The version that is current: what is there, or its removal.
    fn current(
        conn: &mut Conn,
        access: &Access<Self::Right>,
        key: Self::Key,
    ) -> DbResult<Option<Version<Self>>>;

    /// The earlier versions that the caller recorded.
    fn own_earlier(
        conn: &mut Conn,
        access: &Access<Self::Right>,
        key: Self::Key,
    ) -> DbResult<Vec<Version<Self>>>;

    /// Adds the first version, and writes it down; `false` when the key names something of another diary.
    fn insert(
        conn: &mut Conn,
        access: &Access<Self::Right>,
        version: &Version<Self>,
        event: EventDraft,
    ) -> DbResult<bool>;

    /// Puts `version` in the place of the current one, which is kept whole, and writes it down. A removal lies where `last`
    /// did, which is what was said before it.
    fn replace(
        conn: &mut Conn,
        access: &Access<Self::Right>,
        version: &Version<Self>,
        last: &Self,
        event: EventDraft,
    ) -> DbResult<()>;

    /// What the audit calls a new one, a correction and a removal.
    fn actions(kind: Self::Kind) -> [Action; 3];

    /// What the audit keeps of a version: which one, nothing of what it says.
    fn detail(version: &Version<Self>) -> serde_json::Value;

    /// The version as readers see it.
    fn show(patient: PatientId, version: &Version<Self>) -> Box<Part>;

    /// Something else is there by that key.
    fn taken(current: Option<Current>) -> Refusal;

    /// It was removed.
    fn removed(current: Current) -> Refusal;
}
