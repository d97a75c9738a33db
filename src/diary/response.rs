//! An entry as it is shown.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::answers::AnswersBody;
use super::model::{Entry, Rating, Respondent, Symptoms, Weight};
use crate::clinical::{CuttingForm, Stages, Subscores, Week};
use crate::platform::http::instant;
use crate::platform::ids::PatientId;
use crate::versions::VersionBody;

/// A week that was rated, as it is shown to readers of entries.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Entry)]
pub struct EntryBody {
    week: Week,
    #[serde(flatten)]
    version: VersionBody,
    #[serde(flatten)]
    rating: RatingBody,
    /// An earlier version was sent: nothing was changed. Only in the answer to a `PUT`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    superseded: bool,
}

/// A week that was taken out of the diary.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Removal)]
pub struct RemovalBody {
    week: Week,
    #[serde(flatten)]
    version: VersionBody,
}

/// A version of a week: a rating, or its removal.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(untagged)]
#[schema(as = EntryVersion)]
pub enum RevisionBody {
    /// What was answered.
    Entry(Box<EntryBody>),
    /// The week was taken out of the diary.
    Removal(Box<RemovalBody>),
}

/// What a version says, and what follows from it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Rating)]
#[expect(
    clippy::option_option,
    reason = "null says that nothing was written, absence that it is not shown"
)]
pub struct RatingBody {
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
    /// When it was answered, by the clock of the device; compare `recorded_at`.
    #[serde(serialize_with = "instant::maybe_millis")]
    answered_at: Option<DateTime<Utc>>,
    /// Null too for readers who are not shown notes.
    #[schema(example = "Ada's phone")]
    device_name: Option<String>,
    /// The edition and language of the scale that was asked.
    #[schema(example = "alsfrs-r/1999-en-1")]
    instrument_version: String,
    /// 0 to 48; null unless all twelve items are answered.
    #[schema(maximum = 48, example = 36)]
    total: Option<u8>,
    subscores: Subscores,
    stages: Stages,
}

impl RevisionBody {
    /// `entry` of the diary of `patient`.
    pub fn new(patient: PatientId, entry: &Entry) -> Self {
        let (week, version) = (entry.key, VersionBody::new(patient, entry));
        match &entry.content {
            None => Self::Removal(RemovalBody { week, version }.into()),
            Some(content) => {
                let rating = RatingBody::new(content, entry.shows_words);
                let superseded = false;
                Self::Entry(
                    EntryBody {
                        week,
                        version,
                        rating,
                        superseded,
                    }
                    .into(),
                )
            }
        }
    }

    /// The same, as the answer to what may have been superseded.
    #[must_use]
    pub fn superseding(mut self, superseded: bool) -> Self {
        if let Self::Entry(entry) = &mut self {
            entry.superseded = superseded;
        }
        self
    }
}

impl RatingBody {
    /// `content` for a reader who is shown words, or is not.
    pub fn new(content: &Rating, shows_words: bool) -> Self {
        let answers = &content.answers;
        Self {
            assessed_on: content.assessed_on,
            answers: AnswersBody::of(answers),
            cutting_form: answers.cutting_form(),
            gastrostomy: answers.gastrostomy(),
            respondent: content.respondent,
            symptoms: content.symptoms,
            weight_kg: content.weight.map(Weight::kg),
            note: shows_words.then(|| content.note.clone()),
            answered_at: content.answered_at,
            device_name: content.device_name.clone().filter(|_| shows_words),
            instrument_version: content.instrument.clone(),
            total: answers.total(),
            subscores: answers.subscores(),
            stages: Stages::of(answers),
        }
    }
}
