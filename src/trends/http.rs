//! Trends over HTTP.

mod agreement;
mod diaries;
mod flags;
mod picture;
mod stages;
mod symptoms;

use std::sync::Arc;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use serde::Deserialize;

use super::compute;
use super::memo::{Memo, Tagged};
use super::model::Trend;
use super::question::{Detail, Question, ReadingCompanion};
use super::store;
use super::window::Span;
use crate::access::{self, Access, Caller, Denial, Level, Right, Standing, Summary};
use crate::audit::{self, Action};
use crate::diary::{self, Part};
use crate::platform::App;
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::etag::{self, Body, Held};
use crate::platform::http::{HttpResult, Path, Query, Register};
use crate::platform::ids::PatientId;
use crate::platform::words::Language;
use crate::product::Product;
use crate::{patients, treatments};

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    diaries::routes(config);
    config.service(get_trend);
    picture::routes(config);
    symptoms::routes(config);
    flags::routes(config);
    agreement::routes(config);
    stages::routes(config);
}

/// Which weeks to look at.
#[derive(Debug, Clone, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TrendQuery {
    /// How many weeks to look back: 4 to 520, or `all` [default: 26]
    #[serde(default)]
    #[param(value_type = Option<String>, pattern = "^([4-9]|[1-9][0-9]|[1-4][0-9]{2}|5[01][0-9]|520|all)$", example = "26")]
    weeks: Span,
}

/// Which weeks to look at, and with whose eyes.
#[derive(Debug, Clone, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SeenTrendQuery {
    /// How many weeks to look back: 4 to 520, or `all` [default: 26]
    #[serde(default)]
    #[param(value_type = Option<String>, pattern = "^([4-9]|[1-9][0-9]|[1-4][0-9]{2}|5[01][0-9]|520|all)$", example = "26")]
    weeks: Span,
    /// As a member with this level sees it; for the patient, and the trustee who acts [default: as the caller]
    #[serde(rename = "as")]
    #[param(rename = "as")]
    seen_by: Option<Level>,
}

/// Shows what the weeks add up to: the curve with its uncertainty, stages, flags, plain words.
///
/// Every member of the circle sees it. Level `summary` sees no single answers and no notes, and
/// flags only where the patient allows it.
#[utoipa::path(
    tag = "trends",
    params(("patient" = PatientId, Path), SeenTrendQuery),
    responses((status = 200, body = Trend), (status = 403, description = "patient_only"))
)]
#[get("/v1/patients/{patient}/trend")]
pub async fn get_trend(
    app: Data<App>,
    product: Data<Product>,
    memo: Data<Memo>,
    caller: Caller,
    patient: Path<PatientId>,
    query: Query<SeenTrendQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let held = Held::by(&request);
    let asked = Asked {
        caller,
        patient: patient.0,
        span: query.0.weeks,
        with_flags: product.flags,
        seen_by: query.0.seen_by,
        language: Language::liked_by(&request),
    };
    let (tag, body) = shown(&app, memo.into_inner(), asked, String::new(), |trend| {
        etag::to_json(trend)
    })
    .await?;
    Ok(etag::answer_tagged(&tag, body_unless(&held, &tag, body)))
}

/// A question about a diary, before its record is opened.
struct Asked {
    caller: Caller,
    patient: PatientId,
    span: Span,
    with_flags: bool,
    /// The level of those whose page the patient wants to see.
    seen_by: Option<Level>,
    language: Language,
}

