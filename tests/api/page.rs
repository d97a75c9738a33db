//! The page at `/`, to which the links in mails lead.

use std::collections::BTreeSet;
use std::path::Path;

use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::mail::Mail;

/// What stands behind the `#` of the link in `mail`, before its code.
fn kind_of_link(app: &TestApp, mail: &Mail) -> String {
    let base = format!("{}#", app.inside().public_url);
    let link = mail.body.lines().find_map(|line| line.split_once(&base));
    let (kind, _) = link.expect("a link").1.split_once('=').expect("a code");
    kind.to_owned()
}

/// What the page asks for first: the folder of its release.
async fn folder(app: &TestApp) -> String {
    let page = app.nobody().get("/").await.expect(200);
    let (_, named) = page.text.split_once("href=\"/page/").expect("a folder");
    let (release, _) = named.split_once('/').expect("a file in it");
    format!("/page/{release}")
}

/// The files of the page, as its folders have them.
fn files() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = ["web", "locales"].map(|folder| std::fs::read_dir(root.join(folder)).unwrap());
    let names = entries.into_iter().flatten();
    let mut names: BTreeSet<String> = names
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    // These are served under names of their own, or are no part of it.
    for other in ["shell.html", "style.css", "worker.js", "make-vendor"] {
        assert!(names.remove(other), "{other}");
    }
    names
}

#[rstest]
#[tokio::test]
async fn a_link_in_a_mail_opens_a_page_that_knows_what_it_is_for(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let form = json!({
        "email": "cleo@example.org", "password": "cleo counts seven quiet herons",
        "display_name": "Cleo", "role": "caregiver", "time_zone": "Europe/Berlin",
    });
    let nobody = app.nobody();
    nobody.post("/v1/accounts", form).await.expect(202);
    let sign_up = app.mail().next_to("cleo@example.org").await;
    let ada = app.patient("ada").await;
    let bob = json!({ "email": "bob@example.org", "level": "read", "relation": "friend" });
    let invited = ada.post("/v1/patients/{patient}/invitations", bob).await;
    invited.expect(201);
    let invitation = app.mail().next_to("bob@example.org").await;
    let forgotten = json!({ "email": "ada@example.org" });
    let reset = nobody.post("/v1/account/password-reset", forgotten).await;
    reset.expect(202);
    let reset = app.mail().next_to("ada@example.org").await;

    let main = nobody
        .get(&format!("{}/main.js", folder(&app).await))
        .await
        .expect(200);

    let (_, kinds) = main.text.split_once("[/^(").expect("the links it knows");
    let (kinds, _) = kinds.split_once(')').unwrap();
    let kinds: Vec<&str> = kinds.split('|').collect();
    for mail in [sign_up, invitation, reset] {
        assert!(
            kinds.contains(&kind_of_link(&app, &mail).as_str()),
            "{kinds:?}"
        );
    }
    assert!(
        kinds.contains(&"activation") && kinds.contains(&"enrolment"),
        "{kinds:?}"
    );
}

#[tokio::test]
async fn the_page_runs_its_own_scripts_alone() {
    let app = start!(Sqlite);

    let page = app.nobody().get("/").await.expect(200);

    let policy = page.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert!(
        policy.contains("require-trusted-types-for 'script'"),
        "{policy}"
    );
    assert!(
        !policy.contains("unsafe") && !policy.contains("http"),
        "{policy}"
    );
    assert!(
        !page.text.contains("style=") && !page.text.contains("<script>"),
        "inline"
    );
    assert!(!page.text.contains("herons"), "people of the demo");
}

#[tokio::test]
async fn each_file_of_the_page_is_served_and_may_be_kept_for_ever() {
    let app = start!(Sqlite);
    let folder = folder(&app).await;

    let worker = app.nobody().get("/sw.js").await.expect(200);

    for name in files() {
        let path = format!("{folder}/{name}");
        let file = app.nobody().get(&path).await.expect(200);
        let lasting = "public, max-age=31536000, immutable";
        assert_eq!(file.header("cache-control"), lasting, "{name}");
        assert!(
            worker.text.contains(&format!("\"{path}\"")),
            "not offline: {name}"
        );
    }
}

