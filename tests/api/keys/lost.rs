//! Keys that are lost, or are others', are told before anybody needs them.

use std::path::Path;
use std::process::Command;

use chrono::TimeDelta;
use rstest::rstest;

use super::keys;
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::backups::{back_up, identity, restore};
use crate::home::{Home, said_by};

#[rstest]
fn r162_nothing_is_retired_where_no_database_says_that_it_is_not_needed(
    #[values("root", "kek", "push")] kind: &str,
) {
    let home = Home::empty(Sqlite).unwrap();
    let data = format!("--data-dir={}", home.folder().display());
    let run = |words: &[&str]| home.run(&[&["keys"], words, &[&data]].concat());
    let (code, said) = run(&["init"]);
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = run(&["rotate", kind, "--now"]);
    assert_eq!(code, Some(0), "{said}");
    home.clock.turn(TimeDelta::days(2));

    for words in [&["retire", kind][..], &["status"]] {
        let (code, said) = run(words);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("no database in this place"), "{said}");
    }

    assert!(!home.folder().join("keys/retired").exists());
    assert!(!home.folder().join("diary.sqlite").exists());
}

/// What has happened to the key-encryption key.
#[derive(Debug, Clone, Copy)]
enum Kek {
    Lost,
    Other,
}

impl Kek {
    fn happens_to(self, file: &Path) {
        match self {
            Self::Lost => std::fs::remove_file(file).unwrap(),
            Self::Other => std::fs::write(file, [1, 2].repeat(16)).unwrap(),
        }
    }
}

#[rstest]
#[tokio::test]
async fn r24_a_lost_kek_is_told_and_none_is_made_in_its_place(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(Kek::Lost, Kek::Other)] kek: Kek,
) {
    let app = start!(on);
    app.patient("ada").await;
    let file = app.folder().join("keys/kek-0001.key");
    kek.happens_to(&file);

    for words in [["status"], ["init"]] {
        let (code, said) = keys(&app, &words);
        assert_eq!(code, Some(1), "{words:?}: {said}");
        assert!(said.contains("kek-0001.key"), "{words:?}: {said}");
        assert!(said.contains("back from its backup"), "{words:?}: {said}");
    }

    assert_eq!(file.exists(), matches!(kek, Kek::Other));
}

#[rstest]
#[tokio::test]
async fn r163_a_backup_that_the_keys_do_not_open_is_told(
    #[values(Kek::Lost, Kek::Other)] kek: Kek,
) {
    let app = start!(Sqlite);
    app.patient("ada").await;
    let elsewhere = crate::scratch::folder();
    let (backup, identity) = (
        elsewhere.path().join("diary.age"),
        identity(elsewhere.path()),
    );
    let (code, said) = back_up(&app, &backup);
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = back_up(&app, &backup);
    assert_eq!(code, Some(1));
    assert!(said.contains("diary.age is there already"), "{said}");
    let home = Home::empty(Sqlite).unwrap();
    let file = home.folder().join("keys/kek-0001.key");
    crate::backups::copy(&app.folder().join("keys"), home.folder());
    let (code, said) = restore(&home, &backup, &identity, &["--check"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("its keys open it"), "{said}");
    kek.happens_to(&file);

    for flags in [&["--check"][..], &[]] {
        let (code, said) = restore(&home, &backup, &identity, flags);
        assert_eq!(code, Some(1), "{flags:?}: {said}");
        assert!(said.contains("kek-0001.key"), "{flags:?}: {said}");
    }

    assert!(!home.folder().join("diary.sqlite").exists());
}

#[test]
fn nothing_is_left_of_a_key_for_which_there_was_no_room() {
    let home = Home::empty(Sqlite).unwrap();
    let data = format!("--data-dir={}", home.folder().display());
    let (code, said) = home.run(&["keys", "init", &data]);
    assert_eq!(code, Some(0), "{said}");

    let no_room = "trap '' XFSZ; ulimit -f 0; exec \"$0\" keys rotate kek \"$1\"";
    let (code, said) = said_by(
        Command::new("sh")
            .args(["-c", no_room, env!("CARGO_BIN_EXE_alsfrs-diary")])
            .arg(&data),
    );

    assert_eq!(code, Some(1), "{said}");
    let files = std::fs::read_dir(home.folder().join("keys")).unwrap();
    assert_eq!(files.count(), 4);
}
