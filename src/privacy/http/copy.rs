//! The copy of everything, as it is handed out.

use chrono::{DateTime, Utc};
use serde::Serialize;
use url::Url;

use crate::access::sessions::Device;
use crate::access::{Level, Relation};
use crate::accounts::{AccountResponse, Passkey};
use crate::alerts::{AlertBody, FollowedBody};
use crate::audit::EventSummary;
use crate::cards::CardResponse;
use crate::channels::SubscriptionResponse;
use crate::circle::{ClosureResponse, InvitationResponse, MemberResponse, State, TrusteeResponse};
use crate::clinic::{EnrolmentResponse, SiteResponse};
use crate::consents::Consent;
use crate::diary::RevisionBody;
use crate::guests::GuestLinkResponse;
use crate::patients::FactsResponse;
use crate::platform::http::instant;
use crate::platform::ids::PatientId;
use crate::privacy::export::{Copy, OwnDiary};
use crate::reminders::RemindersBody;
use crate::treatments::RecordBody;
use crate::trends::CopiedKnown;

/// Changes when a member changes its meaning, not when one is added.
const FORMAT: &str = "alsfrs-diary/my-data/1";

/// Everything that is known of a person.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = PersonalCopy)]
pub struct CopyResponse {
    #[schema(example = "alsfrs-diary/my-data/1")]
    format: &'static str,
    #[serde(serialize_with = "instant::millis")]
    made_at: DateTime<Utc>,
    account: AccountResponse,
    devices: Vec<Device>,
    /// The oldest first.
    passkeys: Vec<Passkey>,
    reminders: RemindersBody,
    /// What they want to be told of the diaries of others.
    follows: Vec<FollowedBody>,
    /// Devices that are told something, the oldest first.
    push_subscriptions: Vec<SubscriptionResponse>,
    /// Newest first.
    consents: Vec<Consent>,
    /// Every diary that this person may open.
    diaries: Vec<CopiedPlace>,
    /// The clinics at which they work.
    sites: Vec<SiteResponse>,
    /// Their own, with its history; null for others than patients.
    diary: Option<CopiedDiary>,
    /// What they did, and what was done to their own record, oldest first.
    events: Vec<EventSummary>,
}

/// A diary that a person may open.
#[derive(Serialize, utoipa::ToSchema)]
struct CopiedPlace {
    patient_id: PatientId,
    display_name: String,
    relation: Relation,
    level: Level,
    /// Whether the patient chose them to act for them, and how far that has come.
    trustee: Option<State>,
}

/// A diary with its history.
#[derive(Serialize, utoipa::ToSchema)]
struct CopiedDiary {
    patient_id: PatientId,
    #[serde(flatten)]
    facts: FactsResponse,
    #[serde(serialize_with = "instant::millis")]
    began_at: DateTime<Utc>,
    /// Every version of every week, oldest first.
    entries: Vec<RevisionBody>,
    /// Every version of each, those of one together, oldest first.
    records: Vec<RecordBody>,
    /// What was said of flags: we know; oldest first.
    flags_known: Vec<CopiedKnown>,
    /// What others were told of it, and who.
    alerts: Vec<AlertBody>,
    circle: Vec<MemberResponse>,
    invitations: Vec<InvitationResponse>,
    /// What the emergency card shows.
    emergency_card: Option<CardResponse>,
    /// The links for guests, newest first.
    guest_links: Vec<GuestLinkResponse>,
    /// Where they are enrolled, and what they share there.
    sites: Vec<EnrolmentResponse>,
    /// Their trustee.
    trustee: Option<TrusteeResponse>,
    /// That it is closed, or will be.
    closure: Option<ClosureResponse>,
}

impl CopyResponse {
    /// The diary of the person, when they are a patient.
    pub(super) fn own(&self) -> Option<PatientId> {
        self.diary.as_ref().map(|diary| diary.patient_id)
    }

    /// The copy, made `at` an instant, with its long lists empty.
    pub fn new(copy: Copy, public_url: &Url, at: DateTime<Utc>) -> Self {
        let chosen = |patient| copy.trusteeships.iter().find(|(of, _)| *of == patient);
        let places = copy.diaries.into_iter().map(|place| CopiedPlace {
            trustee: chosen(place.access.patient()).map(|(_, state)| *state),
            patient_id: place.access.patient(),
            relation: place.access.standing().relation(),
            level: place.access.standing().level(),
            display_name: place.display_name,
        });
        let push = copy.push.iter();
        let push = push.map(|device| SubscriptionResponse::new(device, copy.session));
        Self {
            format: FORMAT,
            made_at: at,
            account: copy.account.into(),
            devices: copy.devices,
            passkeys: copy.passkeys,
            reminders: (&copy.reminders).into(),
            follows: copy.follows.into_iter().map(Into::into).collect(),
            push_subscriptions: push.collect(),
            consents: copy.consents,
            diaries: places.collect(),
            sites: copy.works_at.into_iter().map(Into::into).collect(),
            diary: copy
                .own
                .map(|diary| CopiedDiary::new(diary, public_url, at)),
            events: Vec::new(),
        }
    }
}

impl CopiedDiary {
    fn new(diary: OwnDiary, public_url: &Url, at: DateTime<Utc>) -> Self {
        let patient = diary.patient;
        Self {
            patient_id: patient,
            facts: diary.facts.into(),
            began_at: diary.began_at,
            entries: Vec::new(),
            records: Vec::new(),
            flags_known: diary.known.iter().map(Into::into).collect(),
            alerts: diary.alerts.into_iter().map(Into::into).collect(),
            circle: diary.circle.into_iter().map(Into::into).collect(),
            invitations: diary.invitations.into_iter().map(Into::into).collect(),
            emergency_card: diary.card.map(|card| CardResponse::new(&card, public_url)),
            guest_links: diary
                .guest_links
                .into_iter()
                .map(|link| GuestLinkResponse::new(link, at))
                .collect(),
            sites: diary.sites.into_iter().map(Into::into).collect(),
            trustee: diary
                .trustee
                .map(|trustee| TrusteeResponse::new(trustee, at)),
            closure: diary
                .closure
                .map(|closure| ClosureResponse::new(closure, at)),
        }
    }
}
