//! What a rating is made into, each as an `Observation`: scores, subscores, total, stages.

use super::code::{SCORE, Score};
use super::facade::{Facade, instant, to_patient};
use super::model::{CodeableConcept, Coding, Observation, Reference};
use super::questionnaire_response::source;
use super::rated::Rated;
use crate::clinical::{Answers, Ft9, Item, Kings, KingsStage, Mitos};
use crate::platform::ids::PatientId;

/// What is observed.
enum Value {
    Points(u8),
    Stage(String),
}

/// What of `score` there is to say of the rating: nothing where something is missing.
pub fn observation(
    facade: &Facade,
    patient: PatientId,
    rated: &Rated<'_>,
    score: Score,
) -> Option<Observation> {
    let rating = &rated.rating;
    let answers = &rating.answers;
    let (value_integer, value_codeable_concept) = match value(answers, score)? {
        Value::Points(points) => (Some(points), None),
        Value::Stage(stage) => (None, Some(stage_concept(score, stage))),
    };
    let of_it = |kind: &str, part: Option<&str>| {
        Reference::to(format!("{kind}/{}", rated.named.id(patient, part)))
    };
    let parts: &[Item] = match score {
        Score::Total => &Item::ALL,
        Score::Domain(domain) => &domain.items(),
        Score::Item(_) | Score::Kings | Score::Mitos | Score::Ft9 => &[],
    };
    let parts = parts.iter().map(|item| Score::Item(*item).slug());
    Some(Observation {
        resource_type: "Observation",
        id: rated.named.id(patient, Some(&score.slug())),
        meta: rated.meta.clone(),
        status: if rated.is_amended { "amended" } else { "final" },
        category: vec![CodeableConcept {
            coding: vec![Coding {
                system: "http://terminology.hl7.org/CodeSystem/observation-category",
                code: "survey".to_owned(),
                ..Coding::default()
            }],
            text: None,
        }],
        code: score.concept(facade, answers.cutting_form()),
        subject: to_patient(patient),
        effective_date_time: rating.assessed_on.to_string(),
        issued: instant(rated.recorded_at),
        performer: vec![source(patient, rated)],
        value_integer,
        value_codeable_concept,
        has_member: parts
            .map(|part| of_it("Observation", Some(&part)))
            .collect(),
        derived_from: vec![of_it("QuestionnaireResponse", None)],
    })
}

fn value(answers: &Answers, score: Score) -> Option<Value> {
    match score {
        Score::Item(item) => answers.points(item).map(Value::Points),
        Score::Domain(domain) => answers.subscore(domain).map(Value::Points),
        Score::Total => answers.total().map(Value::Points),
        Score::Kings => Kings::of(answers)
            .stage
            .map(|stage| Value::Stage(KingsStage::key(stage).to_owned())),
        Score::Mitos => Mitos::of(answers)
            .stage
            .map(|stage| Value::Stage(stage.to_string())),
        Score::Ft9 => Ft9::of(answers)
            .stage
            .map(|stage| Value::Stage(stage.to_string())),
    }
}

/// A stage of a staging: `kings-4A+4B`.
fn stage_concept(score: Score, stage: String) -> CodeableConcept {
    let staging = score.slug();
    CodeableConcept {
        coding: vec![Coding {
            system: SCORE,
            code: format!("{staging}-{stage}"),
            display: Some(stage.clone()),
            ..Coding::default()
        }],
        text: Some(stage),
    }
}
