//! What a rating is made into, each as an `Observation`: scores, subscores, total, stages.

use std::sync::LazyLock;

use super::code::{SCORE, Score};
use super::facade::{Facade, instant, to_patient};
use super::model::{CodeableConcept, Coding, Meta, Observation, Reference};
use super::questionnaire_response::source;
use super::rated::Rated;
use super::shared::Shared;
use crate::clinical::{Answers, Ft9, Item, Kings, KingsStage, Mitos};
use crate::platform::ids::PatientId;

/// What is observed.
enum Value {
    Points(u8),
    Stage(String),
}

/// What all observations of a rating have in common.
pub struct Basis<'a> {
    facade: &'a Facade,
    rated: &'a Rated<'a>,
    /// The id of the answers, which all others begin with.
    id: String,
    meta: Shared<Meta>,
    subject: Shared<Reference>,
    performer: Shared<[Reference; 1]>,
    derived_from: Shared<[Reference; 1]>,
    effective_date_time: String,
    issued: String,
}

impl<'a> Basis<'a> {
    /// What those of `rated` have.
    pub fn new(facade: &'a Facade, patient: PatientId, rated: &'a Rated<'a>) -> Self {
        let id = rated.named.id(patient, None);
        let answers = format!("QuestionnaireResponse/{id}");
        Self {
            facade,
            rated,
            id,
            meta: rated.meta.clone().into(),
            subject: to_patient(patient).into(),
            performer: [source(patient, rated)].into(),
            derived_from: [Reference::to(answers)].into(),
            effective_date_time: rated.rating.assessed_on.to_string(),
            issued: instant(rated.recorded_at),
        }
    }

    /// What of `score` there is to say: nothing where something is missing.
    pub fn observation(&self, score: Score) -> Option<Observation> {
        let answers = &self.rated.rating.answers;
        let (value_integer, value_codeable_concept) =
            match value(answers, score, self.rated.has_tube)? {
                Value::Points(points) => (Some(points), None),
                Value::Stage(stage) => (None, Some(stage_concept(score, stage))),
            };
        let parts: &[Item] = match score {
            Score::Total => &Item::ALL,
            Score::Domain(domain) => &domain.items(),
            Score::Item(_) | Score::Kings | Score::Mitos | Score::Ft9 => &[],
        };
        let members = parts.iter().map(|item| {
            let part = Score::Item(*item).slug();
            Reference::to(["Observation/", &self.id, ".", part].concat())
        });
        Some(Observation {
            resource_type: "Observation",
            id: [&self.id, ".", score.slug()].concat(),
            meta: self.meta.clone(),
            status: if self.rated.is_amended {
                "amended"
            } else {
                "final"
            },
            category: SURVEY.clone(),
            code: score.concept(self.facade, answers.cutting_form()),
            subject: self.subject.clone(),
            effective_date_time: self.effective_date_time.clone(),
            issued: self.issued.clone(),
            performer: self.performer.clone(),
            value_integer,
            value_codeable_concept,
            has_member: members.collect(),
            derived_from: self.derived_from.clone(),
        })
    }
}

static SURVEY: LazyLock<Shared<[CodeableConcept; 1]>> = LazyLock::new(|| {
    let coding = Coding {
        system: "http://terminology.hl7.org/CodeSystem/observation-category",
        code: "survey".to_owned(),
        ..Coding::default()
    };
    [CodeableConcept {
        coding: vec![coding],
        text: None,
    }]
    .into()
});

fn value(answers: &Answers, score: Score, has_tube: bool) -> Option<Value> {
    match score {
        Score::Item(item) => answers.points(item).map(Value::Points),
        Score::Domain(domain) => answers.subscore(domain).map(Value::Points),
        Score::Total => answers.total().map(Value::Points),
        Score::Kings => Kings::with_tube(answers, has_tube)
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
