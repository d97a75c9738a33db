//! Links, and the week of a guest, as they are shown.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::model::{GuestLink, Status};
use super::open::Opened;
use crate::clinical::{CuttingForm, Week};
use crate::diary::{AnswersBody, Entry, Symptoms, Weight};
use crate::platform::http::instant;
use crate::platform::ids::GuestLinkId;
use crate::versions::Outcome;

/// A link, as the patient sees it. The token is not in it.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = GuestLink)]
pub struct GuestLinkResponse {
    id: GuestLinkId,
    /// What its holder sees of the patient.
    #[schema(example = "Ada")]
    shown_name: Option<String>,
    status: Status,
    /// What was recorded with it; the entry names its author.
    #[schema(value_type = Option<String>, example = "2026-W47")]
    week: Option<Week>,
    #[serde(serialize_with = "instant::millis")]
    created_at: DateTime<Utc>,
    #[serde(serialize_with = "instant::millis")]
    expires_at: DateTime<Utc>,
}

impl GuestLinkResponse {
    /// The link as it stands at `now`.
    pub fn new(link: GuestLink, now: DateTime<Utc>) -> Self {
        Self {
            status: link.status(now),
            id: link.id,
            shown_name: link.shown_name,
            week: link.week,
            created_at: link.created_at,
            expires_at: link.expires_at,
        }
    }
}

/// A new link.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = MadeGuestLink)]
pub struct MadeResponse {
    #[serde(flatten)]
    link: GuestLinkResponse,
    /// What to hand over: it is shown once, and is not kept.
    #[schema(
        example = "https://diary.example.org/#guest=Z3Vlc3QtdG9rZW4tb2YtdGhpcy1leGFtcGxlLW9ubHk"
    )]
    url: String,
}

impl MadeResponse {
    /// A new link, and where it leads.
    pub fn new(link: GuestLink, url: String, now: DateTime<Utc>) -> Self {
        let link = GuestLinkResponse::new(link, now);
        Self { link, url }
    }
}

/// What a link is for: all that its holder sees.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = GuestPreview)]
pub struct OpenedResponse {
    /// The person that the week is about, where the patient lets that be seen.
    #[schema(example = "Ada")]
    shown_name: Option<String>,
    #[serde(serialize_with = "instant::millis")]
    expires_at: DateTime<Utc>,
    /// The first and the last day that can be rated.
    first_day: NaiveDate,
    last_day: NaiveDate,
    /// Whether a week was recorded with it: then no other can be.
    #[schema(value_type = Option<String>, example = "2026-W47")]
    week: Option<Week>,
    /// What its holder recorded; null before, and once others have changed it.
    entry: Option<GuestEntryResponse>,
}

impl From<Opened> for OpenedResponse {
    fn from(opened: Opened) -> Self {
        let (first_day, last_day) = opened.days;
        Self {
            shown_name: opened.link.shown_name,
            expires_at: opened.link.expires_at,
            first_day,
            last_day,
            week: opened.link.week,
            entry: opened.entry.as_ref().and_then(GuestEntryResponse::of),
        }
    }
}

/// What a guest recorded, and nothing that follows from it.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = GuestEntry)]
pub struct GuestEntryResponse {
    #[schema(value_type = String, example = "2026-W47")]
    week: Week,
    /// For `If-Match`, to correct it.
    #[schema(example = "\"v1\"")]
    etag: String,
    #[serde(serialize_with = "instant::millis")]
    recorded_at: DateTime<Utc>,
    /// What the guest typed.
    #[schema(example = "Nora")]
    name: String,
    assessed_on: NaiveDate,
    answers: AnswersBody,
    cutting_form: CuttingForm,
    gastrostomy: bool,
    symptoms: Symptoms,
    weight_kg: Option<f64>,
    note: Option<String>,
    /// Others have changed it since; it was recorded all the same.
    superseded: bool,
}

impl GuestEntryResponse {
    /// The entry; `None` where it was removed.
    fn of(entry: &Entry) -> Option<Self> {
        let rating = entry.content.as_ref()?;
        Some(Self {
            week: entry.key,
            etag: entry.tag(),
            recorded_at: entry.recorded_at,
            name: entry.author.display_name.clone(),
            assessed_on: rating.assessed_on,
            answers: AnswersBody::of(&rating.answers),
            cutting_form: rating.answers.cutting_form(),
            gastrostomy: rating.answers.gastrostomy(),
            symptoms: rating.symptoms,
            weight_kg: rating.weight.map(Weight::kg),
            note: rating.note.clone(),
            superseded: false,
        })
    }

    /// The same, as the answer to its author.
    pub fn answering(entry: &Entry, recorded: Outcome) -> Option<Self> {
        let shown = Self::of(entry)?;
        Some(Self {
            superseded: recorded == Outcome::Superseded,
            ..shown
        })
    }
}
