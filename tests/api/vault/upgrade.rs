//! A database of version 0.1, which kept everything in the clear, comes up with all that was in it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use argon2::{Argon2, PasswordHasher};
use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::TestApp;
use crate::home::Home;
use crate::people::{Person, sign_in};

/// As Ada had it before.
const PASSWORD: &str = "ada counts seven quiet herons";

/// Makes the tables as version 0.1 did, and fills them.
fn as_version_0_1(home: &Home, on: Database) {
    let kind = match on {
        Sqlite => "sqlite",
        Postgres => "postgres",
    };
    home.sql(
        "CREATE TABLE __diesel_schema_migrations (version VARCHAR(50) PRIMARY KEY NOT NULL,
         run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)",
    );
    for folder in migrations_of_version_0_1(kind) {
        home.sql(&std::fs::read_to_string(folder.join("up.sql")).unwrap());
        let name = folder.file_name().unwrap().to_str().unwrap();
        let version = name.split('_').next().unwrap().replace('-', "");
        home.sql(&format!(
            "INSERT INTO __diesel_schema_migrations (version) VALUES ('{version}')"
        ));
    }
    let fixture = include_str!("version_0_1.sql");
    home.sql(&in_dialect(fixture, on).replace("{hash}", &hash()));
}

fn migrations_of_version_0_1(kind: &str) -> Vec<PathBuf> {
    let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut folders: Vec<_> = std::fs::read_dir(all.join(kind))
        .unwrap()
        .map(|folder| folder.unwrap().path())
        .filter(|path| path.to_str().unwrap().contains("/2026-11-23-"))
        .collect();
    folders.sort();
    folders
}

fn hash() -> String {
    Argon2::default()
        .hash_password_with_salt(PASSWORD.as_bytes(), b"sixteen bytes...")
        .unwrap()
        .to_string()
}

/// The fixture says `{id 1}`, `{now}`, `{yes}`, `{code}`: the two write these differently.
fn in_dialect(fixture: &str, on: Database) -> String {
    let mut text = fixture.to_owned();
    let code = "ab".repeat(32);
    let forms = match on {
        Sqlite => [
            ("yes", "1"),
            ("no", "0"),
            ("now", "1795435200000000"),
            ("later", "1890000000000000"),
        ],
        Postgres => [
            ("yes", "true"),
            ("no", "false"),
            ("now", "'2026-11-23 12:00:00Z'"),
            ("later", "'2029-11-23 12:00:00Z'"),
        ],
    };
    for (word, form) in forms {
        text = text.replace(&format!("{{{word}}}"), form);
    }
    for number in 1..=9 {
        let id = format!("0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a6{number}");
        let form = match on {
            Sqlite => format!("x'{}'", id.replace('-', "")),
            Postgres => format!("'{id}'"),
        };
        text = text.replace(&format!("{{id {number}}}"), &form);
    }
    let code = match on {
        Sqlite => format!("x'{code}'"),
        Postgres => format!("'\\x{code}'"),
    };
    text.replace("{code}", &code)
}

#[rstest]
#[tokio::test]
async fn r159_a_database_of_version_0_1_is_sealed_and_still_readable(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let Some(home) = Home::empty(on).map(Arc::new) else {
        return;
    };
    as_version_0_1(&home, on);

    let app = TestApp::start_in(&home).await;
    let session = sign_in(&app.nobody(), "ada@example.org", PASSWORD).await;
    let ada = Person::of("ada", PASSWORD, &app.nobody(), &session.expect(201).body);

    let account = ada.get("/v1/account").await.expect(200).body;
    assert_eq!(account["display_name"], json!("Ada Quagga"));
    assert_eq!(account["email"], json!("ada@example.org"));
    let entry = ada.read("2026-W46").await.expect(200).body;
    assert_eq!(entry["note"], json!("quagga, corrected"));
    assert_eq!(entry["change_reason"], json!("no zebra, a quagga"));
    assert_eq!(entry["recorded_by"]["display_name"], json!("Ada Quagga"));
    let revisions = "/v1/patients/{patient}/entries/2026-W46/revisions";
    let revisions = ada.get(revisions).await.expect(200).body;
    assert_eq!(revisions["items"][0]["note"], json!("zebra quagga"));
    let devices = ada.get("/v1/sessions").await.expect(200).body;
    let names: Vec<_> = devices["items"].as_array().unwrap().iter().collect();
    assert!(
        names
            .iter()
            .any(|device| device["device_name"] == json!("quagga phone"))
    );
    let invitations = ada.get("/v1/patients/{patient}/invitations").await;
    let invitations = invitations.expect(200).body;
    assert_eq!(
        invitations["items"][0]["email"],
        json!("quagga@example.org")
    );
    let mail = app.mail().next_to("quagga@example.org").await;
    assert_eq!(mail.subject, "A quagga");
    assert_eq!(app.query_i64("select count(*) from sign_ups"), 1);
    app.keeps_to_itself("quagga");

    // Nothing is done twice.
    let app = app.restart().await;
    let again = sign_in(&app.nobody(), "ada@example.org", PASSWORD).await;
    again.expect(201);
}
