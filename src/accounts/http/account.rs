//! `/v1/account`: what is known of the person who is signed in.

use actix_web::http::header::ETAG;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, patch, put};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::body::{AccountBody, read_locale};
use crate::access::{self, Caller};
use crate::accounts::change_account::{self as changing, Changes};
use crate::accounts::change_password as changing_password;
use crate::accounts::hashing::Passwords;
use crate::accounts::model::{self, Account};
use crate::accounts::password::Password;
use crate::accounts::{patients, store};
use crate::platform::App;
use crate::platform::faults::Faults;
use crate::platform::http::etag::{self, Precondition};
use crate::platform::http::json::given;
use crate::platform::http::query::NoParameters;
use crate::platform::http::{AsProblem, HttpError, HttpResult, Json, Query, Refused};
use crate::platform::ids::PatientId;

/// The account of the person who is signed in.
#[derive(Serialize, ToSchema)]
struct OwnAccount {
    #[serde(flatten)]
    account: AccountBody,
    /// The diary of a patient; null for everybody else.
    patient_id: Option<PatientId>,
}

fn answer(
    request: &HttpRequest,
    (account, patient_id): (Account, Option<PatientId>),
) -> HttpResult<HttpResponse> {
    let version = account.version;
    let body = OwnAccount {
        account: account.into(),
        patient_id,
    };
    etag::answer_version(request, version, &body)
}

/// Reads one's own account.
#[utoipa::path(tag = "people", responses((status = 200, body = OwnAccount)))]
#[get("/v1/account")]
pub(super) async fn read_account(
    app: Data<App>,
    caller: Caller,
    _: Query<NoParameters>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let found = app
        .db
        .read(move |conn| {
            let who = access::to_account(conn, &caller)?;
            let account = store::get(conn, who.vault(), who.account())?;
            let patient = patients::patient_of(conn, who.account())?;
            Ok::<_, HttpError>((account, patient))
        })
        .await?;
    answer(&request, found)
}

/// What is to change about an account; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[expect(
    clippy::option_option,
    reason = "left out and taken away are two things"
)]
#[serde(deny_unknown_fields)]
pub(super) struct AccountChanges {
    /// What others will see this person as.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = String, required = false, example = "Ada", min_length = 1, max_length = 100)]
    display_name: Option<String>,
    /// An IANA time zone. Weeks that are recorded stay where they are.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = String, required = false, example = "Europe/Berlin")]
    time_zone: Option<String>,
    /// A BCP 47 tag, or null for none.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, example = "de", max_length = 35)]
    locale: Option<Option<String>>,
}

impl AccountChanges {
    fn read(self) -> Result<Changes, Faults> {
        let mut faults = Faults::default();
        let display_name = self
            .display_name
            .map(|name| model::read_display_name(&mut faults, &name));
        let time_zone = self
            .time_zone
            .map(|name| model::read_time_zone(&mut faults, &name));
        let locale = self
            .locale
            .map(|tag| read_locale(&mut faults, tag.as_deref()));
        faults.or(Changes {
            display_name,
            time_zone,
            locale,
        })
    }
}

/// Changes one's own account.
#[utoipa::path(
    tag = "people",
    params(("If-Match" = String, Header, description = "The `ETag` of the version that is changed", example = "\"v1\"")),
    responses((status = 200, body = OwnAccount))
)]
#[patch("/v1/account")]
pub(super) async fn change_account(
    app: Data<App>,
    caller: Caller,
    _: Query<NoParameters>,
    request: HttpRequest,
    Json(body): Json<AccountChanges, 4>,
) -> HttpResult<HttpResponse> {
    let precondition = Precondition::of(&request)?;
    let changes = body.read()?;
    let done = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &caller)?;
            let account = store::get(conn, who.vault(), who.account())?;
            let version = account.version;
            precondition.demand(version)?;
            let account = changing::change_account(conn, &who, account, changes.clone())?
                .ok_or_else(|| stale(version))?;
            Ok((account, patients::patient_of(conn, who.account())?))
        })
        .await?;
    answer(&request, done)
}

fn stale(version: i32) -> HttpError {
    let tag = etag::of_version(version);
    Refused::Stale.problem().header(ETAG, &tag).into()
}

/// The current password, and the one that is to take its place.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PasswordChange {
    #[schema(value_type = String, format = Password, example = "correct horse battery")]
    current_password: SecretString,
    /// At least 15 characters, at most 1024 bytes; any characters will do, but nothing that others
    /// have or that is easily guessed.
    #[schema(value_type = String, format = Password, example = "battery horse correct", min_length = 15, max_length = 1024)]
    new_password: SecretString,
}

/// Changes one's password, and signs every other device out.
#[utoipa::path(
    tag = "people",
    responses((status = 204, description = "Changed"), (status = 403, description = "wrong_password"))
)]
#[put("/v1/account/password")]
pub(super) async fn change_password(
    app: Data<App>,
    passwords: Data<Passwords>,
    caller: Caller,
    _: Query<NoParameters>,
    Json(body): Json<PasswordChange, 4>,
) -> HttpResult<HttpResponse> {
    let mut faults = Faults::default();
    let current = Password::typed(&body.current_password);
    let new = Password::chosen(&mut faults, "/new_password", &body.new_password);
    faults.or(())?;
    changing_password::change_password(&app, &passwords, caller, current, new).await?;
    Ok(HttpResponse::NoContent().finish())
}
