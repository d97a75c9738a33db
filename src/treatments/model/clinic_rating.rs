use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::clinical::{Answers, AnswersRefused, CuttingForm};
use crate::diary::{AnswersBody, Rating, Respondent, Symptoms, Weight};

/// A rating of the clinic, apart from the diary of the home.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ClinicRatingRecord)]
pub struct ClinicRating {
    /// On which day; a day has one.
    pub assessed_on: NaiveDate,
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
    pub note: Option<String>,
}

impl From<Rating> for ClinicRating {
    fn from(rating: Rating) -> Self {
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

impl ClinicRating {
    /// The same as a week of the diary has it.
    ///
    /// Fails for answers that make no rating: they were checked when they were recorded.
    pub fn rating(&self) -> Result<Rating, AnswersRefused> {
        Ok(Rating {
            assessed_on: self.assessed_on,
            answers: Answers::new(self.answers.scores(), self.cutting_form, self.gastrostomy)?,
            instrument: self.instrument_version.clone(),
            respondent: self.respondent,
            symptoms: self.symptoms,
            weight: self.weight_kg.and_then(Weight::from_kg),
            note: self.note.clone(),
            answered_at: self.answered_at,
            device_name: None,
        })
    }

    /// Whether it says the same: which edition of the scale was asked, and when, makes no other rating.
    pub fn says(&self, sent: &Self) -> bool {
        *self
            == Self {
                instrument_version: self.instrument_version.clone(),
                answered_at: self.answered_at,
                ..sent.clone()
            }
    }
}
