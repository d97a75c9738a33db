use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::clinical::{Answers, AnswersRefused, CuttingForm};
use crate::diary::{AnswersBody, Rating, Respondent, Symptoms, Weight};

/// A rating of the clinic, apart from the diary of the home.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct ClinicRating(pub Rating);

impl From<Rating> for ClinicRating {
    fn from(rating: Rating) -> Self {
        // Whose device it was says nothing of the patient.
        Self(Rating {
            device_name: None,
            ..rating
        })
    }
}

/// The same as it is stored.
#[derive(Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ClinicRatingRecord)]
pub struct Stored {
    /// On which day; a day has one.
    assessed_on: NaiveDate,
    answers: AnswersBody,
    cutting_form: CuttingForm,
    gastrostomy: bool,
    respondent: Respondent,
    symptoms: Symptoms,
    weight_kg: Option<f64>,
    /// The edition and language of the scale that was asked.
    instrument_version: String,
    /// When it was answered, by the clock of the device.
    answered_at: Option<DateTime<Utc>>,
    /// In the clinician's words.
    note: Option<String>,
}

impl From<ClinicRating> for Stored {
    fn from(ClinicRating(rating): ClinicRating) -> Self {
        Self {
            assessed_on: rating.assessed_on,
            answers: AnswersBody::of(&rating.answers),
            cutting_form: rating.answers.cutting_form(),
            gastrostomy: rating.answers.gastrostomy(),
            respondent: rating.respondent,
            symptoms: rating.symptoms,
            weight_kg: rating.weight.map(Weight::kg),
            instrument_version: rating.instrument,
            answered_at: rating.answered_at,
            note: rating.note,
        }
    }
}

impl TryFrom<Stored> for ClinicRating {
    type Error = AnswersRefused;

    /// Fails for answers that make no rating: they were checked when they were recorded.
    fn try_from(stored: Stored) -> Result<Self, AnswersRefused> {
        let answers = stored.answers.scores();
        Ok(Self(Rating {
            assessed_on: stored.assessed_on,
            answers: Answers::new(answers, stored.cutting_form, stored.gastrostomy)?,
            instrument: stored.instrument_version,
            respondent: stored.respondent,
            symptoms: stored.symptoms,
            weight: stored.weight_kg.and_then(Weight::from_kg),
            note: stored.note,
            answered_at: stored.answered_at,
            device_name: None,
        }))
    }
}
