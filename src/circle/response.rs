//! The circle, as clients are shown it.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::accept::Membership;
use super::model::{Invitation, Member, Status};
use super::preview::Preview;
use super::wording;
use crate::access::{Level, Relation};
use crate::platform::http::instant;
use crate::platform::ids::{AccountId, InvitationId, PatientId};
use crate::platform::words::Language;

/// An invitation, as the patient sees it. The code is not in it: that only the mail carries.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Invitation)]
pub struct InvitationResponse {
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

impl From<Invitation> for InvitationResponse {
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

/// What an invitation means.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = InvitationPreview)]
pub struct PreviewResponse {
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
    members: Vec<TermsResponse>,
    /// At how many clinics the diary is seen too.
    #[schema(example = 1)]
    clinics: i64,
}

/// What the new member is to the patient, and how far they are let in.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = InvitationTerms)]
pub struct TermsResponse {
    level: Level,
    relation: Relation,
}

impl PreviewResponse {
    /// What is shown of an invitation.
    pub fn new(preview: Preview, language: Language) -> Self {
        let members = preview.others.into_iter().map(|terms| TermsResponse {
            level: terms.level,
            relation: terms.relation,
        });
        Self {
            invited_by: preview.invited_by,
            level: preview.terms.level,
            allows: wording::allows(language, preview.terms.level),
            relation: preview.terms.relation,
            expires_at: preview.expires_at,
            members: members.collect(),
            clinics: preview.clinics,
        }
    }
}

/// The diary that the invitation opens.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = AcceptedInvitation)]
pub struct MembershipResponse {
    patient_id: PatientId,
    level: Level,
}

impl From<Membership> for MembershipResponse {
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
pub struct MemberResponse {
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

impl From<Member> for MemberResponse {
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
