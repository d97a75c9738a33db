//! The picture of a trend over HTTP.

use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use serde::Deserialize;

use super::{Asked, body_unless, shown};
use crate::access::{Caller, Level};
use crate::platform::App;
use crate::platform::http::etag::{self, Held};
use crate::platform::http::query::Within;
use crate::platform::http::{HttpResult, Path, Query, Register};
use crate::platform::ids::PatientId;
use crate::platform::words::Language;
use crate::product::Product;
use crate::trends::memo::Memo;
use crate::trends::picture::{self, Chart, Look, Theme};
use crate::trends::window::Span;

pub(super) fn routes(config: &mut impl Register) {
    config.service(get_trend_picture);
}

/// Which weeks to draw, and how.
#[derive(Debug, Clone, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PictureQuery {
    /// How many weeks to look back: 4 to 520, or `all` [default: 26]
    #[serde(default)]
    #[param(value_type = Option<String>, pattern = "^([4-9]|[1-9][0-9]|[1-4][0-9]{2}|5[01][0-9]|520|all)$", example = "26")]
    weeks: Span,
    /// How wide it is in CSS pixels; the text keeps its size
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 320, maximum = 1600, default = 720)]
    width: Within<320, 1600, 720>,
    /// Its colours [default: `auto`, as the device is set]
    #[serde(default)]
    #[param(value_type = Option<Theme>, inline)]
    theme: Theme,
    /// Whether numbers, stages and rates are shown
    #[param(default = true)]
    stages: Option<bool>,
    /// As a member with this level sees it; for the patient, and the trustee who acts [default: as the caller]
    #[serde(rename = "as")]
    #[param(rename = "as")]
    seen_by: Option<Level>,
}

/// Draws the trend: the same weeks, for the same readers, as one SVG document.
///
/// It stands alone and can be read aloud: a title, and in its description the plain words of the trend. The ratings, the
/// line with its band where there are enough, the four areas on one scale, stages and what happened. In the language that
/// `Accept-Language` asks for.
#[utoipa::path(
    tag = "trends",
    params(("patient" = PatientId, Path), PictureQuery),
    responses(
        (status = 200, content((String = "image/svg+xml"))),
        (status = 403, description = "patient_only"),
    )
)]
#[get("/v1/patients/{patient}/trend.svg")]
pub async fn get_trend_picture(
    app: Data<App>,
    product: Data<Product>,
    memo: Data<Memo>,
    caller: Caller,
    patient: Path<PatientId>,
    query: Query<PictureQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let held = Held::by(&request);
    let look = Look {
        width: query.0.width.get(),
        theme: query.0.theme,
        numbers: query.0.stages.unwrap_or(true),
        language: Language::liked_by(&request),
    };
    let asked = Asked {
        caller,
        patient: patient.0,
        span: query.0.weeks,
        with_flags: product.flags,
        seen_by: query.0.seen_by,
        language: look.language,
    };
    let (tag, body) = shown(
        &app,
        memo.into_inner(),
        asked,
        format!("{look:?}"),
        move |trend| Ok(picture::draw(&Chart::from(trend), look).into()),
    )
    .await?;
    let mut answer = etag::answer_picture(&tag, body_unless(&held, &tag, body));
    let policy = HeaderValue::from_static(picture::policy(look.theme));
    answer.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    Ok(answer)
}
