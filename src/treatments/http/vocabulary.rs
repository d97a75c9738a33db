//! What an app needs to offer treatments.

use actix_web::{HttpRequest, HttpResponse, get};
use serde::Serialize;

use crate::clinical::{
    AmountUnit, Anaesthesia, CellSource, CellType, Contraindication, Donor, Imaging, KnownDrug,
    Measurand, MeasurandRange, Milestone, Posture, Route, SideEffectKind, TreatmentKind,
    known_drugs,
};
use crate::platform::http::{HttpResult, etag};

/// The words for treatments.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = TreatmentVocabulary)]
struct Vocabulary {
    kinds: &'static [TreatmentKind],
    /// The usual medicines; any other is written out.
    drugs: [KnownDrug; 5],
    routes: &'static [Route],
    units: &'static [AmountUnit],
    imaging_guidance: &'static [Imaging],
    anaesthesia: &'static [Anaesthesia],
    donors: &'static [Donor],
    sources: &'static [CellSource],
    cell_types: &'static [CellType],
    /// What a screening before cell therapy asks for.
    contraindications: &'static [Contraindication],
    side_effects: &'static [SideEffectKind],
    /// What may be measured, in which unit and between which bounds.
    measures: Vec<MeasurandRange>,
    postures: &'static [Posture],
    milestones: &'static [Milestone],
}

/// Shows the words for treatments: kinds, usual medicines with their codes, routes, contraindications.
#[utoipa::path(
    tag = "treatments", security(()),
    responses((status = 200, body = Vocabulary))
)]
#[get("/v1/instruments/treatments")]
pub async fn get_vocabulary(request: HttpRequest) -> HttpResult<HttpResponse> {
    let vocabulary = Vocabulary {
        kinds: &TreatmentKind::ALL,
        drugs: known_drugs(),
        routes: &Route::ALL,
        units: &AmountUnit::ALL,
        imaging_guidance: &Imaging::ALL,
        anaesthesia: &Anaesthesia::ALL,
        donors: &Donor::ALL,
        sources: &CellSource::ALL,
        cell_types: &CellType::ALL,
        contraindications: &Contraindication::ALL,
        side_effects: &SideEffectKind::ALL,
        measures: Measurand::ALL.map(Measurand::range).into(),
        postures: &Posture::ALL,
        milestones: &Milestone::ALL,
    };
    etag::answer(&request, &vocabulary)
}
