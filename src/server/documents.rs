//! The contract as it is served: made once, when it is first asked for, and a page to browse it.

use std::io::Read;
use std::sync::Arc;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue};
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse, get};
use flate2::read::GzDecoder;
use tokio::sync::OnceCell;
use utoipa_swagger_ui::Config;

use crate::platform::config::Profile;
use crate::platform::http::etag::answer_document;
use crate::platform::http::{EdgeRefusal, HttpResult, Path, Register};

pub(super) fn routes(config: &mut impl Register) {
    config
        .service(get_openapi_yaml)
        .service(get_openapi_json)
        .service(get_docs_page)
        .service(get_docs_file);
}

/// The contract, and the pages that show it.
pub(super) struct Documents {
    written: OnceCell<ContractBytes>,
    write: fn() -> ContractBytes,
    /// None in production: a developer has the file.
    pages: Option<Arc<Config<'static>>>,
}

/// The contract in both its forms.
pub(super) struct ContractBytes {
    pub(super) yaml: Bytes,
    pub(super) json: Bytes,
}

impl Documents {
    pub(super) fn new(profile: Profile, write: fn() -> ContractBytes) -> Self {
        let pages = Config::from("/openapi.json").validator_url("none");
        Self {
            written: OnceCell::new(),
            write,
            pages: (profile == Profile::Development).then(|| Arc::new(pages)),
        }
    }

    /// The contract, made when it is first asked for.
    async fn written(&self) -> HttpResult<&ContractBytes> {
        let made = || tokio::task::spawn_blocking(self.write);
        let written = self.written.get_or_try_init(made).await;
        written.map_err(|_| EdgeRefusal::Internal.into())
    }

    fn page(&self, name: &str) -> HttpResult<HttpResponse> {
        /// The page runs its own scripts and asks this server alone.
        const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
                              img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";
        let pages = self.pages.clone().ok_or(EdgeRefusal::NotFound)?;
        let file = utoipa_swagger_ui::serve(name, pages)
            .map_err(|_| EdgeRefusal::Internal)?
            .ok_or(EdgeRefusal::NotFound)?;
        let mut bytes = Vec::new();
        let read = if file.gzpipped {
            GzDecoder::new(&*file.bytes).read_to_end(&mut bytes)
        } else {
            (&*file.bytes).read_to_end(&mut bytes)
        };
        read.map_err(|_| EdgeRefusal::Internal)?;
        // The page lies at /docs, so its files are named from there.
        if name == "index.html" {
            bytes = String::from_utf8_lossy(&bytes)
                .replace("\"./", "\"/docs/")
                .replace("href=\"index.css\"", "href=\"/docs/index.css\"")
                .into_bytes();
        }
        Ok(HttpResponse::Ok()
            .insert_header((CONTENT_TYPE, file.content_type))
            .insert_header((CONTENT_SECURITY_POLICY, POLICY))
            .body(bytes))
    }
}

fn for_an_hour(mut response: HttpResponse) -> HttpResponse {
    let kept = HeaderValue::from_static("public, max-age=3600");
    response.headers_mut().insert(CACHE_CONTROL, kept);
    response
}

/// This contract, as YAML.
#[utoipa::path(tag = "service", security(()), responses((status = 200, content_type = "application/yaml", body = Object)))]
#[get("/openapi.yaml")]
async fn get_openapi_yaml(
    documents: Data<Documents>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let yaml = documents.written().await?.yaml.clone();
    Ok(for_an_hour(answer_document(
        &request,
        "application/yaml",
        yaml,
    )))
}

/// This contract, as JSON.
#[utoipa::path(tag = "service", security(()), responses((status = 200, content_type = "application/json", body = Object)))]
#[get("/openapi.json")]
async fn get_openapi_json(
    documents: Data<Documents>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let json = documents.written().await?.json.clone();
    Ok(for_an_hour(answer_document(
        &request,
        "application/json",
        json,
    )))
}

/// The contract as a page to browse. Off in the production profile.
#[utoipa::path(
    tag = "service", security(()),
    responses(
        (status = 200, content_type = "text/html", body = String),
        (status = 404, description = "not_found"),
    )
)]
#[get("/docs")]
async fn get_docs_page(documents: Data<Documents>) -> HttpResult<HttpResponse> {
    documents.page("index.html")
}

/// A file of that page. Off in the production profile.
#[utoipa::path(
    tag = "service", security(()),
    params(("file" = String, Path, description = "The name of the file", example = "swagger-ui.css")),
    responses((status = 200, content(
        (String = "text/css"), (String = "text/javascript"), (String = "text/html"),
        (String = "image/png"),
    )))
)]
#[get("/docs/{file}")]
async fn get_docs_file(
    documents: Data<Documents>,
    Path(file): Path<String>,
) -> HttpResult<HttpResponse> {
    documents.page(&file)
}
