//! The emergency card over HTTP: what the patient chooses, and the page for who holds the link.

mod page;

use actix_web::http::header::{CONTENT_TYPE, ETAG};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, put};
use serde::Serialize;

use super::model::{CardSays, Token};
use super::request::CardRequest;
use super::response::{CardResponse, address};
use super::{choose, open, remove, store};
use crate::access::{self, Caller, Inspect, Manage, Tokens};
use crate::platform::App;
use crate::platform::http::compress::HoldsSecret;
use crate::platform::http::etag::{self, Precondition};
use crate::platform::http::{
    ClientAddr, EdgeRefusal, HttpError, HttpResult, Json, Path, Register, Segment,
};
use crate::platform::ids::PatientId;
use crate::platform::limit::{self, Quota};
use crate::platform::words::Language;

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(get_emergency_card)
        .service(choose_emergency_card)
        .service(remove_emergency_card)
        .service(get_card_page)
        .service(get_card_statement);
}

/// Shows what the emergency card shows, and where it is.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path)),
    responses((status = 200, body = CardResponse), (status = 403, description = "patient_only"))
)]
#[get("/v1/patients/{patient}/emergency-card")]
pub async fn get_emergency_card(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let card = app
        .db
        .read(move |conn| -> HttpResult<_> {
            let access = access::to_patient::<Inspect>(conn, &caller, patient.0)?;
            store::find(conn, &access)?.ok_or(EdgeRefusal::NotFound.into())
        })
        .await?;
    let body = CardResponse::new(&card, &app.public_url);
    etag::answer_version(&request, card.version, &body).map(HoldsSecret::mark)
}

/// Chooses what the emergency card shows, all of it. The first choice makes the card; the next ones keep its link.
///
/// It fills from the diary as it is when it is opened. Each holder of its address sees it, until it is taken back.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path), ("If-Match" = Option<String>, Header)),
    request_body = CardRequest,
    responses(
        (status = 200, description = "It shows this now", body = CardResponse),
        (status = 201, description = "There is a card", body = CardResponse),
        (status = 403, description = "patient_only diary_closed"),
        (status = 409, description = "sharing_taken_back"),
        (status = 428, description = "precondition_required"),
    )
)]
#[put("/v1/patients/{patient}/emergency-card")]
pub async fn choose_emergency_card(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
    request: HttpRequest,
    body: Json<CardRequest>,
) -> HttpResult<HttpResponse> {
    let seen = Precondition::of(&request)?;
    let choice = (body.0).check(CardRequest::read)?;
    let (ids, public_url) = (app.ids.clone(), app.public_url.clone());
    let (is_new, card) =
        access::changing::<Manage, _>(&app.db, caller, patient.0, move |conn, access| {
            let before = store::find(conn, access)?;
            match (&before, &seen) {
                (Some(before), _) if before.choice == choice => {}
                (Some(before), _) => {
                    seen.demand(before.version, || CardResponse::new(before, &public_url))?;
                }
                (None, Precondition::Match(_)) => return Err(EdgeRefusal::Stale.into()),
                (None, Precondition::None | Precondition::Absent) => {}
            }
            let is_new = before.is_none();
            let card = choose::choose(conn, access, before, choice.clone(), &ids)?;
            Ok((is_new, card))
        })
        .await?;
    let body = CardResponse::new(&card, &app.public_url);
    let mut made = if is_new {
        HttpResponse::Created()
    } else {
        HttpResponse::Ok()
    };
    let tag = etag::of_version(card.version);
    Ok(made.insert_header((ETAG, tag)).json(body))
}

/// Takes the emergency card back: its link and its code open nothing any more. The next card has others.
#[utoipa::path(
    tag = "circle",
    params(("patient" = PatientId, Path)),
    responses(
        (status = 204, description = "There is no card"),
        (status = 403, description = "patient_only"),
    )
)]
#[delete("/v1/patients/{patient}/emergency-card")]
pub async fn remove_emergency_card(
    app: Data<App>,
    caller: Caller,
    patient: Path<PatientId>,
) -> HttpResult<HttpResponse> {
    access::changing::<Manage, _>(&app.db, caller, patient.0, move |conn, access| {
        Ok(remove::remove(conn, access)?)
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The secret of a card. Text that cannot be one is not told apart from one that is not known.
pub struct Secret(Token);

impl Segment for Secret {
    fn read(text: &str) -> Result<Self, HttpError> {
        Ok(Self(Token::typed(text)))
    }
}

/// The emergency card, as a page without scripts that prints on one sheet: for those who hold its link or scan its code.
///
/// It takes no sign-in, comes in the language that the browser asks for, and each opening is in the patient's access log.
#[utoipa::path(
    tag = "circle", security(()),
    params(("secret" = String, Path)),
    responses(
        (status = 200, content_type = "text/html", body = String),
        (status = 404, description = "not_found"),
        (status = 429, description = "quota_exceeded"),
    )
)]
#[get("/card/{secret}")]
pub async fn get_card_page(
    app: Data<App>,
    from: ClientAddr,
    secret: Path<Secret>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let words = Language::liked_by(&request);
    let url = address(&secret.0.0, &app.public_url);
    match opened(&app, from, secret.0.0).await {
        Ok(says) => page::answer(words, &says, &url).map(HoldsSecret::mark),
        Err(refused) if refused.is_not_found() && page::is_wanted(&request) => {
            Ok(page::gone(words))
        }
        Err(refused) => Err(refused),
    }
}

/// What the emergency card says, signed: a JWS (compact) that the keys at `/.well-known/jwks.json` verify.
#[utoipa::path(
    tag = "circle", security(()),
    params(("secret" = String, Path)),
    responses(
        (status = 200, content_type = "application/jose", body = String),
        (status = 404, description = "not_found"),
        (status = 429, description = "quota_exceeded"),
    )
)]
#[get("/card/{secret}/statement")]
pub async fn get_card_statement(
    app: Data<App>,
    tokens: Data<Tokens>,
    from: ClientAddr,
    secret: Path<Secret>,
) -> HttpResult<HttpResponse> {
    let now = app.clock.now();
    let says = opened(&app, from, secret.0.0).await?;
    let statement = Statement {
        iss: app.public_url.as_str(),
        iat: now.timestamp(),
        card: says,
    };
    let jws = tokens.sign(KIND, &statement, now).map_err(|error| {
        tracing::error!(%error, "a card cannot be signed");
        EdgeRefusal::Internal
    })?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/jose"))
        .body(jws))
}

/// The `typ` of a statement: no other signed document of ours is one.
const KIND: &str = "emergency-card+jws";

/// What is signed.
#[derive(Serialize)]
struct Statement<'a> {
    iss: &'a str,
    iat: i64,
    #[serde(flatten)]
    card: CardSays,
}

async fn opened(app: &App, from: ClientAddr, token: Token) -> HttpResult<CardSays> {
    limit::take(app, [Quota::Link(from.network())]).await?;
    let (vault, now) = (app.vault.clone(), app.clock.now());
    app.db
        .write(move |conn| -> HttpResult<_> {
            open::open(conn, &vault, &token, now)?.ok_or(EdgeRefusal::NotFound.into())
        })
        .await
}
