//! What clients are shown of sites.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::cohort::{Attention, NamedRow, Pace};
use super::import::Outcome;
use super::model::{Enrolment, Invitation, Site};
use crate::access::{Share, SiteRole};
use crate::circle::Status;
use crate::clinical::months_between;
use crate::platform::http::instant;
use crate::platform::ids::{AccountId, InvitationId, PatientId, SiteId};
use crate::trends::Overview;

/// A clinic.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Site)]
pub struct SiteResponse {
    site_id: SiteId,
    #[schema(example = "Clinic by the lake")]
    name: String,
    #[schema(example = "Europe/Berlin")]
    time_zone: &'static str,
    /// As what the caller works there; null for those who run the service.
    role: Option<SiteRole>,
}

impl From<Site> for SiteResponse {
    fn from(site: Site) -> Self {
        Self {
            site_id: site.id,
            name: site.name,
            time_zone: site.time_zone.name(),
            role: site.role,
        }
    }
}

/// That a person may work at a clinic, once they have chosen a password. Who has the address is not told.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = AddedStaff)]
pub struct AddedStaffResponse {
    /// As what.
    pub role: SiteRole,
}

/// An invitation, as the clinic sees it. The code is not in it: that only the mail carries.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = SiteInvitation)]
pub struct InvitationResponse {
    id: InvitationId,
    #[schema(example = "ada@example.org")]
    email: String,
    #[schema(example = "MN-017")]
    subject_id: String,
    /// What the clinic asks for.
    share: Share,
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
            subject_id: invitation.subject_id,
            share: invitation.share,
            status: invitation.status,
            created_at: invitation.created_at,
            expires_at: invitation.expires_at,
        }
    }
}

/// What became of each row of a table, in its order.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ImportResults)]
pub struct ImportResponse {
    /// How many are on their way.
    #[schema(example = 200)]
    invited: usize,
    results: Vec<RowResponse>,
}

/// What became of a row.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ImportResult)]
struct RowResponse {
    /// Its number in the table, where the row of names is 1.
    #[schema(example = 2)]
    row: usize,
    outcome: RowOutcome,
    /// Null unless it is on its way.
    invitation: Option<InvitationResponse>,
}

/// What became of a row, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ImportOutcome)]
enum RowOutcome {
    /// It is on its way.
    Invited,
    /// Another patient of this clinic has the subject id.
    SubjectIdTaken,
    /// The address was invited as often as one day allows; try again tomorrow.
    InvitedTooOften,
}

impl From<Vec<(usize, Outcome)>> for ImportResponse {
    fn from(outcomes: Vec<(usize, Outcome)>) -> Self {
        let rows = outcomes.into_iter().map(|(row, outcome)| {
            let (outcome, invitation) = match outcome {
                Outcome::Invited(invitation) => (RowOutcome::Invited, Some(invitation.into())),
                Outcome::SubjectIdTaken => (RowOutcome::SubjectIdTaken, None),
                Outcome::InvitedTooOften => (RowOutcome::InvitedTooOften, None),
            };
            RowResponse {
                row,
                outcome,
                invitation,
            }
        });
        let results: Vec<_> = rows.collect();
        let invited = results.iter().filter(|row| row.invitation.is_some());
        Self {
            invited: invited.count(),
            results,
        }
    }
}

/// Where a patient is enrolled.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = SiteEnrolment)]
pub struct EnrolmentResponse {
    site_id: SiteId,
    #[schema(example = "Clinic by the lake")]
    name: String,
    /// What the clinic calls the patient.
    #[schema(example = "MN-017")]
    subject_id: String,
    share: Share,
    /// Names what is shared now: a change that shares more than that takes it as `If-Match: "v5"`.
    #[schema(example = 5)]
    version: i32,
    #[serde(serialize_with = "instant::millis")]
    since: DateTime<Utc>,
    /// Who treats there: one of them can be chosen to coordinate the care.
    clinicians: Vec<ClinicianResponse>,
}

/// A clinician at a clinic that the patient let in.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = SiteClinician)]
pub struct ClinicianResponse {
    account_id: AccountId,
    #[schema(example = "Kim")]
    display_name: String,
}

impl From<Enrolment> for EnrolmentResponse {
    fn from(enrolment: Enrolment) -> Self {
        let clinicians = enrolment.clinicians.into_iter();
        Self {
            clinicians: clinicians
                .map(|(account_id, display_name)| ClinicianResponse {
                    account_id,
                    display_name,
                })
                .collect(),
            site_id: enrolment.site,
            name: enrolment.name,
            subject_id: enrolment.subject_id,
            share: enrolment.share,
            version: enrolment.share.version(),
            since: enrolment.since,
        }
    }
}

/// A patient of a clinic beside the others.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CohortRow)]
pub struct CohortRowResponse {
    patient_id: PatientId,
    #[schema(example = "MN-017")]
    subject_id: String,
    #[schema(example = "Ada")]
    display_name: String,
    #[serde(flatten)]
    line: Overview,
    /// Months from the first symptom to today; null where that day is not known or not shared.
    #[schema(example = 22.9)]
    months_since_onset: Option<f64>,
    /// The slope beside that of the published population: 0.89 points lost a month, 0.04 to 1.96 in 95 of 100 people.
    pace: Option<Pace>,
    needs_attention: Attention,
    /// The clinician of this clinic that the patient chose to coordinate their care.
    coordinator_id: Option<AccountId>,
    /// When a clinician of this clinic last said that they had looked.
    #[serde(serialize_with = "instant::maybe_millis")]
    seen_at: Option<DateTime<Utc>>,
}

impl From<NamedRow> for CohortRowResponse {
    fn from(named: NamedRow) -> Self {
        let row = named.row;
        let (access, line) = (&row.subject.access, &row.stand.line);
        Self {
            patient_id: access.patient(),
            subject_id: named.subject_id,
            display_name: named.display_name,
            months_since_onset: line
                .symptom_onset
                .map(|onset| (months_between(onset, access.today()) * 10.0).round() / 10.0),
            pace: line.points_per_month.map(Pace::of),
            needs_attention: row.stand.attention(),
            coordinator_id: named.coordinator,
            seen_at: row.stand.seen_at,
            line: Overview::clone(line),
        }
    }
}
