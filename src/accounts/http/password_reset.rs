//! `/v1/account/password-reset`: for people who forgot their password.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::email::EmailAddress;
use crate::accounts::hashing::Passwords;
use crate::accounts::mailed_code::MailedCode;
use crate::accounts::password::Password;
use crate::accounts::refusal::Refusal;
use crate::accounts::reset_password as resetting;
use crate::accounts::response::CodeNotice;
use crate::platform::App;
use crate::platform::http::{ClientAddr, HttpResult, Json};

/// Whose password is forgotten.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ForgottenPassword {
    #[schema(example = "ada@example.org")]
    email: String,
}

/// Mails a code with which a new password can be chosen.
///
/// The answer is the same whether or not the address has an account. The code is good for 30 minutes
/// and once; asking again makes a new one in its place.
#[utoipa::path(tag = "people", security(()), responses((status = 202, body = CodeNotice)))]
#[post("/v1/account/password-reset")]
pub(super) async fn request_password_reset(
    app: Data<App>,
    address: ClientAddr,
    Json(body): Json<ForgottenPassword, 4>,
) -> HttpResult<HttpResponse> {
    let email = body.check(|body, faults| EmailAddress::read(&body.email, faults))?;
    resetting::ask(&app, address.network(), email).await?;
    Ok(HttpResponse::Accepted().json(CodeNotice::default()))
}

/// The code that came by mail, and the password that is to take the place of the forgotten one.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PasswordReset {
    /// The address that the code was mailed to.
    #[schema(example = "ada@example.org")]
    email: String,
    /// As it stands in the mail.
    #[schema(example = "cGFzc3dvcmQtcmVzZXQtY29kZS1vZi10aGlzLWV4YW0")]
    code: String,
    /// As it is chosen at a sign-up.
    #[schema(value_type = String, format = Password, example = "battery horse correct", min_length = 15, max_length = 1024)]
    new_password: SecretString,
}

/// Chooses a new password, and signs every device out.
///
/// It opens no session, and an account with a second factor still needs it to sign in. Sent again with the same
/// password after a lost answer, it answers the same and changes nothing.
#[utoipa::path(
    tag = "people", security(()),
    responses((status = 204, description = "Changed"), (status = 422, description = "code_not_valid"))
)]
#[post("/v1/account/password-reset/confirm")]
pub(super) async fn confirm_password_reset(
    app: Data<App>,
    passwords: Data<Passwords>,
    address: ClientAddr,
    Json(body): Json<PasswordReset, 4>,
) -> HttpResult<HttpResponse> {
    let (body, new) = body.check(|body, mut faults| {
        let new = Password::chosen(&mut faults, "/new_password", &body.new_password);
        faults.or((body, new))
    })?;
    let email = EmailAddress::parse(&body.email).map_err(|_| Refusal::CodeNotValid)?;
    let code = MailedCode::typed(&body.code);
    resetting::confirm(&app, &passwords, address.network(), email, code, new).await?;
    Ok(HttpResponse::NoContent().finish())
}
