//! The diaries that a caller may open, over HTTP.

use std::iter::zip;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use serde::Serialize;
use uuid::Uuid;

use super::asked;
use crate::access::{self, Access, Caller, Diary, Level, Relation, Summary};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::http::{HttpResult, ListQuery, Page, Query, Register, cursor};
use crate::platform::ids::PatientId;
use crate::platform::words::Language;
use crate::product::Product;
use crate::trends::glance::{Glance, glances};
use crate::trends::window::Span;

pub(super) fn routes(config: &mut impl Register) {
    config.service(list_patients);
}

/// One diary of the list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Diary)]
struct DiaryResponse {
    patient_id: PatientId,
    /// Whose diary it is.
    #[schema(example = "Ada")]
    display_name: String,
    /// What the caller is to the patient; `self` for one's own diary.
    relation: Relation,
    /// How far the caller was let in; the patient has every level.
    level: Level,
    /// There, and true, when the caller acts for the patient, as the patient chose.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    acts_for_patient: bool,
    /// There, and true, when the diary was closed: everybody goes on reading, and nothing is recorded any more.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    closed: bool,
    #[serde(flatten)]
    glance: Glance,
}

impl DiaryResponse {
    fn new(((access, display_name), glance): ((Access<Summary>, String), Glance)) -> Self {
        let standing = access.standing();
        Self {
            patient_id: access.patient(),
            display_name,
            relation: standing.relation(),
            level: standing.level(),
            acts_for_patient: standing.is_trustee(),
            closed: access.is_closed(),
            glance,
        }
    }
}

/// Lists every diary that the caller may open: their own first, then those they were let into.
///
/// Each has what a list shows: the last week, its total, flags, and what is new. Nothing is there that the
/// caller's level does not show in the trend.
#[utoipa::path(
    tag = "diary",
    params(ListQuery),
    responses((status = 200, body = Page<DiaryResponse>))
)]
#[get("/v1/patients")]
async fn list_patients(
    app: Data<App>,
    product: Data<Product>,
    caller: Caller,
    query: Query<ListQuery>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (key, with_flags, asking) = (app.keys.roots.cursor(), product.flags, caller.clone());
    let page = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &asking)?;
            let by = who.account().0;
            let question: [&[u8]; 2] = [b"diaries", by.as_bytes()];
            let after = query
                .0
                .position(&key, &question, |place| Uuid::from_slice(place).ok())?;
            let mut diaries = access::diaries_of(conn, &who)?;
            diaries.retain(|diary| after.is_none_or(|after| place_of(diary) > after));
            let page = Page::cut(diaries, query.0.limit.get(), |diary| {
                cursor::seal(&key, &question, place_of(diary).as_bytes())
            });
            let diaries = page.items.into_iter();
            let (diaries, names): (Vec<_>, Vec<_>) = diaries
                .map(|diary| (diary.access, diary.display_name))
                .unzip();
            let glances = glances(conn, &diaries, |access| {
                asked(access, Span::All, with_flags, Language::default(), None)
            })?;
            Ok(Page {
                items: zip(zip(diaries, names), glances).collect(),
                next: page.next,
            })
        })
        .await?;
    for ((access, _), _) in &page.items {
        let (patient, own) = (access.patient(), access.standing().is_patient());
        audit::noted(&app, caller.clone(), patient, Action::DiaryListed, own).await?;
    }
    page.map(DiaryResponse::new).answer(&request)
}

/// Where a diary stands in the list.
fn place_of(diary: &Diary) -> Uuid {
    if diary.access.standing().is_patient() {
        Uuid::nil()
    } else {
        diary.access.patient().0
    }
}
