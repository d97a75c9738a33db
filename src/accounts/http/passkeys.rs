//! `/v1/account/passkeys`: adding and removing them, on a device that is signed in.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::credentials::{CreationOptions, RegistrationCredential};
use crate::access::{self, Caller};
use crate::accounts::factors::recovery_code::RecoveryCode;
use crate::accounts::passkeys::response::Registration;
use crate::accounts::passkeys::{Passkey, enrol, passkeys_of};
use crate::platform::App;
use crate::platform::faults::Faults;
use crate::platform::http::{HttpError, HttpResult, Json, Page, Path};
use crate::platform::ids::PasskeyId;
use crate::platform::text;

/// Lists the passkeys of one's own account, the oldest first: 20 at the most, so there is only one
/// page.
#[utoipa::path(tag = "people", responses((status = 200, body = Page<Passkey>)))]
#[get("/v1/account/passkeys")]
pub(super) async fn list_passkeys(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let passkeys = app
        .db
        .read(move |conn| {
            let who = access::to_own_factors(conn, &caller)?;
            Ok::<_, HttpError>(passkeys_of(conn, &who)?)
        })
        .await?;
    Page::whole(passkeys).answer(&request)
}

/// Begins to add a passkey: what to ask the browser or phone for.
///
/// It takes a sign-in or a step-up within the last five minutes. Nothing changes until the passkey is
/// there.
#[utoipa::path(
    tag = "people",
    responses(
        (status = 200, body = CreationOptions),
        (status = 409, description = "too_many_passkeys"),
    )
)]
#[post("/v1/account/passkey-options")]
pub(super) async fn get_passkey_creation_options(
    app: Data<App>,
    caller: Caller,
) -> HttpResult<HttpResponse> {
    let work = (**app).clone();
    let wanted = app
        .db
        .write(move |conn| {
            let who = access::to_own_factors_afresh(conn, &caller)?;
            enrol::begin(conn, &work, &who)
        })
        .await?;
    Ok(HttpResponse::Ok().json(CreationOptions::new(&app.relying_party, &wanted)))
}

/// A passkey that was made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPasskey {
    /// What its owner calls it.
    #[schema(example = "Ada's phone", max_length = 100)]
    name: String,
    credential: RegistrationCredential,
}

const LONGEST_NAME: usize = 100;

impl NewPasskey {
    fn read(self, mut faults: Faults) -> Result<(String, Registration), Faults> {
        let name = text::read_name(&mut faults, "/name", &self.name, LONGEST_NAME);
        let registration = self.credential.read(&mut faults, "/credential");
        faults.or((name, registration))
    }
}

/// A passkey that was added.
#[derive(Serialize, ToSchema)]
struct AddedPasskey {
    passkey: Passkey,
    /// Codes to write down, shown this once: for accounts that are asked for a second factor from now on.
    /// Null for others.
    #[schema(example = json!(["01-7K3M-9QXT-2HWB-5RZD"]))]
    recovery_codes: Option<Vec<String>>,
}

/// Adds a passkey: from now on it signs its owner in.
///
/// It takes a sign-in or a step-up within the last five minutes. Sent again after a lost answer, it answers with the
/// passkey that is there.
#[utoipa::path(
    tag = "people",
    responses(
        (status = 201, body = AddedPasskey),
        (status = 409, description = "too_many_passkeys"),
        (status = 422, description = "passkey_not_valid"),
    )
)]
#[post("/v1/account/passkeys")]
pub(super) async fn create_passkey(
    app: Data<App>,
    caller: Caller,
    Json(body): Json<NewPasskey, 16>,
) -> HttpResult<HttpResponse> {
    let (name, registration) = body.check(NewPasskey::read)?;
    let added = enrol::register(&app, caller, name, registration).await?;
    let codes = added.recovery_codes;
    Ok(HttpResponse::Created().json(AddedPasskey {
        passkey: added.passkey,
        recovery_codes: codes.map(|codes| codes.iter().map(RecoveryCode::text).collect()),
    }))
}

/// Removes a passkey: it is no way in any more.
///
/// It takes a sign-in or a step-up within the last five minutes. Devices that are signed in stay so.
#[utoipa::path(
    tag = "people",
    params(("passkey" = PasskeyId, Path)),
    responses(
        (status = 204, description = "Removed, now or before"),
        (status = 409, description = "last_factor"),
    )
)]
#[delete("/v1/account/passkeys/{passkey}")]
pub(super) async fn remove_passkey(
    app: Data<App>,
    caller: Caller,
    Path(passkey): Path<PasskeyId>,
) -> HttpResult<HttpResponse> {
    let work = (**app).clone();
    app.db
        .write(move |conn| {
            let who = access::to_own_factors_afresh(conn, &caller)?;
            enrol::remove(conn, &work, &who, passkey)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
