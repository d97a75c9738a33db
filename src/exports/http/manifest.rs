//! The signed manifest of an export.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};

use super::own;
use crate::access::{Caller, Tokens};
use crate::exports::manifest::{KIND, Manifest, SignedManifest};
use crate::exports::refusal::Refusal;
use crate::platform::App;
use crate::platform::http::{EdgeRefusal, HttpResult, Path, etag};
use crate::platform::ids::{ExportId, SiteId};

/// Says what is in an export of the caller's, what is not and why, signed; also after its files are gone.
///
/// `alsfrs-diary export verify` proves with it that files are whole, without the server.
#[utoipa::path(
    tag = "clinic",
    params(("site" = SiteId, Path), ("export" = ExportId, Path)),
    responses(
        (status = 200, body = SignedManifest),
        (status = 409, description = "export_not_ready"),
    )
)]
#[get("/v1/sites/{site}/exports/{export}/manifest")]
pub async fn get_export_manifest(
    app: Data<App>,
    tokens: Data<Tokens>,
    caller: Caller,
    Path((site, export)): Path<(SiteId, ExportId)>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let now = caller.at();
    let job = app
        .db
        .read(move |conn| -> HttpResult<_> { Ok(own(conn, &caller, site, export)?.1) })
        .await?;
    let manifest = Manifest::of(job).ok_or(Refusal::NotReady)?;
    let jws = tokens.sign(KIND, &manifest, now).map_err(|error| {
        tracing::error!(%error, "a manifest cannot be signed");
        EdgeRefusal::Internal
    })?;
    etag::answer(&request, &SignedManifest { manifest, jws })
}
