//! Sites, staff, invitations and enrolments.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;

use crate::access::{Share, SiteRole};
use crate::accounts::EmailAddress;
use crate::circle::Status;
use crate::platform::clock::Zone;
use crate::platform::http::instant;
use crate::platform::ids::{AccountId, InvitationId, SiteId};

/// For how long an invitation can be accepted.
pub const LIFETIME: TimeDelta = TimeDelta::days(7);

/// As many work at one site.
pub const MOST_STAFF: i64 = 200;

/// As many are invited by one file.
pub const MOST_ROWS: usize = 200;

/// A clinic, as one of its staff sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Its name in the contract.
    pub id: SiteId,
    /// What it is called.
    pub name: String,
    /// Where it is.
    pub time_zone: Zone,
    /// As what the reader works there; `None` for those who run the installation.
    pub role: Option<SiteRole>,
}

/// A clinic that is about to be made.
#[derive(Debug, Clone)]
pub struct NewSite {
    /// What it is called.
    pub name: String,
    /// Where it is.
    pub time_zone: Zone,
}

/// A member of the staff of a clinic, or one who is let in and has not chosen a password yet.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct StaffMember {
    /// Who.
    pub account_id: AccountId,
    #[schema(example = "Kim")]
    /// What others see them as; null where they are pending, and were called so by others than this clinic.
    pub display_name: Option<String>,
    /// As what.
    pub role: SiteRole,
    #[serde(serialize_with = "instant::millis")]
    /// Since when, as that.
    pub since: DateTime<Utc>,
    /// Whether they have not chosen a password, and see nothing until they do.
    pub pending: bool,
}

/// A person who is about to work at a site.
#[derive(Debug, Clone)]
pub struct NewStaff {
    /// Where mail reaches them.
    pub email: EmailAddress,
    /// What others will see them as.
    pub display_name: String,
    /// As what.
    pub role: SiteRole,
}

/// An invitation that is about to be sent.
#[derive(Debug, Clone)]
pub struct NewInvitation {
    /// To which address.
    pub email: EmailAddress,
    /// What the site will call the patient; `None` for the next number.
    pub subject_id: Option<String>,
    /// What the site asks for.
    pub share: Share,
}

/// An invitation, as the site sees it.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Its name.
    pub id: InvitationId,
    /// To which address.
    pub email: String,
    /// What the site will call the patient.
    pub subject_id: String,
    /// What the site asks for.
    pub share: Share,
    /// When it was sent.
    pub created_at: DateTime<Utc>,
    /// From when on it cannot be accepted.
    pub expires_at: DateTime<Utc>,
    /// What became of it.
    pub status: Status,
}

/// A patient's enrolment, as the patient sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// Where.
    pub site: SiteId,
    /// What the site is called.
    pub name: String,
    /// What the site calls the patient.
    pub subject_id: String,
    /// What is shared.
    pub share: Share,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Who treats there, and what they are called.
    pub clinicians: Vec<(AccountId, String)>,
}

/// The clinician that a patient chose to coordinate their care.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Coordinator {
    pub(super) account_id: AccountId,
    #[schema(example = "Kim")]
    pub(super) display_name: String,
    pub(super) site_id: SiteId,
    #[schema(example = "Clinic by the lake")]
    pub(super) site_name: String,
    #[serde(serialize_with = "instant::millis")]
    pub(super) since: DateTime<Utc>,
}
