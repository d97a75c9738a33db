//! Who is let into a diary, by what invitation, and how many can be.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;

use crate::access::{Level, PatientKey, Relation};
use crate::accounts::EmailAddress;
use crate::platform::ids::{AccountId, InvitationId, PatientId};

/// How long an invitation can be accepted.
pub const LIFETIME: TimeDelta = TimeDelta::days(7);

/// How many invitations one patient may send in 24 hours: a mail goes out for each.
pub const MOST_A_DAY: i64 = 10;

/// How many people one circle holds, those counted who have not answered yet.
pub const MOST_MEMBERS: i64 = 20;

/// How far a member is let in, and what they are to the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// How far.
    pub level: Level,
    /// As what.
    pub relation: Relation,
}

/// An invitation that is about to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInvitation {
    /// Who is invited, and alone can accept.
    pub email: EmailAddress,
    /// As what, and how far in.
    pub terms: Terms,
}

/// An invitation, as the patient sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its name.
    pub id: InvitationId,
    /// Who is invited.
    pub email: String,
    /// As what, and how far in.
    pub terms: Terms,
    /// When it was sent.
    pub created_at: DateTime<Utc>,
    /// From when on it cannot be accepted.
    pub expires_at: DateTime<Utc>,
    /// What became of it so far.
    pub status: Status,
}

/// What became of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = InvitationStatus)]
pub enum Status {
    /// It waits for an answer.
    Pending,
    /// It was accepted.
    Used,
    /// It was taken back, or another was sent to the same address.
    Revoked,
    /// It was not accepted in time.
    Expired,
}

impl Status {
    /// What became by `now` of one that could be accepted until it `ends`.
    pub fn of(used: bool, revoked: bool, ends: DateTime<Utc>, now: DateTime<Utc>) -> Self {
        match (used, revoked) {
            (true, _) => Self::Used,
            (false, true) => Self::Revoked,
            (false, false) if ends <= now => Self::Expired,
            (false, false) => Self::Pending,
        }
    }
}

/// An invitation found by its code, by the person it is addressed to.
///
/// Having one is what lets them see the rest of it: only the store makes it, from both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Addressee {
    /// Its name.
    pub id: InvitationId,
    /// Into whose circle.
    pub patient: PatientId,
    /// The same, by its key inside.
    pub key: PatientKey,
    /// The account of the patient, who invites.
    pub invited_by: AccountId,
    /// Who sent it: the patient, or who acted for them.
    pub sent_by: Option<AccountId>,
    /// As what, and how far in.
    pub terms: Terms,
    /// From when on it cannot be accepted.
    pub expires_at: DateTime<Utc>,
    /// What became of it so far.
    pub status: Status,
}

/// A member of the circle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub account: AccountId,
    /// What they call themselves.
    pub display_name: String,
    /// As what, and how far in.
    pub terms: Terms,
    /// Whether they see flags at level `summary`; the others see them anyway.
    pub may_see_flags: bool,
    /// Who let them in: the patient, or who acted for them then. `None` for those of long ago.
    pub let_in_by: Option<AccountId>,
    /// Since when, by the latest invitation they accepted.
    pub since: DateTime<Utc>,
    /// Counts the changes of these terms.
    pub version: i32,
    /// The number of the change of the record that made them so.
    pub change: i64,
}

/// A person who came into the circle, or is there on other terms, or is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedMember {
    /// Who.
    pub account: AccountId,
    /// The number of that change of the record.
    pub change: i64,
    /// As they are now; `None` where they are gone.
    pub member: Option<Member>,
}

/// What the patient lets hold of a member from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewTerms {
    /// How far they are let in, and as what.
    pub terms: Terms,
    /// Whether they see flags at level `summary`.
    pub may_see_flags: bool,
}
