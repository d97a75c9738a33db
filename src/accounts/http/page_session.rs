//! `/v1/page-session`: how the page stays signed in, without a refresh token that its scripts can read.
//!
//! The refresh token lies in a cookie that only these routes are sent. Decision 0190 says why.

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header::{self, HeaderName};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, post};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::access::sessions::ends_after;
use crate::access::{AccessError, Tokens};
use crate::accounts::Refusal;
use crate::accounts::refresh as refreshing;
use crate::accounts::response::PageSessionResponse;
use crate::accounts::sign_out as signing_out;
use crate::platform::App;
use crate::platform::http::{HttpResult, Json};

const COOKIE: &str = "page-session";
const PATH: &str = "/v1/page-session";

/// What a browser says of the page that asks; scripts cannot set it.
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// A session that the page has just opened.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct KeepSession {
    /// As it came with the session. The page keeps it nowhere.
    #[schema(value_type = String)]
    refresh_token: SecretString,
    /// Whether it lasts when the browser is closed: not on a device that others use.
    stay_signed_in: bool,
}

/// A refresh token as the cookie has it.
struct Held {
    refresh_token: SecretString,
    stays: bool,
}

impl Held {
    fn of(request: &HttpRequest) -> Option<Self> {
        let cookie = request.cookie(COOKIE)?;
        let (lasts, token) = cookie.value().split_once('.')?;
        Some(Self {
            refresh_token: token.into(),
            stays: lasts == "stays",
        })
    }

    fn cookie(&self, app: &App, lasting: Duration) -> Cookie<'static> {
        let lasts = if self.stays { "stays" } else { "ends" };
        let value = format!("{lasts}.{}", self.refresh_token.expose_secret());
        let cookie = bare(app, value);
        if self.stays {
            cookie.max_age(lasting).finish()
        } else {
            cookie.finish()
        }
    }
}

fn bare(app: &App, value: String) -> actix_web::cookie::CookieBuilder<'static> {
    Cookie::build(COOKIE, value)
        .path(PATH)
        .http_only(true)
        .same_site(SameSite::Strict)
        // A browser keeps no secure cookie of a server that is asked without TLS, as on a developer's machine.
        .secure(app.public_url.scheme() == "https")
}

/// That the page of this server asks: a page of a sister domain is sent the cookie too.
fn check_asker(app: &App, request: &HttpRequest) -> HttpResult<()> {
    let headers = request.headers();
    let is_own = if let Some(site) = headers.get(FETCH_SITE) {
        site == "same-origin"
    } else {
        // An older browser says its origin at least.
        let own = app.public_url.origin().ascii_serialization();
        headers
            .get(header::ORIGIN)
            .is_some_and(|origin| origin == own.as_str())
    };
    if is_own {
        Ok(())
    } else {
        Err(Refusal::NotThePage.into())
    }
}

/// Exchanges `held` for the next refresh token, which the cookie gets.
async fn go_on(app: &App, tokens: &Tokens, held: Held) -> HttpResult<HttpResponse> {
    let opened = refreshing::refresh(app, held.refresh_token.expose_secret()).await?;
    let lasting = ends_after(opened.account.person.role).num_seconds();
    let next = Held {
        refresh_token: opened.refresh_token.clone(),
        stays: held.stays,
    };
    let cookie = next.cookie(app, Duration::seconds(lasting));
    let session = PageSessionResponse::new(app, tokens, opened)?;
    Ok(HttpResponse::Ok().cookie(cookie).json(session))
}

/// Puts the session that the page has just opened into a cookie that no script reads.
///
/// Only for a page of this server: an app keeps its refresh token by itself.
#[utoipa::path(
    tag = "people", security(()),
    responses(
        (status = 200, body = PageSessionResponse),
        (status = 401, description = "invalid_grant"),
        (status = 403, description = "not_the_page"),
    )
)]
#[post("/v1/page-session")]
pub(super) async fn keep_page_session(
    app: Data<App>,
    tokens: Data<Tokens>,
    request: HttpRequest,
    Json(body): Json<KeepSession, 4>,
) -> HttpResult<HttpResponse> {
    check_asker(&app, &request)?;
    let body = body.whole()?;
    let held = Held {
        refresh_token: body.refresh_token,
        stays: body.stay_signed_in,
    };
    go_on(&app, &tokens, held).await
}

/// Gives the page a new access token, for the session in its cookie.
///
/// After a lost answer ask again. Two tabs that ask at once get the same; one that is overtaken by two others is
/// refused once, and asks again.
#[utoipa::path(
    tag = "people", security(()),
    responses(
        (status = 200, body = PageSessionResponse),
        (status = 401, description = "invalid_grant"),
        (status = 403, description = "not_the_page"),
        (status = 429, description = "quota_exceeded"),
    )
)]
#[post("/v1/page-session/refresh")]
pub(super) async fn refresh_page_session(
    app: Data<App>,
    tokens: Data<Tokens>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    check_asker(&app, &request)?;
    // The cookie is left as it is where this fails: another tab may have got a better one meanwhile.
    let held = Held::of(&request).ok_or(Refusal::InvalidGrant)?;
    go_on(&app, &tokens, held).await
}

/// Signs the page out: ends the session in its cookie, and removes the cookie.
#[utoipa::path(
    tag = "people", security(()),
    responses(
        (status = 204, description = "Signed out, now or before"),
        (status = 403, description = "not_the_page"),
    )
)]
#[delete("/v1/page-session")]
pub(super) async fn end_page_session(
    app: Data<App>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    check_asker(&app, &request)?;
    if let Some(held) = Held::of(&request) {
        let token = held.refresh_token.expose_secret();
        let none = Err(AccessError::from(crate::access::Denial::SessionEnded).into());
        signing_out::here(&app, none, Some(token)).await?;
    }
    let mut gone = bare(&app, String::new()).finish();
    gone.make_removal();
    Ok(HttpResponse::NoContent().cookie(gone).finish())
}
