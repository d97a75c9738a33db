//! A patient's trustee, and how far that has come.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::access::Relation;
use crate::platform::ids::{AccountId, RowId};

/// A trustee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trustee {
    /// Who.
    pub account: AccountId,
    /// What they call themselves.
    pub display_name: String,
    /// What they are to the patient.
    pub relation: Relation,
    /// Since when they are chosen.
    pub named_at: DateTime<Utc>,
    /// What they asked for, where the patient has not said no.
    pub request: Option<Request>,
    /// After a no, or after they stepped back: from when on they can ask again.
    pub may_ask_from: Option<DateTime<Utc>>,
    /// When the people concerned are to be told next.
    pub next_mail_at: Option<DateTime<Utc>>,
}

/// A trustee's request to act for the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request {
    /// Its name, which the link that refuses it carries.
    pub id: RowId,
    /// When they asked.
    pub asked_at: DateTime<Utc>,
    /// From when on they act, unless the patient says no.
    pub acts_from: DateTime<Utc>,
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = TrusteeState)]
pub enum State {
    /// Chosen, and nothing else.
    Named,
    /// They asked, and wait.
    Waiting,
    /// They act for the patient.
    Acting,
}

impl State {
    /// How far it has come by `now`, of a trustee who acts from an instant on.
    pub fn of(acts_from: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Self {
        match acts_from {
            None => Self::Named,
            Some(from) if from > now => Self::Waiting,
            Some(_) => Self::Acting,
        }
    }
}

impl Trustee {
    /// How far it has come by `now`.
    pub fn state(&self, now: DateTime<Utc>) -> State {
        State::of(self.request.map(|request| request.acts_from), now)
    }
}