/// The trend as `write` writes it, which `form` names among all the ways to write it.
async fn shown(
    app: &App,
    memo: Arc<Memo>,
    asked: Asked,
    form: String,
    write: impl Fn(&Trend) -> HttpResult<Body> + Send + 'static,
) -> HttpResult<Tagged> {
    let (span, with_flags, seen_by) = (asked.span, asked.with_flags, asked.seen_by);
    let language = asked.language;
    let question = move |conn: &mut Conn, access: &Access<Summary>| {
        let asked = question(conn, access, span, with_flags, language)?;
        match seen_by {
            Some(level) => as_member(conn, access, asked, level),
            None => Ok(asked),
        }
    };
    let name = move |question: &Question| format!("{form} {seen_by:?} {}", question.key());
    let (kept, known_by) = (Arc::clone(&memo), name.clone());
    let known = move |conn: &mut Conn, access: &Access<Summary>| {
        if !may_ask(access, seen_by) {
            return Ok(None);
        }
        Ok(kept.find(&known_by(&question(conn, access)?)))
    };
    // Made here and not after the read: thousands of weeks must not hold up the event loop.
    let make = move |conn: &mut Conn, access: &Access<Summary>| {
        if !may_ask(access, seen_by) {
            return Err(Denial::PatientOnly.into());
        }
        let mut question = question(conn, access)?;
        if let Some(reader) = (question.companion.as_mut()).filter(|_| seen_by.is_none()) {
            reader.part = diary::part(conn, access)?;
        }
        let facts = patients::facts(conn, access)?;
        let history = diary::rated(conn, access)?;
        let happenings = treatments::happenings(conn, access)?;
        let known = store::known(conn, access)?;
        let trend = compute::trend(&question, &facts, &history, &happenings, &known);
        let body = write(&trend)?;
        // Of what this reader is shown: a change of what is hidden from them leaves it as it is.
        let answer = (etag::of_bytes(&body), body);
        memo.keep(name(&question), answer.clone());
        Ok(answer)
    };
    let opened = Action::TrendRead;
    audit::reading_unless_known(app, asked.caller, asked.patient, opened, known, make).await
}

/// What others see is for who lets them in.
fn may_ask(access: &Access<Summary>, seen_by: Option<Level>) -> bool {
    seen_by.is_none() || access.standing().acts()
}

fn body_unless(held: &Held, tag: &str, body: Body) -> Option<Body> {
    Some(body).filter(|_| !held.has(tag))
}

/// What is asked of the record that `access` opens.
fn question(
    conn: &mut Conn,
    access: &Access<impl Right>,
    span: Span,
    with_flags: bool,
    language: Language,
) -> DbResult<Question> {
    let companion = if access.standing().is_patient() {
        None
    } else {
        Some(ReadingCompanion {
            account: access.by(),
            patient: access::patient_name(conn, access)?,
            is_clinician: matches!(access.standing(), Standing::Clinic(_)),
            part: Part::default(),
        })
    };
    Ok(asked(access, span, with_flags, language, companion))
}

/// The same question, asked by a member with `level` who recorded nothing and sees no flags beyond it.
fn as_member(
    conn: &mut Conn,
    access: &Access<impl Right>,
    mut question: Question,
    level: Level,
) -> DbResult<Question> {
    question.with_flags &= level >= Level::Read;
    question.companion = Some(ReadingCompanion {
        account: access.by(),
        patient: access::patient_name(conn, access)?,
        is_clinician: false,
        part: Part::default(),
    });
    question.sees = detail(level, access.circle_sees_words());
    Ok(question)
}

fn detail(level: Level, with_words: bool) -> Detail {
    match level {
        Level::Summary => Detail::Curve,
        Level::Read | Level::Write if with_words => Detail::Words,
        Level::Read | Level::Write => Detail::Answers,
    }
}

fn asked(
    access: &Access<impl Right>,
    span: Span,
    with_flags: bool,
    language: Language,
    companion: Option<ReadingCompanion>,
) -> Question {
    Question {
        patient: access.patient(),
        last_change: access.last_change(),
        began_at: access.began_at(),
        today: access.today(),
        span,
        with_flags: with_flags && access.sees_flags() && !access.is_closed(),
        language,
        companion,
        sees: detail(access.standing().level(), access.shows_words()),
        has_ended: access.is_closed(),
        with_facts: access.shows_facts(),
    }
}
