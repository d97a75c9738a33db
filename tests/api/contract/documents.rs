//! The contract as it lies in the tree and as it is served.

use alsfrs_diary::platform::config::{Profile, Rehearsal};
use alsfrs_diary::platform::ids::Ids;
use alsfrs_diary::platform::keys::make_missing;
use alsfrs_diary::server;

use crate::app::Database::Sqlite;
use crate::app::start;
use crate::home::{held_clock, usual_limits};
use crate::promise;

fn in_the_tree() -> String {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.yaml");
    std::fs::read_to_string(file).expect("openapi.yaml")
}

#[test]
fn the_contract_in_the_tree_is_the_one_the_code_makes() {
    let made = server::openapi().to_yaml();

    let is_current = in_the_tree() == made;

    assert!(
        is_current,
        "openapi.yaml is stale: cargo run -- openapi -o openapi.yaml"
    );
}

#[tokio::test]
async fn the_contract_in_the_tree_is_the_one_that_is_served() {
    let app = start!(Sqlite);

    let yaml = app.nobody().get("/openapi.yaml").await.expect(200);
    let json = app.nobody().get("/openapi.json").await.expect(200);

    assert_eq!(yaml.header("content-type"), "application/yaml");
    assert!(yaml.text == in_the_tree(), "not openapi.yaml");
    assert_eq!(json.header("content-type"), "application/json");
    assert!(json.body == *promise::document(), "not openapi.yaml");
    let read: serde_json::Value = yaml_serde::from_str(&yaml.text).unwrap();
    assert!(
        read == json.body,
        "the YAML says something else than the JSON"
    );
    let keys = app.nobody().get("/.well-known/jwks.json").await.expect(200);
    for (path, document, seconds) in [
        ("/openapi.yaml", yaml, 3600),
        ("/openapi.json", json, 3600),
        ("/.well-known/jwks.json", keys, 300),
    ] {
        let kept = format!("public, max-age={seconds}");
        assert_eq!(document.header("cache-control"), kept);
        let again = app.nobody().with_header("If-None-Match", document.etag());
        assert_eq!(
            again.get(path).await.expect(304).header("cache-control"),
            kept
        );
    }
}

#[tokio::test]
async fn the_page_that_shows_it_finds_all_its_parts_here() {
    let app = start!(Sqlite);

    let page = app.nobody().get("/docs").await.expect(200);

    let named = |attribute: &str| -> Vec<String> {
        let parts = page.text.split(attribute).skip(1);
        let parts = parts.filter_map(|part| part.split('"').next());
        parts.map(str::to_owned).collect()
    };
    let parts = [named("src=\""), named("href=\"")].concat();
    assert!(parts.len() >= 5, "{parts:?}");
    for part in parts {
        assert!(part.starts_with("/docs/"), "{part}");
        app.nobody().get(&part).await.expect(200);
    }
    app.nobody()
        .get("/docs/Cargo.toml")
        .await
        .refused(404, "not_found");
}

#[tokio::test]
async fn r134_there_is_no_such_page_in_production() {
    // Not in memory, where the other tests keep theirs: production refuses that.
    let disk = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let app = start!(Sqlite, |settings| {
        settings.data_dir = disk.path().to_owned();
        settings.database_url = None;
        settings.profile = Profile::Production;
        settings.limits = usual_limits();
        settings.rehearsal = Rehearsal::default();
        settings.public_url = "https://diary.example.org".parse().unwrap();
        settings.mail_url = Some("smtps://mail.example.org".to_owned());
        settings.mail_from = "Diary <diary@example.org>".to_owned();
        make_missing(&settings.keys(), &Ids::new(held_clock())).unwrap();
    });

    for path in ["/docs", "/docs/index.html", "/docs/swagger-ui.css"] {
        app.nobody().get(path).await.refused(404, "not_found");
    }
    app.nobody().get("/openapi.yaml").await.expect(200);
    let front = app.nobody().get("/").await.expect(200);
    assert!(!front.text.contains("docs"), "it leads to no such page");
}
