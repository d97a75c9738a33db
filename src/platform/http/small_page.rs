//! A small page that a link in a mail leads to. Opening it does nothing, since programs that look through mail
//! open links.

use std::collections::HashMap;

use actix_web::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::platform::secret::sha256;
use crate::platform::words::Language;

/// A page that runs its own script and asks this server alone.
pub struct SmallPage {
    html: HashMap<Language, String>,
    policy: String,
}

impl SmallPage {
    /// `html` with its places `{style}`, `{script}` and `{language}` filled, and those of texts such as `{ veto-no }`.
    pub fn new(html: &str, style: &str, script: &str) -> Self {
        let written = Language::ALL.map(|language| {
            let html = with_texts(html, language).replace("{language}", language.code());
            let html = html.replace("{style}", style).replace("{script}", script);
            (language, html)
        });
        Self {
            html: written.into(),
            policy: format!(
                "default-src 'none'; style-src {}; script-src {}; connect-src 'self'; \
                 base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                hash_source(style),
                hash_source(script),
            ),
        }
    }

    /// The page as an answer, in the language that the browser asks for.
    pub fn answer(&self, request: &HttpRequest) -> HttpResponse {
        let html = self.html.get(&Language::liked_by(request));
        HttpResponse::Ok()
            .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
            .insert_header((CONTENT_SECURITY_POLICY, self.policy.as_str()))
            .body(html.cloned().unwrap_or_default())
    }
}

fn with_texts(html: &str, language: Language) -> String {
    let mut parts = html.split("{ ");
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (id, rest) = part.split_once(" }").unwrap_or((part, ""));
        written.push_str(&as_attribute(language.text(id)));
        written.push_str(rest);
    }
    written
}

/// A style or script that stands in a page, as a policy allows it and nothing else.
pub fn hash_source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(sha256(text.as_bytes())))
}

/// `text` as it stands in HTML, also between double quotes.
pub fn as_attribute(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}
