//! A version as it is shown.

use actix_web::HttpResponse;
use actix_web::http::header::ETAG;
use chrono::{DateTime, Utc};
use serde::Serialize;

use super::refusal::Current;
use super::{Author, Outcome, Version, Versioned};
use crate::access::Relation;
use crate::platform::http::instant;
use crate::platform::ids::{AccountId, PatientId};

/// What every version has.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Version)]
#[expect(
    clippy::option_option,
    reason = "null says that nothing was written, absence that it is not shown"
)]
pub struct VersionBody {
    patient_id: PatientId,
    /// Counts the versions that the reader can tell apart, from 1.
    #[schema(minimum = 1, example = 1)]
    revision: i32,
    /// A removal says nothing else.
    voided: bool,
    /// Left out for readers who are not shown notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    change_reason: Option<Option<String>>,
    #[serde(serialize_with = "instant::millis")]
    recorded_at: DateTime<Utc>,
    recorded_by: AuthorBody,
}

impl VersionBody {
    /// What `version` of the diary of `patient` has.
    pub fn new<T: Versioned>(patient: PatientId, version: &Version<T>) -> Self {
        Self {
            patient_id: patient,
            revision: version.number(),
            voided: version.content.is_none(),
            change_reason: version.shows_words.then(|| version.change_reason.clone()),
            recorded_at: version.recorded_at,
            recorded_by: AuthorBody::from(&version.author),
        }
    }
}

/// Who recorded a version.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Author)]
pub struct AuthorBody {
    /// Null for a guest, who has none.
    account_id: Option<AccountId>,
    /// Of a guest: what they typed.
    #[schema(example = "Ada")]
    display_name: String,
    /// What they were to the patient then.
    relation: Relation,
    /// The name is not proved: its author held a link for one week, and typed it. Only there where it is so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    claimed: bool,
}

impl From<&Author> for AuthorBody {
    fn from(author: &Author) -> Self {
        Self {
            account_id: author.guest.is_none().then_some(author.account),
            display_name: author.display_name.clone(),
            relation: author.relation,
            claimed: author.guest.is_some(),
        }
    }
}

/// As the `current` of a refusal.
pub fn current<T: Versioned>(patient: PatientId, version: &Version<T>) -> Current {
    Current {
        tag: version.tag(),
        body: T::show(patient, version),
    }
}

/// Answers a `PUT` with `body`, which shows `version`.
pub fn answer<T: Versioned>(
    recorded: Outcome,
    version: &Version<T>,
    body: &impl Serialize,
) -> HttpResponse {
    let mut response = match recorded {
        Outcome::New => HttpResponse::Created(),
        Outcome::AsBefore | Outcome::Superseded | Outcome::Revised => HttpResponse::Ok(),
    };
    response.insert_header((ETAG, version.tag())).json(body)
}
