//! What a rating is made into, each as an `Observation`: scores, subscores, total, stages.

use std::io::{self, Write};
use std::sync::{Arc, LazyLock};

use serde::ser::Error;
use serde::{Serialize, Serializer};

use super::code::{SCORE, Score};
use super::facade::{Facade, instant, to_patient};
use super::model::{CodeableConcept, Coding, Rating, Reference};
use super::questionnaire_response::source;
use super::rated::Rated;
use super::shared::Shared;
use crate::clinical::{Answers, Ft9, Item, Kings, KingsStage, Mitos};
use crate::platform::http::part::Part;
use crate::platform::ids::PatientId;

/// One score, or what follows from several. Nearly all that an export writes are these: what those of a rating have in
/// common is made once, and each is put together from parts that are JSON already.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// The id of the answers, which the ids of their observations begin with.
    of: Arc<str>,
    rating: Shared<Rating>,
    score: Score,
    /// What it is called.
    pub code: Shared<CodeableConcept>,
    value: Value,
}

/// What is observed.
#[derive(Debug, Clone, PartialEq)]
enum Value {
    Points(u8),
    Stage(CodeableConcept),
}

impl Observation {
    /// Its id.
    pub fn id(&self) -> String {
        [&self.of, ".", self.score.slug()].concat()
    }

    /// Appends its JSON.
    pub fn write(&self, to: &mut Vec<u8>) -> io::Result<()> {
        let shared = self.rating.json();
        let shared = shared.strip_suffix('}').unwrap_or(shared);
        let named = [shared, ",\"id\":\"", &self.of, ".", self.score.slug()];
        for text in named.into_iter().chain(["\",\"code\":", self.code.json()]) {
            to.extend_from_slice(text.as_bytes());
        }
        match &self.value {
            Value::Points(points) => write!(to, ",\"valueInteger\":{points}")?,
            Value::Stage(stage) => {
                to.extend_from_slice(b",\"valueCodeableConcept\":");
                serde_json::to_writer(&mut *to, stage)?;
            }
        }
        let mut before = ",\"hasMember\":[";
        for part in parts(self.score) {
            let id = [&self.of, ".", Score::Item(part).slug(), "\"}"];
            for text in [before, "{\"reference\":\"Observation/"]
                .into_iter()
                .chain(id)
            {
                to.extend_from_slice(text.as_bytes());
            }
            before = ",";
        }
        let end: &[u8] = if before == "," { b"]}" } else { b"}" };
        to.extend_from_slice(end);
        Ok(())
    }
}

impl Serialize for Observation {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut json = Vec::new();
        self.write(&mut json).map_err(S::Error::custom)?;
        let json: Box<Part> = serde_json::from_slice(&json).map_err(S::Error::custom)?;
        json.serialize(to)
    }
}

/// The items that a score is made of; none of an item, nor of a stage.
fn parts(score: Score) -> impl Iterator<Item = Item> {
    Item::ALL.into_iter().filter(move |item| match score {
        Score::Total => true,
        Score::Domain(domain) => item.domain() == domain,
        Score::Item(_) | Score::Kings | Score::Mitos | Score::Ft9 => false,
    })
}

/// What the observations of a rating are made of.
pub struct Basis<'a> {
    facade: &'a Facade,
    answers: &'a Answers,
    /// Whether the person was fed by a tube.
    has_tube: bool,
    /// The id of the answers.
    id: Arc<str>,
    rating: Shared<Rating>,
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
        Self {
            facade,
            answers: &rated.rating.answers,
            has_tube: rated.has_tube,
            id: id.into(),
            rating: rating.into(),
        }
    }

    /// What of `score` there is to say: nothing where something is missing.
    pub fn observation(&self, score: Score) -> Option<Observation> {
        Some(Observation {
            of: Arc::clone(&self.id),
            rating: self.rating.clone(),
            score,
            code: score.concept(self.facade, self.answers.cutting_form()),
            value: value(self.answers, score, self.has_tube)?,
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
    let points = match score {
        Score::Item(item) => answers.points(item),
        Score::Domain(domain) => answers.subscore(domain),
        Score::Total => answers.total(),
        Score::Kings => {
            let stage = Kings::with_tube(answers, has_tube).stage?;
            return Some(Value::Stage(stage_concept(score, KingsStage::key(stage))));
        }
        Score::Mitos | Score::Ft9 => {
            let stage = match score {
                Score::Mitos => Mitos::of(answers).stage?,
                _ => Ft9::of(answers).stage?,
            };
            return Some(Value::Stage(stage_concept(score, &stage.to_string())));
        }
    };
    points.map(Value::Points)
}

/// A stage of a staging: `kings-4A+4B`.
fn stage_concept(score: Score, stage: &str) -> CodeableConcept {
    let staging = score.slug();
    CodeableConcept {
        coding: vec![Coding {
            system: SCORE,
            code: format!("{staging}-{stage}"),
            display: Some(stage.to_owned()),
            ..Coding::default()
        }],
        text: Some(stage.to_owned()),
    }
}
