//! What clients send about the circle, and what they get.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, de};
use utoipa::PartialSchema;
use utoipa::openapi::{RefOr, Schema};

use crate::access::{Level, Relation};
use crate::accounts::EmailAddress;
use crate::circle::accept::Membership;
use crate::circle::model::{Invitation, Member, NewInvitation, NewTerms, Status, Terms};
use crate::circle::preview::Preview;
use crate::circle::wording;
use crate::platform::faults::Faults;
use crate::platform::http::instant;
use crate::platform::ids::{AccountId, InvitationId, PatientId};

/// An invitation, as what and how far in.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = InvitationRequest)]
pub struct InviteBody {
    /// Where the code is sent; only the account with this address can accept.
    #[schema(example = "bob@example.org")]
    email: String,
    level: Level,
    /// Anything but `self`.
    #[serde(deserialize_with = "another_person")]
    #[schema(schema_with = other_relations)]
    relation: Relation,
}

impl InviteBody {
    /// The invitation; `faults` are those found before.
    pub fn read(self, faults: Faults) -> Result<NewInvitation, Faults> {
        let email = EmailAddress::read(&self.email, faults)?;
        let terms = Terms {
            level: self.level,
            relation: self.relation,
        };
        Ok(NewInvitation { email, terms })
    }
}

/// An invitation, as the patient sees it. The code is not in it: that only the mail carries.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Invitation)]
pub struct InvitationBody {
    id: InvitationId,
    email: String,
    level: Level,
    relation: Relation,
    status: Status,
    #[serde(serialize_with = "instant::millis")]
    created_at: DateTime<Utc>,
    #[serde(serialize_with = "instant::millis")]
    expires_at: DateTime<Utc>,
}

impl From<Invitation> for InvitationBody {
    fn from(invitation: Invitation) -> Self {
        Self {
            id: invitation.id,
            email: invitation.email,
            level: invitation.terms.level,
            relation: invitation.terms.relation,
            status: invitation.status,
            created_at: invitation.created_at,
            expires_at: invitation.expires_at,
        }
    }
}

/// The code that a mail carried.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = InvitationCode)]
pub struct CodeBody {
    pub code: String,
}

/// What an invitation means.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = InvitationPreview)]
pub struct PreviewBody {
    /// The sender's display name.
    invited_by: String,
    level: Level,
    /// The level in plain words, to follow "you can".
    #[schema(example = "see how the ratings develop, without single answers or notes")]
    allows: &'static str,
    relation: Relation,
    #[serde(serialize_with = "instant::millis")]
    expires_at: DateTime<Utc>,
    /// Who else sees the diary, without saying who they are.
    members: Vec<TermsBody>,
}

/// What the new member is to the patient, and how far they are let in.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = InvitationTerms)]
pub struct TermsBody {
    level: Level,
    relation: Relation,
}

impl From<Preview> for PreviewBody {
    fn from(preview: Preview) -> Self {
        let members = preview.others.into_iter().map(|terms| TermsBody {
            level: terms.level,
            relation: terms.relation,
        });
        Self {
            invited_by: preview.invited_by,
            level: preview.terms.level,
            allows: wording::allows(preview.terms.level),
            relation: preview.terms.relation,
            expires_at: preview.expires_at,
            members: members.collect(),
        }
    }
}

/// The diary that the invitation opens.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = AcceptedInvitation)]
pub struct JoinedBody {
    patient_id: PatientId,
    level: Level,
}

impl From<Membership> for JoinedBody {
    fn from(joined: Membership) -> Self {
        Self {
            patient_id: joined.patient,
            level: joined.level,
        }
    }
}

/// A member of the circle.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Member)]
pub struct MemberBody {
    account_id: AccountId,
    display_name: String,
    relation: Relation,
    level: Level,
    /// Whether they see flags at level `summary`; the other levels see them anyway.
    may_see_flags: bool,
    /// Who let them in: the patient, or who acted for them then. Null where it is not known any more.
    let_in_by: Option<AccountId>,
    /// Since when, by the latest invitation they accepted.
    #[serde(serialize_with = "instant::millis")]
    since: DateTime<Utc>,
    /// `If-Match: "v<version>"` changes this version, and no other.
    #[schema(example = 1)]
    version: i32,
}

impl From<Member> for MemberBody {
    fn from(member: Member) -> Self {
        Self {
            account_id: member.account,
            display_name: member.display_name,
            relation: member.terms.relation,
            level: member.terms.level,
            may_see_flags: member.may_see_flags,
            let_in_by: member.let_in_by,
            since: member.since,
            version: member.version,
        }
    }
}

/// The terms of a member, all of them.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TermsRequest {
    level: Level,
    /// Anything but `self`.
    #[serde(deserialize_with = "another_person")]
    #[schema(schema_with = other_relations)]
    relation: Relation,
    /// Whether they see flags at level `summary`; the other levels see them anyway.
    #[serde(default)]
    #[schema(required = false, default = false)]
    may_see_flags: bool,
}

impl From<TermsRequest> for NewTerms {
    fn from(body: TermsRequest) -> Self {
        Self {
            terms: Terms {
                level: body.level,
                relation: body.relation,
            },
            may_see_flags: body.may_see_flags,
        }
    }
}

/// Only the patient is the patient.
fn another_person<'de, D: Deserializer<'de>>(value: D) -> Result<Relation, D::Error> {
    match Relation::deserialize(value)? {
        Relation::Oneself => Err(de::Error::custom("only the patient is that")),
        relation => Ok(relation),
    }
}

/// Every relation but that of the patient to themselves.
fn other_relations() -> Schema {
    let RefOr::T(Schema::Object(mut relation)) = Relation::schema() else {
        return Schema::default();
    };
    if let Some(values) = &mut relation.enum_values {
        values.retain(|value| value != "self");
    }
    relation.description = Some("What they are to the patient.".to_owned());
    Schema::Object(relation)
}
