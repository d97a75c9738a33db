//! A migration that is killed can be begun again, and takes nothing with it.

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use alsfrs_diary::platform::db::Db;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::TestApp;
use crate::home::{Home, said_by};
use crate::people::Person;
use crate::weeks::{week, with};

/// So many migrations are taken back first, and then made under attack.
const NEWEST: usize = 3;

/// At which calls `migrate` is killed: after each, or after every so many.
struct Attack {
    on: &'static str,
    stride: usize,
}

const SYNC: Attack = Attack {
    on: "sync",
    stride: 1,
};
const WRITE: Attack = Attack {
    on: "write",
    stride: 9,
};
/// What PostgreSQL is asked it does, whether or not the program is still there for the answer.
const SEND: Attack = Attack {
    on: "send",
    stride: 4,
};

#[rstest]
#[case::after_each_sync(Sqlite, SYNC)]
#[case::between_writes(Sqlite, WRITE)]
#[case::while_the_server_works(Postgres, SEND)]
#[tokio::test]
async fn r221_a_migration_that_is_killed_is_made_again_and_loses_nothing(
    #[case] on: Database,
    #[case] attack: Attack,
) {
    let Some(home) = Home::new(on).map(Arc::new) else {
        return;
    };
    let app = TestApp::start_in(&home).await;
    let ada = app.patient("ada").await;
    let bob = app.member(&ada, "bob", "read").await;
    write_everywhere(&ada).await;
    app.stop().await;
    let library = library(&home);
    // What the version before could not keep went with it.
    take_back_the_newest(&home);
    let written = migrated(&home, &ada, &bob).await;

    let mut kills = 0;
    for calls in (1..).step_by(attack.stride) {
        take_back_the_newest(&home);
        let mut migrate = migrate(&home);
        migrate
            .env("LD_PRELOAD", &library)
            .env("KILL_ON", attack.on)
            .env("KILL_AFTER", calls.to_string());
        let (code, said) = said_by(&mut migrate);
        if code.is_some() {
            assert_eq!(code, Some(0), "{said}");
            break;
        }
        kills += 1;

        let found = migrated(&home, &ada, &bob).await;
        assert_eq!(found, written, "after {calls}");
    }
    assert!(kills > 2, "nothing was killed: {kills}");
}

/// Something in every place that is sealed.
async fn write_everywhere(ada: &Person) {
    let noted = with(week("2026-11-18"), "/note", "the left hand is cold");
    ada.record("2026-W47", noted).await.expect(201);
    let invited = json!({ "email": "cleo@example.org", "level": "read", "relation": "friend" });
    ada.post("/v1/patients/{patient}/invitations", invited)
        .await
        .expect(201);
}

/// What is read once nothing disturbs the migration any more.
async fn migrated(home: &Arc<Home>, ada: &Person, bob: &Person) -> Vec<Value> {
    let (code, said) = said_by(&mut migrate(home));
    assert_eq!(code, Some(0), "{said}");
    let app = TestApp::start_in(home).await;
    let found = read(&app, ada, bob).await;
    app.stop().await;
    found
}

/// All that the two see of it.
async fn read(app: &TestApp, ada: &Person, bob: &Person) -> Vec<Value> {
    let mut seen = Vec::new();
    for (person, path) in [
        (ada, "/v1/account"),
        (ada, "/v1/patients/{patient}"),
        (ada, "/v1/patients/{patient}/entries"),
        (ada, "/v1/patients/{patient}/entries/2026-W47/revisions"),
        (ada, "/v1/patients/{patient}/circle"),
        (ada, "/v1/patients/{patient}/invitations"),
        (ada, "/v1/sessions"),
        (ada, "/v1/account/consents"),
        (bob, "/v1/account"),
        (bob, "/v1/patients/{patient}"),
    ] {
        seen.push(person.through(app).get(path).await.expect(200).body);
    }
    seen
}

fn take_back_the_newest(home: &Home) {
    let db = Db::open(&home.database_url(), 1).unwrap();
    for _ in 0..NEWEST {
        db.revert_newest().unwrap();
    }
}

fn migrate(home: &Home) -> Command {
    let mut program = home.program();
    program.args([
        "migrate".to_owned(),
        format!("--data-dir={}", home.folder().display()),
        format!("--database-url={}", home.database_url()),
    ]);
    program
}

/// Made here: a C compiler is there, or nothing of this would have been built.
fn library(home: &Home) -> PathBuf {
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/api/upgrades/killed.c");
    let library = home.folder().join("killed.so");
    let made = Command::new("cc")
        .args(["-shared", "-fPIC", "-Wall", "-Wextra", "-Werror", "-o"])
        .arg(&library)
        .arg(source)
        .status();
    assert!(made.unwrap().success());
    library
}
