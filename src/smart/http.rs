//! Programs of a clinic over HTTP.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, post};

use super::response::{ConfigurationResponse, TokenResponse, token_endpoint};
use super::token::{self, TokenRequest};
use crate::access::Tokens;
use crate::platform::App;
use crate::platform::http::{ClientAddr, EdgeRefusal, HttpResult, Register, Text, WebForm, etag};
use crate::platform::limit::{self, Quota};

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(get_smart_configuration)
        .service(issue_client_token);
}

/// How programs of a clinic get tokens here (SMART App Launch 2.2, Backend Services).
#[utoipa::path(
    tag = "fhir", security(()),
    responses((status = 200, body = ConfigurationResponse))
)]
#[get("/fhir/.well-known/smart-configuration")]
async fn get_smart_configuration(app: Data<App>, request: HttpRequest) -> HttpResult<HttpResponse> {
    etag::answer(&request, &ConfigurationResponse::new(&app.public_url))
}

/// Gives a program of a clinic a token, for an assertion that it has signed (`client_credentials`, `private_key_jwt`).
///
/// Refusals are those of OAuth 2.0: `invalid_request`, `unsupported_grant_type`, `invalid_client`, `invalid_scope`.
#[utoipa::path(
    tag = "fhir", security(()),
    request_body(content = String, content_type = "application/x-www-form-urlencoded", example = "grant_type=client_credentials&scope=system/*.rs&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion=ey"),
    responses((status = 200, body = TokenResponse))
)]
#[post("/oauth/token")]
async fn issue_client_token(
    app: Data<App>,
    tokens: Data<Tokens>,
    address: ClientAddr,
    form: Text<WebForm, 16>,
) -> HttpResult<HttpResponse> {
    limit::take(&app, [Quota::SignIn(address.network())]).await?;
    let request = match TokenRequest::read(&form.0) {
        Ok(request) => request,
        Err(refused) => return Ok(refused.respond()),
    };
    let audience = token_endpoint(&app.public_url);
    let granted = match token::grant(&app, &request, &audience).await? {
        Ok(granted) => granted,
        Err(refused) => return Ok(refused.respond()),
    };
    let scope = granted.scopes.to_string();
    let token = tokens
        .mint_client(&app.ids, app.clock.now(), granted.client, &scope)
        .map_err(|_| EdgeRefusal::Internal)?;
    Ok(HttpResponse::Ok().json(TokenResponse::new(token, &granted.scopes)))
}
