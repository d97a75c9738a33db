//! What a week of the diary is made into.

use super::code::Score;
use super::facade::Facade;
use super::kind::Kind;
use super::model::Resource;
use super::observation::observation;
use super::questionnaire_response::response;
use crate::diary::Entry;
use crate::platform::ids::PatientId;

/// The resources of this kind that `entry` makes.
pub fn of_entry(facade: &Facade, kind: Kind, patient: PatientId, entry: &Entry) -> Vec<Resource> {
    if kind == Kind::Observation {
        let scores = Score::all().filter_map(|score| observation(facade, patient, entry, score));
        return scores
            .map(|one| Resource::Observation(one.into()))
            .collect();
    }
    let response = response(patient, entry).into_iter();
    let boxed = response.map(|one| Resource::QuestionnaireResponse(one.into()));
    boxed.collect()
}
