//! The patients of a clinic side by side, over HTTP.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use serde::Deserialize;

use crate::access::{self, Caller, Cohort};
use crate::audit::{self, Action};
use crate::clinic::cohort::{self, CohortFilter, CohortQuestion, CohortSort, Cohorts, Order, Pace};
use crate::clinic::response::CohortRowResponse;
use crate::clinic::summary::{self, CohortSummary};
use crate::clinical::FlagCode;
use crate::patients::OnsetRegion;
use crate::platform::App;
use crate::platform::http::query::Within;
use crate::platform::http::{HttpResult, Limit, Page, Path, Query, etag};
use crate::platform::ids::SiteId;
use crate::platform::words::Language;
use crate::product::Product;

/// Which patients of a clinic, and in which order.
#[derive(Debug, Clone, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CohortQuery {
    /// By what they are sorted [default: `needs_attention`]
    #[serde(default)]
    #[param(value_type = Option<CohortSort>, inline)]
    sort: CohortSort,
    /// Which end comes first [default: the worst]
    #[param(inline)]
    order: Option<Order>,
    /// The number of King's stage: 4 is 4A, 4B and both
    #[param(value_type = Option<u16>, maximum = 4)]
    stage: Option<Within<0, 4, 0>>,
    /// The MiToS stage
    #[param(value_type = Option<u16>, maximum = 4)]
    mitos: Option<Within<0, 4, 0>>,
    /// Where the weakness began
    #[param(inline)]
    onset_region: Option<OnsetRegion>,
    /// The gene in which a cause was found
    #[param(example = "SOD1")]
    gene: Option<String>,
    /// A word of the name of a treatment that goes on
    #[param(example = "riluzole")]
    treatment: Option<String>,
    /// A flag that no person knows of yet
    #[param(inline)]
    flag: Option<FlagCode>,
    /// At least so many weeks without a rating; who never rated is silent too
    #[param(value_type = Option<u16>, minimum = 1, maximum = 520)]
    silent_weeks: Option<Within<1, 520, 4>>,
    /// The slope beside the published population
    #[param(inline)]
    pace: Option<Pace>,
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200, default = 50)]
    limit: Limit,
    /// Where the page before ended
    cursor: Option<String>,
}

impl From<CohortQuery> for CohortQuestion {
    fn from(query: CohortQuery) -> Self {
        Self {
            filter: CohortFilter {
                stage: query.stage.map(Within::get),
                mitos: query.mitos.map(Within::get),
                onset_region: query.onset_region,
                gene: query.gene,
                treatment: query.treatment,
                flag: query.flag,
                silent_weeks: query.silent_weeks.map(Within::get),
                pace: query.pace,
            },
            sort: query.sort,
            order: query.order.unwrap_or(query.sort.usual_order()),
            limit: query.limit.get(),
            cursor: query.cursor,
        }
    }
}

/// Lists the patients of the clinic side by side, for its clinicians: one row a patient, what their diary adds
/// up to, those who need to be looked at first.
///
/// By `needs_attention`: the most urgent flag that no person knows of; of equals those with a flag that began
/// after the clinic last looked (`POST …/seen`), then the newest flag, then the steepest decline. What a patient
/// does not share is null. Every patient of the page can see in their access log that they were on it.
#[utoipa::path(
    tag = "clinic",
    params(("site" = SiteId, Path), CohortQuery),
    responses((status = 200, body = Page<CohortRowResponse>), (status = 403, description = "site_role"))
)]
#[get("/v1/sites/{site}/cohort")]
pub async fn get_cohort(
    app: Data<App>,
    product: Data<Product>,
    cohorts: Data<Cohorts>,
    caller: Caller,
    site: Path<SiteId>,
    query: Query<CohortQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (key, asking, with_flags) = (app.keys.roots.cursor(), caller.clone(), product.flags);
    let question = CohortQuestion::from(query.0);
    let page = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let access = access::to_site::<Cohort>(conn, &asking, site.0)?;
            cohort::page(conn, &access, &key, (&cohorts, with_flags), &question)
        })
        .await?;
    for named in &page.items {
        let patient = named.row.subject.access.patient();
        audit::noted(&app, caller.clone(), patient, Action::CohortRead, false).await?;
    }
    page.map(CohortRowResponse::from).answer(&request)
}

/// Counts the patients of the clinic: by stage, onset and pace, medians, how regularly they rate, and how many
/// reach what trials call a response, beside how many people without the treatment do.
///
/// Groups differ in more than the treatment; a part of fewer than five is not given.
#[utoipa::path(
    tag = "clinic",
    params(("site" = SiteId, Path)),
    responses((status = 200, body = CohortSummary), (status = 403, description = "site_role"))
)]
#[get("/v1/sites/{site}/cohort/summary")]
pub async fn get_cohort_summary(
    app: Data<App>,
    product: Data<Product>,
    cohorts: Data<Cohorts>,
    caller: Caller,
    site: Path<SiteId>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let with_flags = product.flags;
    let language = Language::liked_by(&request);
    let summary = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let access = access::to_site::<Cohort>(conn, &caller, site.0)?;
            let rows = cohort::rows(conn, &access, cohorts.lines(), with_flags)?;
            Ok(summary::summary(conn, &access, &rows, language)?)
        })
        .await?;
    etag::answer(&request, &summary)
}
