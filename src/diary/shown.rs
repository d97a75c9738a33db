//! An entry as it is shown.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde_json::Value;

use super::answers::AnswersBody;
use super::model::{Author, Content, Entry, Respondent, Symptoms, Weight};
use crate::access::Relation;
use crate::clinical::{CuttingForm, Stages, Subscores, Week};
use crate::platform::http::instant;
use crate::platform::ids::{AccountId, PatientId};

/// A week that was rated, as it is shown to whoever may read entries.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Entry)]
pub struct EntryBody {
    #[serde(flatten)]
    version: VersionBody,
    #[serde(flatten)]
    rating: RatingBody,
    /// What was sent is an earlier version of its author, so nothing was changed: only where it is so,
    /// in the answer to a `PUT`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    superseded: bool,
}

/// What every version of a week has; a removal has no more.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Removal)]
#[expect(
    clippy::option_option,
    reason = "null says that nothing was written, absence that it is not shown"
)]
pub struct VersionBody {
    week: Week,
    patient_id: PatientId,
    /// Counts the versions of this week, from 1; the `ETag` is `"v<revision>"`.
    #[schema(minimum = 1, example = 1)]
    revision: i32,
    /// Whether this version is a removal; then it has no answers.
    voided: bool,
    /// Why an earlier version was corrected or removed; left out for whoever is not shown notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    change_reason: Option<Option<String>>,
    #[serde(serialize_with = "instant::millis")]
    recorded_at: DateTime<Utc>,
    recorded_by: AuthorBody,
}

/// A version of a week: a rating, or its removal.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(untagged)]
#[schema(as = Revision)]
pub enum RevisionBody {
    /// What somebody answered.
    Entry(Box<EntryBody>),
    /// The week was taken out of the diary.
    Removal(Box<VersionBody>),
}

/// What a version says, and what follows from it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Rating)]
#[expect(
    clippy::option_option,
    reason = "null says that nothing was written, absence that it is not shown"
)]
struct RatingBody {
    assessed_on: NaiveDate,
    answers: AnswersBody,
    cutting_form: CuttingForm,
    gastrostomy: bool,
    respondent: Respondent,
    symptoms: Symptoms,
    weight_kg: Option<f64>,
    /// Left out for others while the patient does not share notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    note: Option<Option<String>>,
    /// The edition and language of the scale that was asked.
    #[schema(example = "alsfrs-r/1999-en-1")]
    instrument_version: String,
    /// 0 to 48; null unless all twelve items are answered.
    #[schema(maximum = 48, example = 36)]
    total: Option<u8>,
    subscores: Subscores,
    stages: Stages,
}

/// Who recorded a version.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Author)]
pub struct AuthorBody {
    account_id: AccountId,
    #[schema(example = "Ada")]
    display_name: String,
    /// What they were to the patient then.
    relation: Relation,
}

impl From<&Author> for AuthorBody {
    fn from(author: &Author) -> Self {
        Self {
            account_id: author.account,
            display_name: author.display_name.clone(),
            relation: author.relation,
        }
    }
}

impl RevisionBody {
    /// `entry` of the diary of `patient`.
    pub fn new(patient: PatientId, entry: &Entry) -> Self {
        let version = VersionBody {
            week: entry.week,
            patient_id: patient,
            revision: entry.revision,
            voided: entry.content.is_none(),
            change_reason: entry.shows_words.then(|| entry.change_reason.clone()),
            recorded_at: entry.recorded_at,
            recorded_by: AuthorBody::from(&entry.author),
        };
        match &entry.content {
            None => Self::Removal(version.into()),
            Some(content) => {
                let rating = RatingBody::new(content, entry);
                let superseded = false;
                Self::Entry(
                    EntryBody {
                        version,
                        rating,
                        superseded,
                    }
                    .into(),
                )
            }
        }
    }

    /// The same, as the answer to what was superseded.
    #[must_use]
    pub fn superseding(mut self) -> Self {
        if let Self::Entry(entry) = &mut self {
            entry.superseded = true;
        }
        self
    }

    /// As JSON, for the `current` of a refusal.
    pub fn to_value(patient: PatientId, entry: &Entry) -> Value {
        serde_json::to_value(Self::new(patient, entry)).unwrap_or_default()
    }
}

impl RatingBody {
    fn new(content: &Content, entry: &Entry) -> Self {
        let answers = &content.answers;
        Self {
            assessed_on: content.assessed_on,
            answers: AnswersBody::of(answers),
            cutting_form: answers.cutting_form(),
            gastrostomy: answers.gastrostomy(),
            respondent: content.respondent,
            symptoms: content.symptoms,
            weight_kg: content.weight.map(Weight::kg),
            note: entry.shows_words.then(|| content.note.clone()),
            instrument_version: entry.instrument.clone(),
            total: answers.total(),
            subscores: answers.subscores(),
            stages: Stages::of(answers),
        }
    }
}
