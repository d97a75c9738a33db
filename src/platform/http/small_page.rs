//! A small page that a link in a mail leads to. Opening it does nothing, since programs that look through mail
//! open links.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::platform::secret::sha256;

/// A page that runs its own script and asks this server alone.
pub struct SmallPage {
    html: String,
    policy: String,
}

impl SmallPage {
    /// `html` with its places `{style}` and `{script}` filled.
    pub fn new(html: &str, style: &str, script: &str) -> Self {
        let hash = |text: &str| STANDARD.encode(sha256(text.as_bytes()));
        Self {
            html: html.replace("{style}", style).replace("{script}", script),
            policy: format!(
                "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; connect-src 'self'; \
                 base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                hash(style),
                hash(script),
            ),
        }
    }

    /// The page as an answer.
    pub fn answer(&self) -> HttpResponse {
        HttpResponse::Ok()
            .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
            .insert_header((CONTENT_SECURITY_POLICY, self.policy.as_str()))
            .body(self.html.clone())
    }
}
