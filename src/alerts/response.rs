//! Alerts, as they are shown.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::model::{Choice, Followed, Kind, Person, Shown, What};
use crate::access::Relation;
use crate::clinical::{FlagCode, Tier, Week};
use crate::platform::http::instant;
use crate::platform::ids::{AccountId, AlertId, FlagId, PatientId};
use crate::versions::{Author, AuthorBody};

/// The same with whether it has an effect.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = OwnAlerts)]
pub struct OwnAlertsBody {
    #[serde(flatten)]
    chosen: Choice,
    /// Whether one is told anything now. It is not so where no way is chosen, the diary is closed or has a pause, or
    /// the patient wishes it so; which of these is not told.
    active: bool,
}

impl OwnAlertsBody {
    /// What they chose, and whether it has an effect.
    pub fn new(choice: &Choice, active: bool) -> Self {
        Self {
            chosen: choice.clone(),
            active,
        }
    }
}

/// A diary that a person follows, in the copy of their data.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CopiedAlerts)]
pub struct FollowedBody {
    patient_id: PatientId,
    #[serde(flatten)]
    chosen: Choice,
}

impl From<Followed> for FollowedBody {
    fn from(followed: Followed) -> Self {
        Self {
            patient_id: followed.patient,
            chosen: followed.choice,
        }
    }
}

/// Who is told of the diary, and of what.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Follower)]
pub struct FollowerBody {
    account_id: AccountId,
    display_name: String,
    relation: Relation,
    #[serde(flatten)]
    chosen: Choice,
    /// Whether they see flags, and so are told of them.
    sees_flags: bool,
    /// Whether the patient switched it off.
    muted: bool,
}

impl FollowerBody {
    /// One of the circle, or the clinician who coordinates the care.
    pub fn new((person, display_name): (Person, String)) -> Self {
        Self {
            account_id: person.account,
            display_name,
            relation: person.relation,
            chosen: person.choice,
            sees_flags: person.sees_flags,
            muted: person.is_muted,
        }
    }
}

/// Something of a diary that one follows, or keeps.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Alert)]
pub struct AlertBody {
    id: AlertId,
    patient_id: PatientId,
    kind: Kind,
    /// Of a flag: the stable name of the rule.
    code: Option<FlagCode>,
    /// Of a flag: how soon the team should hear of it.
    tier: Option<Tier>,
    /// Of a flag: its name in the trend.
    flag_id: Option<FlagId>,
    /// The week in which a flag began; of a silence the last one that is recorded.
    week: Week,
    /// When it was noticed, or became more urgent.
    #[serde(serialize_with = "instant::millis")]
    raised_at: DateTime<Utc>,
    /// When it was over by itself.
    #[serde(serialize_with = "instant::maybe_millis")]
    ended_at: Option<DateTime<Utc>>,
    /// Who said that they see to it, and when; null until then.
    acknowledged: Option<SeenToBody>,
    /// Who was told; only the patient sees it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Vec<SeenToBody>, required = false)]
    told: Option<Vec<SeenToBody>>,
}

/// A person, and when.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = PersonAndTime)]
pub struct SeenToBody {
    by: AuthorBody,
    #[serde(serialize_with = "instant::millis")]
    at: DateTime<Utc>,
}

impl From<&(Author, DateTime<Utc>)> for SeenToBody {
    fn from((author, at): &(Author, DateTime<Utc>)) -> Self {
        Self {
            by: author.into(),
            at: *at,
        }
    }
}

impl From<Shown> for AlertBody {
    fn from(shown: Shown) -> Self {
        let (kind, code, tier) = match shown.alert.what {
            What::Flag(code, tier) => (Kind::Flag, Some(code), Some(tier)),
            What::Silence => (Kind::Silence, None, None),
        };
        Self {
            id: shown.alert.id,
            patient_id: shown.patient,
            kind,
            code,
            tier,
            flag_id: shown.flag,
            week: shown.alert.week,
            raised_at: shown.alert.raised_at,
            ended_at: shown.alert.ended_at,
            acknowledged: shown.acknowledged.as_ref().map(SeenToBody::from),
            told: shown
                .told
                .map(|told| told.iter().map(SeenToBody::from).collect()),
        }
    }
}
