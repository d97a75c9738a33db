//! `/v1/staff/factor-resets`: help for somebody of the staff who lost every second factor.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::{self, Caller};
use crate::accounts::email::EmailAddress;
use crate::accounts::factors::reset::{self, Told};
use crate::accounts::model::Account;
use crate::platform::App;
use crate::platform::faults::Faults;
use crate::platform::http::instant;
use crate::platform::http::query::NoParameters;
use crate::platform::http::{HttpError, HttpResult, Json, Page, Path, Query, Refused};
use crate::platform::ids::AccountId;

/// That the second factors of somebody of the staff are to be taken away.
#[derive(Serialize, ToSchema)]
#[schema(as = FactorReset)]
struct FactorResetBody {
    /// Whose.
    account: Colleague,
    asked_by: Colleague,
    #[serde(serialize_with = "instant::millis")]
    asked_at: DateTime<Utc>,
    /// Null until another admin agreed; seven days after the first asked it is too late.
    approved_by: Option<Colleague>,
    /// A day after that.
    #[serde(serialize_with = "instant::maybe_millis")]
    due_at: Option<DateTime<Utc>>,
}

/// Somebody of the staff.
#[derive(Serialize, ToSchema)]
struct Colleague {
    account_id: AccountId,
    #[schema(example = "Dr Kim")]
    display_name: String,
    #[schema(example = "kim@example.org")]
    email: String,
}

impl From<Account> for Colleague {
    fn from(account: Account) -> Self {
        Self {
            account_id: account.id,
            email: account.person.email.as_str().to_owned(),
            display_name: account.person.display_name,
        }
    }
}

impl From<Told> for FactorResetBody {
    fn from(told: Told) -> Self {
        Self {
            account: told.account.into(),
            asked_by: told.asked_by.into(),
            asked_at: told.reset.asked_at,
            approved_by: told.approved_by.map(Into::into),
            due_at: told.reset.approved.map(|(_, due_at)| due_at),
        }
    }
}

/// Lists whose second factors are to be taken away, the oldest first, to an admin.
#[utoipa::path(
    tag = "staff",
    responses(
        (status = 200, body = Page<FactorResetBody>),
        (status = 403, description = "admin_only"),
    )
)]
#[get("/v1/staff/factor-resets")]
pub(super) async fn list_resets(
    app: Data<App>,
    caller: Caller,
    _: Query<NoParameters>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let work = (**app).clone();
    let waiting = app
        .db
        .read(move |conn| {
            let admin = access::to_admin(conn, &caller)?;
            Ok::<_, HttpError>(reset::list(conn, &work, &admin)?)
        })
        .await?;
    Page::whole(waiting)
        .map(FactorResetBody::from)
        .answer(&request)
}

/// Somebody of the staff who lost every second factor.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LostFactors {
    #[schema(example = "kim@example.org")]
    email: String,
}

/// Asks, as an admin, that the second factors of somebody of the staff be taken away, because they
/// lost them. Make sure that it is them.
///
/// It takes a sign-in or step-up within the last five minutes. Nothing happens before another admin
/// agrees, and a day after that. Its owner is told by mail, and can cancel it.
#[utoipa::path(
    tag = "staff",
    responses(
        (status = 201, body = FactorResetBody),
        (status = 403, description = "admin_only"),
        (status = 409, description = "reset_waits"),
    )
)]
#[post("/v1/staff/factor-resets")]
pub(super) async fn ask_for_reset(
    app: Data<App>,
    caller: Caller,
    _: Query<NoParameters>,
    Json(body): Json<LostFactors, 4>,
) -> HttpResult<HttpResponse> {
    let email = EmailAddress::parse(&body.email)
        .map_err(|_| Faults::one("/email", "invalid_email", "This is not an e-mail address."))?;
    let work = (**app).clone();
    let told = app
        .db
        .write(move |conn| {
            let admin = access::to_admin_afresh(conn, &caller)?;
            reset::ask(conn, &work, &admin, &email)
        })
        .await?;
    app.mail_bell.ring();
    Ok(HttpResponse::Created().json(FactorResetBody::from(told)))
}

/// Agrees, as another admin than the one who asked: in a day the second factors are taken away.
///
/// It takes a sign-in or step-up within the last five minutes. Make sure that it is them.
#[utoipa::path(
    tag = "staff",
    params(("account" = AccountId, Path, description = "Whose second factors")),
    responses(
        (status = 200, body = FactorResetBody),
        (status = 403, description = "admin_only"),
        (status = 409, description = "another_admin_needed reset_waits"),
    )
)]
#[post("/v1/staff/factor-resets/{account}/approval")]
pub(super) async fn approve_reset(
    app: Data<App>,
    caller: Caller,
    Path(account): Path<AccountId>,
    _: Query<NoParameters>,
) -> HttpResult<HttpResponse> {
    let work = (**app).clone();
    let told = app
        .db
        .write(move |conn| {
            let admin = access::to_admin_afresh(conn, &caller)?;
            reset::approve(conn, &work, &admin, account)
        })
        .await?;
    app.mail_bell.ring();
    let told = told.ok_or(Refused::NotFound)?;
    Ok(HttpResponse::Ok().json(FactorResetBody::from(told)))
}

/// Keeps, as an admin, second factors from being taken away.
#[utoipa::path(
    tag = "staff",
    params(("account" = AccountId, Path, description = "Whose second factors")),
    responses(
        (status = 204, description = "They stay, now or before"),
        (status = 403, description = "admin_only"),
    )
)]
#[delete("/v1/staff/factor-resets/{account}")]
pub(super) async fn cancel_reset(
    app: Data<App>,
    caller: Caller,
    Path(account): Path<AccountId>,
    _: Query<NoParameters>,
) -> HttpResult<HttpResponse> {
    let work = (**app).clone();
    app.db
        .write(move |conn| {
            let admin = access::to_admin(conn, &caller)?;
            Ok::<_, HttpError>(reset::cancel(conn, &work, &admin, account)?)
        })
        .await?;
    app.mail_bell.ring();
    Ok(HttpResponse::NoContent().finish())
}

/// Keeps one's own second factors from being taken away by admins.
#[utoipa::path(
    tag = "people",
    responses((status = 204, description = "They stay, now or before"))
)]
#[delete("/v1/account/mfa/reset")]
pub(super) async fn cancel_own_reset(
    app: Data<App>,
    caller: Caller,
    _: Query<NoParameters>,
) -> HttpResult<HttpResponse> {
    let work = (**app).clone();
    app.db
        .write(move |conn| {
            let who = access::to_own_factors(conn, &caller)?;
            Ok::<_, HttpError>(reset::cancel(conn, &work, &who, who.account())?)
        })
        .await?;
    app.mail_bell.ring();
    Ok(HttpResponse::NoContent().finish())
}
