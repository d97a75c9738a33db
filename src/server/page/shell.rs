//! What surrounds the page's files: the document, the worker, the manifest.

use serde::Serialize;
use serde_json::json;

use super::files::{names, release};
use crate::platform::http::small_page::{as_attribute, hash_source};
use crate::platform::words::Language;

/// An invented person of the demo, with the password that everybody may know.
#[derive(Serialize)]
pub struct InventedPerson {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their password.
    pub password: String,
    /// What the app was given that shows their codes, of one who has a second factor: the page shows them too.
    pub secret: Option<String>,
    /// What the diary has them for, in a few words.
    pub part: String,
}

/// The documents that change with release and people.
pub(in crate::server) struct Page {
    html: String,
    policy: String,
    worker: String,
    manifest: String,
}

impl Page {
    /// It lists `people`, who are invented, for visitors of the demo.
    pub(in crate::server) fn new(people: &[InventedPerson]) -> Self {
        let folder = format!("/page/{}", release());
        let invented = serde_json::to_string(people).unwrap_or_default();
        let style = include_str!("../../../web/style.css");
        let html = include_str!("../../../web/shell.html")
            .replace("{style}", style)
            .replace("{folder}", &folder)
            .replace("{people}", &as_attribute(&invented));
        let files: Vec<String> = names().map(|name| format!("{folder}/{name}")).collect();
        let worker = include_str!("../../../web/worker.js")
            .replace("{release}", release())
            .replace("{files}", &json!(files).to_string());
        let icon = json!({
            "src": format!("{folder}/icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any",
        });
        let manifest = json!({
            "name": "Diary", "short_name": "Diary", "start_url": "/", "display": "standalone",
            "background_color": "#ffffff", "theme_color": "#1f5f6b", "icons": [icon],
        });
        Self {
            html,
            policy: policy(style),
            worker,
            manifest: manifest.to_string(),
        }
    }

    /// For a visitor who likes `language`: its texts come with what else a first view waits for.
    pub(super) fn html(&self, language: Language) -> String {
        let [first, _] = language.of_page();
        self.html
            .replace("{language}", language.code())
            .replace("{texts}", &as_attribute(first))
    }

    pub(super) fn policy(&self) -> &str {
        &self.policy
    }

    pub(super) fn worker(&self) -> String {
        self.worker.clone()
    }

    pub(super) fn manifest(&self) -> String {
        self.manifest.clone()
    }
}

/// What the page may do: run its own scripts, ask this server alone, and show pictures that it was given. Only
/// the name of the worker is ever a script's address that was not in the markup.
fn policy(style: &str) -> String {
    let style = hash_source(style);
    format!(
        "default-src 'none'; script-src 'self'; style-src {style}; img-src 'self' blob:; connect-src 'self'; \
         manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; \
         require-trusted-types-for 'script'; trusted-types worker; frame-ancestors 'none'"
    )
}
