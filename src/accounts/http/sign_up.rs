//! `/v1/accounts`: signing up, and confirming it.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::accounts::confirm::{self as confirming, MailedProof};
use crate::accounts::email::EmailAddress;
use crate::accounts::hashing::Passwords;
use crate::accounts::mailed_code::MailedCode;
use crate::accounts::model::{self, Person};
use crate::accounts::password::Password;
use crate::accounts::refusal::Refusal;
use crate::accounts::request::OpenRole;
use crate::accounts::response::{AccountResponse, CodeNotice};
use crate::accounts::sign_ups::Code;
use crate::accounts::strength::Words;
use crate::accounts::{sign_up as signing_up, staff};
use crate::platform::App;
use crate::platform::faults::Faults;
use crate::platform::http::json::given;
use crate::platform::http::{ClientAddr, HttpResult, Json};
use crate::platform::ids::PatientId;

/// A new account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SignUp {
    /// Compared without regard to ASCII case; at most 254 bytes.
    #[schema(example = "ada@example.org", max_length = 254)]
    email: String,
    /// At least 15 characters, at most 1024 bytes; any characters will do, but nothing that others
    /// have or that is easily guessed.
    #[schema(value_type = String, format = Password, example = "correct horse battery", min_length = 15, max_length = 1024)]
    password: SecretString,
    /// What others will see this person as.
    #[schema(example = "Ada", min_length = 1, max_length = 100)]
    display_name: String,
    role: OpenRole,
    /// An IANA time zone.
    #[schema(example = "Europe/Berlin")]
    time_zone: String,
    /// A BCP 47 tag.
    #[schema(example = "de", max_length = 35)]
    locale: Option<String>,
}

impl SignUp {
    async fn read(
        self,
        mut faults: Faults,
        passwords: &Passwords,
    ) -> HttpResult<(Person, Password)> {
        let email = EmailAddress::parse(&self.email);
        let password = Password::chosen(&mut faults, "/password", &self.password);
        let display_name = model::read_display_name(&mut faults, &self.display_name);
        let time_zone = model::read_time_zone(&mut faults, &self.time_zone);
        let locale = model::read_locale(&mut faults, self.locale);
        let words = Words::about(email.as_ref().ok(), &display_name);
        passwords
            .judge(&mut faults, "/password", &password, words)
            .await?;
        let Ok(email) = email else {
            faults.add("/email", "invalid_email", "This is no e-mail address.");
            return Err(faults.into());
        };
        let person = Person {
            email,
            display_name,
            role: self.role.into(),
            time_zone,
            locale,
        };
        Ok(faults.or((person, password))?)
    }
}

/// Signs up: a code goes to the address, and nothing is there until it comes back.
///
/// The answer is the same when the address has an account already; its owner then gets a note.
#[utoipa::path(tag = "people", security(()), responses((status = 202, body = CodeNotice)))]
#[post("/v1/accounts")]
pub(super) async fn create_account(
    app: Data<App>,
    passwords: Data<Passwords>,
    address: ClientAddr,
    Json(body): Json<SignUp, 4>,
) -> HttpResult<HttpResponse> {
    let (person, password) = body
        .check_slowly(async |person, faults| person.read(faults, &passwords).await)
        .await?;
    signing_up::sign_up(&app, &passwords, address.network(), person, password).await?;
    Ok(HttpResponse::Accepted().json(CodeNotice::default()))
}

/// The code that came by mail.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Confirmation {
    /// The address that was signed up; it can be left out with what the link carries.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = String, required = false, example = "ada@example.org")]
    email: Option<String>,
    /// Eight digits, where spaces between them do not matter; or what the link carries.
    #[schema(example = "12345678")]
    code: String,
}

impl Confirmation {
    /// The link carries much more than a person types.
    fn read(self) -> Result<MailedProof, Refusal> {
        const LONGEST_TYPED: usize = 32;

        if self.code.trim().len() > LONGEST_TYPED {
            return Ok(MailedProof::Link(MailedCode::typed(&self.code)));
        }
        let email = self.email.as_deref().unwrap_or_default();
        let email = EmailAddress::parse(email).map_err(|_| Refusal::CodeNotValid)?;
        Ok(MailedProof::Code(email, Code::typed(&self.code)))
    }
}

/// An account that was made a moment ago.
#[derive(Serialize, ToSchema)]
#[schema(as = NewAccount)]
struct NewAccountResponse {
    account: AccountResponse,
    /// Null but for patients.
    patient_id: Option<PatientId>,
}

/// Makes the account that was signed up for, with the code or the link that was mailed.
///
/// Both are good for 24 hours. One network tries ten codes of an address; the link needs no address. Sent again
/// after a lost answer, it answers with the same account.
#[utoipa::path(
    tag = "people", security(()),
    responses((status = 201, body = NewAccountResponse), (status = 422, description = "code_not_valid"))
)]
#[post("/v1/accounts/confirm")]
pub(super) async fn confirm_account(
    app: Data<App>,
    address: ClientAddr,
    Json(body): Json<Confirmation, 4>,
) -> HttpResult<HttpResponse> {
    let confirmed = confirming::confirm(&app, address.network(), body.whole()?.read()?)
        .await?
        .ok_or(Refusal::CodeNotValid)?;
    Ok(HttpResponse::Created().json(NewAccountResponse {
        account: confirmed.account.into(),
        patient_id: confirmed.patient,
    }))
}

/// The code that came by mail to the owner of an account that the operator made, and the password they
/// choose.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Activation {
    /// The address that the code was mailed to.
    #[schema(example = "kim@example.org")]
    email: String,
    /// As it stands in the mail.
    #[schema(example = "YWN0aXZhdGlvbi1jb2RlLW9mLXRoaXMtZXhhbXBsZS4")]
    code: String,
    /// As it is chosen at a sign-up.
    #[schema(value_type = String, format = Password, example = "correct horse battery", min_length = 15, max_length = 1024)]
    password: SecretString,
}

/// Activates the account of a clinician or an admin. A code is good for seven days and once.
///
/// Sent again with the same password after a lost answer, it answers the same.
#[utoipa::path(
    tag = "people", security(()),
    responses((status = 201, body = NewAccountResponse), (status = 422, description = "code_not_valid"))
)]
#[post("/v1/accounts/activate")]
pub(super) async fn activate_account(
    app: Data<App>,
    passwords: Data<Passwords>,
    address: ClientAddr,
    Json(body): Json<Activation, 4>,
) -> HttpResult<HttpResponse> {
    let (body, password) = body.check(|body, mut faults| {
        let password = Password::chosen(&mut faults, "/password", &body.password);
        faults.or((body, password))
    })?;
    let email = EmailAddress::parse(&body.email).map_err(|_| Refusal::CodeNotValid)?;
    let code = MailedCode::typed(&body.code);
    let network = address.network();
    let account = staff::activate(&app, &passwords, network, email, code, password).await?;
    Ok(HttpResponse::Created().json(NewAccountResponse {
        account: account.into(),
        patient_id: None,
    }))
}
