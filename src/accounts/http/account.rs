//! `/v1/account`: what is known of the person who is signed in.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, put};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::{self, Caller};
use crate::accounts::change_account::{Details, change_account};
use crate::accounts::change_password as changing_password;
use crate::accounts::hashing::Passwords;
use crate::accounts::model::{self, Account};
use crate::accounts::password::Password;
use crate::accounts::response::AccountResponse;
use crate::accounts::store;
use crate::platform::App;
use crate::platform::faults::Faults;
use crate::platform::http::etag::{self, Precondition};
use crate::platform::http::{HttpError, HttpResult, Json};
use crate::platform::ids::PatientId;

/// The account of the person who is signed in.
#[derive(Serialize, ToSchema)]
struct OwnAccount {
    #[serde(flatten)]
    account: AccountResponse,
    /// Null but for patients.
    patient_id: Option<PatientId>,
}

impl OwnAccount {
    fn new(account: Account, patient_id: Option<PatientId>) -> Self {
        Self {
            account: account.into(),
            patient_id,
        }
    }
}

fn answer(
    request: &HttpRequest,
    (account, patient): (Account, Option<PatientId>),
) -> HttpResult<HttpResponse> {
    let version = account.version;
    etag::answer_version(request, version, &OwnAccount::new(account, patient))
}

/// Reads one's own account.
#[utoipa::path(tag = "people", responses((status = 200, body = OwnAccount)))]
#[get("/v1/account")]
pub(super) async fn get_account(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let found = app
        .db
        .read(move |conn| {
            let who = access::to_account(conn, &caller)?;
            let account = store::get(conn, who.vault(), who.account())?;
            let patient = access::patient_of(conn, who.account())?;
            Ok::<_, HttpError>((account, patient))
        })
        .await?;
    answer(&request, found)
}

/// What a person says of themselves, all of it.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AccountRequest {
    /// What others will see this person as.
    #[schema(example = "Ada", min_length = 1, max_length = 100)]
    display_name: String,
    /// An IANA time zone. Weeks that are recorded stay where they are.
    #[schema(example = "Europe/Berlin")]
    time_zone: String,
    /// A BCP 47 tag; left out or null for none.
    #[schema(example = "de", max_length = 35)]
    locale: Option<String>,
}

impl AccountRequest {
    fn read(self, mut faults: Faults) -> Result<Details, Faults> {
        let display_name = model::read_display_name(&mut faults, &self.display_name);
        let time_zone = model::read_time_zone(&mut faults, &self.time_zone);
        let locale = model::read_locale(&mut faults, self.locale);
        faults.or(Details {
            display_name,
            time_zone,
            locale,
        })
    }
}

/// Replaces what one's own account says of its owner.
#[utoipa::path(
    tag = "people",
    params(("If-Match" = String, Header)),
    responses((status = 200, body = OwnAccount))
)]
#[put("/v1/account")]
pub(super) async fn replace_account(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
    Json(body): Json<AccountRequest, 4>,
) -> HttpResult<HttpResponse> {
    let precondition = Precondition::of(&request)?;
    let details = body.check(AccountRequest::read)?;
    let done = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let who = access::to_account(conn, &caller)?;
            let account = store::get(conn, who.vault(), who.account())?;
            let patient = access::patient_of(conn, who.account())?;
            let shown = || OwnAccount::new(account.clone(), patient);
            precondition.demand(account.version, shown)?;
            if let Some(account) = change_account(conn, &who, account, details.clone())? {
                return Ok((account, patient));
            }
            // Another instance was faster: SQLite has one writer, PostgreSQL many.
            let account = store::get(conn, who.vault(), who.account())?;
            let version = account.version;
            Err(etag::stale(version, &OwnAccount::new(account, patient)).into())
        })
        .await?;
    answer(&request, done)
}

/// The current password, and the one that is to take its place.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PasswordChange {
    #[schema(value_type = String, format = Password, example = "correct horse battery")]
    current_password: SecretString,
    /// As it is chosen at a sign-up.
    #[schema(value_type = String, format = Password, example = "battery horse correct", min_length = 15, max_length = 1024)]
    new_password: SecretString,
}

impl PasswordChange {
    fn read(self, mut faults: Faults) -> Result<(Password, Password), Faults> {
        let current = Password::typed(&self.current_password);
        let new = Password::chosen(&mut faults, "/new_password", &self.new_password);
        faults.or((current, new))
    }
}

/// Changes one's password, and signs every other device out.
///
/// Sent again within ten minutes, after a lost answer, it answers the same.
#[utoipa::path(
    tag = "people",
    responses((status = 204, description = "Changed"), (status = 403, description = "wrong_password"))
)]
#[put("/v1/account/password")]
pub(super) async fn replace_password(
    app: Data<App>,
    passwords: Data<Passwords>,
    caller: Caller,
    Json(body): Json<PasswordChange, 4>,
) -> HttpResult<HttpResponse> {
    let (current, new) = body.check(PasswordChange::read)?;
    changing_password::change_password(&app, &passwords, caller, current, new).await?;
    Ok(HttpResponse::NoContent().finish())
}
