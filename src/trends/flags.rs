//! The flags of a trend: what the ALS team should hear of, and what people said they know.

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Builder;

use super::known::{Known, KnownBody};
use super::question::{Detail, Question};
use crate::clinical::{
    Acknowledgement, Assessment, Because, Flag, FlagCode, FlagFacts, Tier, Week, flags,
};
use crate::diary::{RatedWeek, Weight};
use crate::patients::Facts;
use crate::platform::ids::{FlagId, PatientId};
use crate::platform::secret::sha256;
use crate::treatments::{Happening, has_tube, is_ventilated};

/// Something the ALS team should hear of. Information, never a diagnosis.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Flag)]
pub(super) struct FlagShown {
    /// The same as long as the flag lasts.
    pub(super) id: FlagId,
    /// The stable name of the rule.
    code: FlagCode,
    /// How soon the team should hear of it.
    tier: Tier,
    /// The week in which it began.
    week: Week,
    /// The day on which it began.
    day: NaiveDate,
    /// The day that its text names: of a loss of weight that on which it was so much.
    said_on: NaiveDate,
    /// Whether later ratings, the last one among them, say the same.
    goes_on: bool,
    /// The numbers it rests on.
    because: Because,
    /// Who said that they know, and when; null until then.
    pub(super) acknowledged: Option<KnownBody>,
    /// What to tell the reader, in everyday words of their language.
    #[schema(
        example = "On 18 November your answers about swallowing changed. Please tell your ALS team."
    )]
    text: String,
}

/// Flags look at the whole diary: what is new now may be old news in a short window.
pub(super) fn shown(
    question: &Question,
    about: &Facts,
    recorded: (&[RatedWeek], &[Happening]),
    known: &[Known],
) -> Vec<FlagShown> {
    let acknowledged: Vec<_> = known.iter().map(|known| known.of.clone()).collect();
    let flags = raised(question, about, recorded, &acknowledged).into_iter();
    flags
        .map(|flag| {
            let flag = if question.sees >= Detail::Answers {
                flag
            } else {
                flag.without_answers()
            };
            FlagShown {
                id: id(question.patient, &flag),
                code: flag.code,
                tier: flag.tier,
                week: flag.week,
                day: flag.day,
                said_on: flag.said_on,
                goes_on: flag.goes_on,
                acknowledged: flag
                    .acknowledged
                    .and_then(|place| known.get(place))
                    .map(|known| KnownBody::new(known, question.sees >= Detail::Words)),
                text: flag.text(question.voice()),
                because: flag.because,
            }
        })
        .collect()
}

/// What the rules raise, as the one who asks is told it.
pub(super) fn raised(
    question: &Question,
    about: &Facts,
    (history, happenings): (&[RatedWeek], &[Happening]),
    acknowledged: &[Acknowledgement],
) -> Vec<Flag> {
    if !question.with_flags {
        return Vec::new();
    }
    let assessments: Vec<Assessment> = history
        .iter()
        .map(|rated| Assessment {
            week: rated.week,
            assessed_on: rated.assessed_on,
            answers: rated.answers,
            weight_kg: rated.weight.map(Weight::kg),
            rater: rated.respondent.rater(),
            has_tube: has_tube(happenings, rated.assessed_on),
            is_ventilated: is_ventilated(happenings, rated.assessed_on),
        })
        .collect();
    let facts = FlagFacts {
        today: question.today,
        usual_weight_kg: about.usual_weight.map(Weight::kg),
        acknowledged,
    };
    flags(&assessments, &facts)
}

/// The name of a flag of `patient`, made of what it is about: the same whenever it is computed.
pub(super) fn id(patient: PatientId, flag: &Flag) -> FlagId {
    flag_id(patient, flag.code, flag.week)
}

/// The same of the flag with this code that began in this week.
pub fn flag_id(patient: PatientId, code: FlagCode, week: Week) -> FlagId {
    let name = format!("alsfrs-diary flag 1 {patient} {} {week}", code.key());
    let digest = sha256(name.as_bytes());
    let short = *digest.first_chunk().unwrap_or(&[0; 16]);
    FlagId(Builder::from_custom_bytes(short).into_uuid())
}
