//! Reads of one resource.

use actix_web::{HttpRequest, HttpResponse};

use super::{about, answer};
use crate::access::{Caller, Inspect, Read, Review};
use crate::audit::{self, Action};
use crate::circle;
use crate::consents;
use crate::diary;
use crate::fhir::consent;
use crate::fhir::facade::{Facade, read_joined_id, version_id};
use crate::fhir::kind::Kind;
use crate::fhir::patient;
use crate::fhir::questionnaire::{ID, questionnaire};
use crate::fhir::rated::{Named, Rated};
use crate::fhir::record::of_record;
use crate::fhir::refusal::Refusal;
use crate::fhir::related_person::related_person;
use crate::fhir::resource::{Resource, of_rating};
use crate::platform::App;
use crate::platform::http::{EdgeRefusal, HttpError, HttpResult};
use crate::platform::ids::PatientId;
use crate::treatments;

/// Answers with the resource of this type and id.
pub async fn read(
    app: &App,
    facade: &Facade,
    caller: Caller,
    (kind, id): (Kind, &str),
    request: &HttpRequest,
) -> HttpResult<HttpResponse> {
    let not_found = || HttpError::from(EdgeRefusal::NotFound);
    match kind {
        Kind::Questionnaire if id == ID => answer::read(request, None, &questionnaire(facade)),
        Kind::Questionnaire => Err(not_found()),
        Kind::Patient => {
            let patient: PatientId = id.parse().map_err(|_| not_found())?;
            about(request, patient);
            let opened = Action::DiaryOpened;
            let found = audit::reading::<Read, _>(app, caller, patient, opened, |conn, access| {
                Ok(patient::patient(conn, access)?)
            });
            answer::read(request, None, &found.await?)
        }
        Kind::RelatedPerson => {
            let (patient, account) = read_joined_id(id).ok_or_else(not_found)?;
            about(request, patient);
            let opened = Action::DiaryOpened;
            let found =
                audit::reading::<Inspect, _>(app, caller, patient, opened, |conn, access| {
                    Ok(circle::everybody(conn, access)?)
                });
            let members = found.await?;
            let member = members.iter().find(|member| member.account.0 == account);
            let member = member.ok_or_else(not_found)?;
            answer::read(request, None, &related_person(patient, member))
        }
        Kind::Consent => {
            let (patient, _) = read_joined_id(id).ok_or_else(not_found)?;
            about(request, patient);
            let opened = Action::DiaryOpened;
            let found =
                audit::reading::<Review, _>(app, caller, patient, opened, |conn, access| {
                    Ok(consents::list(conn, access.who())?)
                });
            let mut made = consent::consents(patient, found.await?);
            let made = made
                .find(|(.., made)| made.id == id)
                .ok_or_else(not_found)?;
            answer::read(request, None, &made.2)
        }
        Kind::MedicationStatement | Kind::Procedure | Kind::AdverseEvent => {
            let (patient, record) = read_joined_id(id).ok_or_else(not_found)?;
            about(request, patient);
            let read = Action::TreatmentsRead;
            let found =
                audit::reading::<Read, _>(app, caller, patient, read, move |conn, access| {
                    let found = treatments::current(conn, access, record.into())?;
                    let found = found.ok_or(EdgeRefusal::NotFound)?;
                    if found.content.is_none() {
                        return Err(Refusal::Deleted.into());
                    }
                    let kinds = treatments::treatment_kinds(conn, access)?;
                    Ok((found, kinds, access.shows_names()))
                });
            let (record, kinds, in_words) = found.await?;
            let name = format!("{}/{id}", kind.name());
            let made =
                of_record(patient, &record, &kinds, in_words).filter(|one| one.name() == name);
            let made = made.ok_or_else(not_found)?;
            answer::read(request, Some(&version_id(&record)), &made)
        }
        Kind::QuestionnaireResponse | Kind::Observation => {
            let (patient, named) = Named::read(id).ok_or_else(not_found)?;
            about(request, patient);
            let (read, facade) = (Action::EntriesRead, facade.clone());
            let found =
                audit::reading::<Read, _>(app, caller, patient, read, move |conn, access| {
                    let (week, record);
                    let rated = match named {
                        Named::Week(key) => {
                            week = diary::current(conn, access, key)?;
                            week.as_ref().map(Rated::of_week)
                        }
                        Named::Day(day) => {
                            record = treatments::of_clinic(conn, access, day)?;
                            record.as_ref().map(Rated::of_clinic)
                        }
                    };
                    let rated = rated.ok_or(EdgeRefusal::NotFound)?;
                    let rated = rated.ok_or(Refusal::Deleted)?;
                    let rated = match kind {
                        Kind::Observation => rated.beside(&treatments::milestones(conn, access)?),
                        _ => rated,
                    };
                    let made = of_rating(&facade, kind, patient, &rated);
                    Ok((made, rated.meta.version_id))
                });
            let (made, version) = found.await?;
            let is_one = |one: &Resource| one.name() == format!("{}/{id}", kind.name());
            let found = made.into_iter().find(is_one).ok_or_else(not_found)?;
            answer::read(request, version.as_deref(), &found)
        }
    }
}
