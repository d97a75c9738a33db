//! What a thief finds: in the files of SQLite, in a dump of PostgreSQL.

use std::process::Command;

use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::home::Home;
use crate::people::Person;
use crate::postgres;
use crate::weeks::{week, with};

/// In all that the people of this test write.
const SENTINEL: &str = "quagga";

impl Home {
    /// Every byte that the database keeps, as a copied disk or a dump would have it.
    pub fn kept(&self) -> Vec<u8> {
        let url = self.database_url();
        if let Some(file) = url.strip_prefix("sqlite://") {
            let wal = std::fs::read(format!("{file}-wal")).unwrap_or_default();
            return [std::fs::read(file).unwrap(), wal].concat();
        }
        let program = postgres::binaries::find().map(|folder| folder.join("pg_dump"));
        let dump = Command::new(program.unwrap_or_else(|| "pg_dump".into()))
            .args(["--inserts", &url])
            .output()
            .unwrap();
        assert!(dump.status.success(), "{dump:?}");
        dump.stdout
    }

    /// Asserts that nobody finds `secret`, as text or in the hexadecimal of a dump.
    pub fn keeps_to_itself(&self, secret: &str) {
        let kept = self.kept().to_ascii_lowercase();
        let hexadecimal: Vec<String> = secret.bytes().map(|b| format!("{b:02x}")).collect();
        assert!(
            contains(&kept, "europe/berlin"),
            "a look at the right place"
        );
        for form in [secret, &hexadecimal.concat()] {
            assert!(!contains(&kept, &form.to_ascii_lowercase()), "{form}");
        }
    }
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

#[rstest]
#[tokio::test]
async fn r159_r165_a_copied_database_says_nobodys_name(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient(SENTINEL).await;
    write_everywhere(&ada).await;

    app.keeps_to_itself(SENTINEL);
    // R31: nor can anybody go on with a session of hers.
    app.keeps_to_itself(&ada.refresh_token);
    let secret = ada.refresh_token.rsplit('.').next().unwrap();
    app.keeps_to_itself(secret);
    let note = ada.read("2026-W47").await.expect(200).body["note"].clone();
    assert_eq!(note, json!("The QUAGGA again"));
}

/// Writes the word wherever a person may write.
async fn write_everywhere(ada: &Person) {
    let sign_in = json!({
        "email": ada.email, "password": ada.password, "device_name": "quagga's phone",
    });
    ada.post("/v1/sessions", sign_in).await.expect(201);
    for (name, role) in [
        ("quaggas-friend", "caregiver"),
        ("quaggas-child", "patient"),
    ] {
        let account = json!({
            "email": format!("{name}@example.org"), "password": "herons and quaggas at noon",
            "display_name": "Quagga", "role": role, "time_zone": "Europe/Berlin",
        });
        ada.post("/v1/accounts", account).await.expect(202);
    }
    let guest = json!({"email": "quagga-guest@example.org", "level": "read", "relation": "friend"});
    ada.post("/v1/patients/{patient}/invitations", guest)
        .await
        .expect(201);
    let first = with(week("2026-11-18"), "/note", "quagga at noon");
    let reply = ada.record("2026-W47", first.clone()).await.expect(201);
    let again = with(first, "/note", "The QUAGGA again");
    let again = with(again, "/change_reason", "quagga, not zebra");
    let path = "/v1/patients/{patient}/entries/2026-W47";
    ada.with_header("If-Match", reply.header("etag"))
        .put(path, again)
        .await
        .expect(200);
    let other = with(week("2026-11-11"), "/note", "quagga");
    let reply = ada.record("2026-W46", other).await.expect(201);
    let reason = json!({ "reason": "there was no quagga" });
    ada.with_header("If-Match", reply.header("etag"))
        .delete_with("/v1/patients/{patient}/entries/2026-W46", reason)
        .await
        .expect(204);
}

#[rstest]
#[case("update entries set note = (select note from entries where week = 202646)")]
#[case("update entries set week = 202645 where week = 202647")]
#[case("update entries set note = (select email from accounts)")]
#[tokio::test]
async fn r160_r164_words_that_were_moved_are_an_alarm_and_never_shown(
    #[values(Sqlite, Postgres)] on: Database,
    #[case] moved: &str,
) {
    let (app, ada) = start!(on; ada);
    for (name, day) in [("2026-W46", "2026-11-11"), ("2026-W47", "2026-11-18")] {
        let written = with(week(day), "/note", format!("the note of {day}"));
        ada.record(name, written).await.expect(201);
    }

    app.sql(moved);
    let list = ada.get("/v1/patients/{patient}/entries").await;

    let list = list.refused(500, "internal");
    assert!(!list.text.contains("the note"), "{}", list.text);
    // Nothing is opened for a trend.
    ada.get("/v1/patients/{patient}/trend").await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r160_a_name_that_was_exchanged_is_an_alarm(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;

    app.sql(
        "update accounts set display_name = (select display_name from accounts where role = 1)",
    );

    ada.get("/v1/account").await.expect(200);
    bob.get("/v1/account").await.refused(500, "internal");
    let circle = ada.get("/v1/patients/{patient}/circle").await;
    circle.refused(500, "internal");
}