#[tokio::test]
async fn a_page_of_an_older_release_finds_its_files_and_keeps_them_not() {
    let app = start!(Sqlite);

    let file = app.nobody().get("/page/0000000000000000/main.js").await;

    assert_eq!(file.expect(200).header("cache-control"), "no-cache");
    let missing = app.nobody().get("/page/0000000000000000/nowhere.js").await;
    missing.refused(404, "not_found");
}

/// The document for a visitor who likes `language`.
async fn document_for(app: &TestApp, language: &str) -> String {
    let visitor = app.nobody().with_header("Accept-Language", language);
    let page = visitor.get("/").await.expect(200);
    assert!(
        page.header("vary").contains("accept-language"),
        "a cache hands it to others"
    );
    page.text
}

/// The files that `page` names.
fn named_in(page: &str) -> BTreeSet<String> {
    let addresses = page.split("=\"/page/").skip(1);
    let names = addresses.map(|rest| rest.split(['/', '"']).nth(1).unwrap().to_owned());
    names.collect()
}

/// A module, and all that it imports at once.
fn imported_by(module: &str, all: &mut BTreeSet<String>) {
    if all.insert(module.to_owned()) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let code = std::fs::read_to_string(root.join("web").join(module)).unwrap();
        for rest in code.split(" from \"./").skip(1) {
            imported_by(rest.split('"').next().unwrap(), all);
        }
    }
}

#[rstest]
#[case::english("en-GB,en;q=0.9,de;q=0.5", "texts-en", "sign-in = Sign in")]
#[case::german("de-AT", "texts-de", "sign-in = Anmelden")]
#[case::of_another_tongue("cy", "texts-en", "sign-in = Sign in")]
#[tokio::test]
async fn the_document_brings_the_first_texts_and_names_at_once_all_else_that_a_visit_waits_for(
    #[case] liked: &str,
    #[case] texts: &str,
    #[case] a_text: &str,
) {
    let app = start!(Sqlite);

    let page = document_for(&app, liked).await;

    let (_, texts) = page.split_once(texts).expect("texts in this language");
    let (texts, _) = texts.split_once("\">").unwrap();
    assert!(texts.lines().any(|line| line == a_text), "{texts}");
    let mut awaited = BTreeSet::new();
    imported_by("main.js", &mut awaited);
    imported_by("sign-in.js", &mut awaited);
    awaited.insert("icon.svg".to_owned());
    assert_eq!(named_in(&page), awaited);
}

#[tokio::test]
async fn the_first_view_is_small_on_the_wire() {
    let app = start!(Sqlite);
    let folder = folder(&app).await;
    let page = document_for(&app, "en").await;
    let mut common = named_in(&page);
    // What a person who is signed in sees above it.
    imported_by("header.js", &mut common);
    imported_by("told.js", &mut common);
    common.retain(|name| name != "icon.svg");
    let size = async |language: &str, path: &str| {
        let asked = reqwest::Client::new().get(format!("{}{path}", app.nobody().base()));
        let answer = asked
            .header("accept-language", language)
            .header("accept-encoding", "gzip, br")
            .send()
            .await
            .unwrap();
        assert_eq!(answer.headers()["content-encoding"], "br", "{path}");
        answer.bytes().await.unwrap().len()
    };
    let mut shared = 0;
    for name in &common {
        shared += size("en", &format!("{folder}/{name}")).await;
    }
    // German has the longest words.
    for language in ["en", "de"] {
        let others = format!("{folder}/{language}-more.ftl");
        let all = shared + size(language, "/").await + size(language, &others).await;
        assert!(all <= 60 * 1024, "{language}: {all} bytes");
    }
}
