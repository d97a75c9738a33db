//! Searches.

use std::sync::Arc;

use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use uuid::Uuid;

use super::{about, answer};
use crate::access::{self, Caller, Inspect, Level, Read, Review};
use crate::audit::{self, Action, Subject};
use crate::circle;
use crate::clinical::INSTRUMENT_VERSION;
use crate::consents;
use crate::fhir::bundle::{self, Bundle};
use crate::fhir::consent;
use crate::fhir::facade::Facade;
use crate::fhir::kind::Kind;
use crate::fhir::patient::patient;
use crate::fhir::questionnaire::{CANONICAL, ID, questionnaire, version};
use crate::fhir::record::of_record;
use crate::fhir::refusal::Refusal;
use crate::fhir::related_person::related_person;
use crate::fhir::resource::{Resource, of_rating};
use crate::fhir::search::Search;
use crate::platform::App;
use crate::platform::http::{HttpResult, Page, cursor};
use crate::platform::ids::PatientId;
use crate::treatments;

/// Answers a search for resources of `kind`.
pub async fn search(
    app: &App,
    facade: Facade,
    caller: Caller,
    kind: Kind,
    request: &HttpRequest,
) -> HttpResult<HttpResponse> {
    let search = Arc::new(Search::read(&facade, kind, request.query_string())?);
    let page = match kind {
        Kind::Questionnaire => forms(app, caller, &facade, &search).await?,
        Kind::Patient => patients(app, caller, Arc::clone(&search)).await?,
        _ => {
            let patient = search.patient.ok_or(Refusal::PatientNeeded)?;
            about(request, patient);
            let asked = Arc::clone(&search);
            let found = match kind {
                Kind::QuestionnaireResponse | Kind::Observation => {
                    ratings(app, caller, &facade, patient, asked).await
                }
                Kind::RelatedPerson => members(app, caller, patient).await,
                Kind::Consent => decisions(app, caller, patient, asked).await,
                _ => records(app, caller, patient, asked).await,
            };
            match found {
                // Nothing is found of a patient who is not there; that it was asked for is written down.
                Err(refused) if refused.is_not_found() => {
                    let unseen = true;
                    request.extensions_mut().insert(Subject { patient, unseen });
                    Page::whole(Vec::new())
                }
                found => found?,
            }
        }
    };
    answer::read(request, None, &Bundle::new(&facade, &search, page))
}

/// The scale, if it is the one that is meant.
async fn forms(
    app: &App,
    caller: Caller,
    facade: &Facade,
    search: &Search,
) -> HttpResult<Page<Resource>> {
    app.db
        .read(move |conn| access::to_account(conn, &caller).map(|_| ()))
        .await?;
    let (url, asked) = &search.canonical;
    let is_it = search.id.as_deref().is_none_or(|id| id == ID)
        && url.as_deref().is_none_or(|url| url == CANONICAL)
        && asked
            .as_deref()
            .is_none_or(|asked| asked == version(INSTRUMENT_VERSION));
    let form = is_it.then(|| Resource::Questionnaire(questionnaire(facade).into()));
    Ok(Page::whole(form.into_iter().collect()))
}

/// Everybody whose entries the caller may read.
async fn patients(app: &App, caller: Caller, search: Arc<Search>) -> HttpResult<Page<Resource>> {
    let (key, asking) = (app.keys.roots.cursor(), caller.clone());
    let page = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &asking)?;
            let by = who.account().0;
            let question: [&[u8]; 2] = [b"Patient", by.as_bytes()];
            let place = |place: &[u8]| Uuid::from_slice(place).ok();
            let after = cursor::position(&key, &question, search.cursor.as_deref(), place)?;
            let mut diaries = access::diaries_of(conn, &who)?;
            diaries.retain(|diary| {
                let id = search.id.as_deref();
                diary.access.standing().level() >= Level::Read
                    && id.is_none_or(|id| diary.access.patient().to_string() == id)
                    && after.is_none_or(|after| diary.access.patient().0 > after)
            });
            diaries.sort_by_key(|diary| diary.access.patient().0);
            let page = Page::cut(diaries, search.count, |diary| {
                cursor::seal(&key, &question, diary.access.patient().0.as_bytes())
            });
            let mut items = Vec::with_capacity(page.items.len());
            for diary in page.items {
                let access = access::to_patient::<Read>(conn, &asking, diary.access.patient())?;
                items.push((diary, patient(conn, &access)?));
            }
            Ok(Page {
                items,
                next: page.next,
            })
        })
        .await?;
    for (diary, _) in &page.items {
        let (caller, own) = (caller.clone(), diary.access.standing().is_patient());
        audit::noted(
            app,
            caller,
            diary.access.patient(),
            Action::DiaryOpened,
            own,
        )
        .await?;
    }
    Ok(page.map(|(_, patient)| Resource::Patient(patient.into())))
}

