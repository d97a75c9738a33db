//! A migration that is killed can be begun again. Today there is one, from nothing.

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::TestApp;
use crate::home::{Home, said_by};
use crate::weeks::week;

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
async fn r221_a_migration_that_is_killed_is_made_again(
    #[case] on: Database,
    #[case] attack: Attack,
) {
    let mut kills = 0;
    for calls in (1..).step_by(attack.stride) {
        let Some(home) = Home::empty(on).map(Arc::new) else {
            return;
        };
        let mut migrate = migrate(&home);
        migrate
            .env("LD_PRELOAD", library(&home))
            .env("KILL_ON", attack.on)
            .env("KILL_AFTER", calls.to_string());
        let (code, said) = said_by(&mut migrate);
        if code.is_some() {
            assert_eq!(code, Some(0), "{said}");
            break;
        }
        kills += 1;

        begins_anew(&home).await;
    }
    assert!(kills > 1, "nothing was killed: {kills}");
}

/// Makes the migration again, undisturbed; then people find all that they need.
async fn begins_anew(home: &Arc<Home>) {
    let (code, said) = said_by(&mut migrate(home));
    assert_eq!(code, Some(0), "{said}");
    let app = TestApp::start_in(home).await;
    let ada = app.patient("ada").await;
    let bob = app.member(&ada, "bob", "read").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let seen = bob.on(&ada).get("/v1/patients/{patient}/entries").await;
    assert_eq!(seen.expect(200).body["items"][0]["week"], "2026-W47");
    app.stop().await;
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
