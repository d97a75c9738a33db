//! A page that a link in a mail leads to: one large button. Opening it does nothing, since programs
//! that look through mail open links.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::platform::secret::sha256;

/// One of them. It runs its own script and asks this server, nobody else.
pub struct OneTouch {
    html: String,
    policy: String,
}

impl OneTouch {
    /// With the places for style and script filled.
    pub fn new(html: &str, script: &str) -> Self {
        const STYLE: &str = include_str!("one_touch.css");
        let hash = |text: &str| STANDARD.encode(sha256(text.as_bytes()));
        Self {
            html: html.replace("{style}", STYLE).replace("{script}", script),
            policy: format!(
                "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; connect-src 'self'; \
                 base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                hash(STYLE),
                hash(script),
            ),
        }
    }

    /// The page.
    pub fn answer(&self) -> HttpResponse {
        HttpResponse::Ok()
            .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
            .insert_header((CONTENT_SECURITY_POLICY, self.policy.as_str()))
            .body(self.html.clone())
    }
}
