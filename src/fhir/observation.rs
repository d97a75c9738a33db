//! What a rating is made into, each as an `Observation`: scores, subscores, total, stages.

use std::sync::LazyLock;

use super::code::{SCORE, Score};
use super::facade::{Facade, instant, to_patient};
use super::model::{CodeableConcept, Coding, Observation, Observed, Rating, Reference};
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

/// What the observations of a rating are made of.
pub struct Basis<'a> {
    facade: &'a Facade,
    answers: &'a Answers,
    /// Whether the person was fed by a tube.
    has_tube: bool,
    /// The id of the answers, which all others begin with.
    id: String,
    rating: Shared<Rating>,
    /// References to the observations of the items.
    items: [Shared<Reference>; Item::ALL.len()],
}

impl<'a> Basis<'a> {
    /// What those of `rated` are made of.
    pub fn new(facade: &'a Facade, patient: PatientId, rated: &'a Rated<'a>) -> Self {
        let id = rated.named.id(patient, None);
        let rating = Rating {
            resource_type: "Observation",
            meta: rated.meta.clone(),
            status: if rated.is_amended { "amended" } else { "final" },
            category: SURVEY.clone(),
            subject: to_patient(patient),
            effective_date_time: rated.rating.assessed_on.to_string(),
            issued: instant(rated.recorded_at),
            performer: vec![source(patient, rated)],
            derived_from: vec![Reference::to(format!("QuestionnaireResponse/{id}"))],
        };
        let items = Item::ALL.map(|item| {
            let item = Score::Item(item).slug();
            Reference::to(["Observation/", &id, ".", item].concat()).into()
        });
        Self {
            facade,
            answers: &rated.rating.answers,
            has_tube: rated.has_tube,
            id,
            rating: rating.into(),
            items,
        }
    }

    /// What of `score` there is to say: nothing where something is missing.
    pub fn observation(&self, score: Score) -> Option<Observation> {
        let (value_integer, value_codeable_concept) =
            match value(self.answers, score, self.has_tube)? {
                Value::Points(points) => (Some(points), None),
                Value::Stage(stage) => (None, Some(stage_concept(score, stage))),
            };
        let has_part = |item: Item| match score {
            Score::Total => true,
            Score::Domain(domain) => domain.items().contains(&item),
            Score::Item(_) | Score::Kings | Score::Mitos | Score::Ft9 => false,
        };
        let parts = Item::ALL.iter().zip(&self.items);
        let parts = parts.filter(|(item, _)| has_part(**item));
        Some(Observation {
            rating: self.rating.clone(),
            observed: Observed {
                id: [&self.id, ".", score.slug()].concat(),
                code: score.concept(self.facade, self.answers.cutting_form()),
                value_integer,
                value_codeable_concept,
                has_member: parts.map(|(_, reference)| reference.clone()).collect(),
            },
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
