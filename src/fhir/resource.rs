//! What a rating is made into.

use super::code::Score;
use super::facade::Facade;
use super::kind::Kind;
use super::model::Resource;
use super::observation::Basis;
use super::questionnaire_response::response;
use super::rated::Rated;
use crate::platform::ids::PatientId;

/// The resources of this kind that `rated` makes.
pub fn of_rating(
    facade: &Facade,
    kind: Kind,
    patient: PatientId,
    rated: &Rated<'_>,
) -> Vec<Resource> {
    if kind == Kind::Observation {
        let basis = Basis::new(facade, patient, rated);
        let scores = Score::all().filter_map(|score| basis.observation(score));
        return scores
            .map(|one| Resource::Observation(one.into()))
            .collect();
    }
    vec![Resource::QuestionnaireResponse(
        response(patient, rated).into(),
    )]
}