/// What the ratings of a patient are made into.
async fn ratings(
    app: &App,
    caller: Caller,
    facade: &Facade,
    patient: PatientId,
    search: Arc<Search>,
) -> HttpResult<Page<Resource>> {
    let (key, facade) = (app.keys.roots.cursor(), facade.clone());
    let read = Action::EntriesRead;
    audit::reading::<Read, _>(app, caller, patient, read, move |conn, access| {
        bundle::of_ratings(conn, access, &key, &search, |rated| {
            let mut made = of_rating(&facade, search.kind, patient, rated);
            made.retain(|one| match one {
                Resource::Observation(one) => search.names(&one.code),
                _ => true,
            });
            made
        })
    })
    .await
}

/// Treatments and side effects of a patient.
async fn records(
    app: &App,
    caller: Caller,
    patient: PatientId,
    search: Arc<Search>,
) -> HttpResult<Page<Resource>> {
    let (key, read) = (app.keys.roots.cursor(), Action::TreatmentsRead);
    audit::reading::<Read, _>(app, caller, patient, read, move |conn, access| {
        let kinds = treatments::treatment_kinds(conn, access)?;
        bundle::of_records(conn, access, &key, &search, |record| {
            let made = of_record(patient, record, &kinds, access.shows_names());
            made.filter(|one| one.name().split('/').next() == Some(search.kind.name()))
        })
    })
    .await
}

/// The circle of a patient, which always fits on one page.
async fn members(app: &App, caller: Caller, patient: PatientId) -> HttpResult<Page<Resource>> {
    let opened = Action::DiaryOpened;
    let members = audit::reading::<Inspect, _>(app, caller, patient, opened, |conn, access| {
        Ok(circle::everybody(conn, access)?)
    });
    let members = members.await?;
    let people = members.iter().map(|member| related_person(patient, member));
    let people = people.map(|one| Resource::RelatedPerson(one.into()));
    Ok(Page::whole(people.collect()))
}

/// What the patient agreed to and took back, newest first.
async fn decisions(
    app: &App,
    caller: Caller,
    patient: PatientId,
    search: Arc<Search>,
) -> HttpResult<Page<Resource>> {
    let (key, opened) = (app.keys.roots.cursor(), Action::DiaryOpened);
    audit::reading::<Review, _>(app, caller, patient, opened, move |conn, access| {
        let asked = search.bytes();
        let (by, of) = (access.by().0, patient.0);
        let question: [&[u8]; 4] = [b"Consent", by.as_bytes(), of.as_bytes(), &asked];
        let place = |place: &[u8]| Uuid::from_slice(place).ok();
        let before = cursor::position(&key, &question, search.cursor.as_deref(), place)?;
        let all = consent::consents(patient, consents::list(conn, access.who())?);
        let found = all.filter(|(decision, updated, _)| {
            search.has(Some(decision.at.date_naive()), *updated)
                && before.is_none_or(|before| decision.id.0 < before)
        });
        let page = Page::cut(found.collect(), search.count, |(decision, ..)| {
            cursor::seal(&key, &question, decision.id.0.as_bytes())
        });
        Ok(page.map(|(.., made)| Resource::Consent(made.into())))
    })
    .await
}
