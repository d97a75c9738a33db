//! How it starts, and when it will not.

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::backups::RECIPIENT;
use crate::home::{Home, said_by};

/// Runs the program with these variables; answers with its exit code and what it said.
pub fn run(arguments: &[&str], variables: &[(&str, &str)]) -> (Option<i32>, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_alsfrs-diary"));
    said_by(program.args(arguments).envs(variables.iter().copied()))
}

#[rstest]
#[case(&[("ALSFRS_ALLOWD_ORIGINS", "https://app.example.org")], "ALSFRS_ALLOWD_ORIGINS")]
#[case(&[("ALSFRS_ALLOWED_ORIGINS", "*")], "ALSFRS_ALLOWED_ORIGINS")]
#[case(&[("ALSFRS_ALLOWED_ORIGINS", "null")], "ALSFRS_ALLOWED_ORIGINS")]
#[case(&[("ALSFRS_ALLOWED_ORIGINS", "https://app.example.org/page")], "ALSFRS_ALLOWED_ORIGINS")]
#[case(&[("ALSFRS_PASSKEY_ORIGINS", "https://app.example.org/page")], "ALSFRS_PASSKEY_ORIGINS")]
#[case(&[("ALSFRS_PASSKEY_ORIGINS", "android:apk-key-hash:")], "ALSFRS_PASSKEY_ORIGINS")]
#[case(&[("ALSFRS_PUBLIC_HOSTS", "https://diary.example.org")], "ALSFRS_PUBLIC_HOSTS")]
#[case(&[("ALSFRS_PASSKEY_DOMAIN", "example.org")], "ALSFRS_PASSKEY_DOMAIN")]
#[case(
    &[("ALSFRS_PUBLIC_URL", "https://diary.example.org"), ("ALSFRS_PASSKEY_DOMAIN", "ample.org")],
    "ALSFRS_PASSKEY_DOMAIN"
)]
#[case(
    &[("ALSFRS_PUBLIC_URL", "https://diary.example.org"), ("ALSFRS_PASSKEY_DOMAIN", "org")],
    "ALSFRS_PASSKEY_DOMAIN"
)]
#[case(&[("ALSFRS_METRICS_LISTEN", "203.0.113.7:9464")], "ALSFRS_METRICS_LISTEN")]
#[case(&[("ALSFRS_MAIL_URL", "s3cret@nowhere")], "ALSFRS_MAIL_URL")]
#[case(&[("ALSFRS_PROFILE", "production")], "ALSFRS_PUBLIC_URL")]
#[case(
    &[("ALSFRS_PROFILE", "production"), ("ALSFRS_PUBLIC_URL", "https://diary.example.org")],
    "ALSFRS_MAIL_URL"
)]
#[case(
    &[
        ("ALSFRS_PROFILE", "production"),
        ("ALSFRS_PUBLIC_URL", "https://diary.example.org"),
        ("ALSFRS_MAIL_URL", "smtp://mail.example.org?tls=required"),
        ("ALSFRS_MAIL_FROM", "diary@example.org"),
        ("ALSFRS_LIMIT_SIGN_IN", "off"),
    ],
    "ALSFRS_LIMIT_SIGN_IN"
)]
#[case(
    &[
        ("ALSFRS_PROFILE", "production"),
        ("ALSFRS_PUBLIC_URL", "https://diary.example.org"),
        ("ALSFRS_MAIL_URL", "smtps://mail.example.org"),
        ("ALSFRS_MAIL_FROM", "diary@example.org"),
        ("ALSFRS_KEY_DIR", "/nowhere"),
    ],
    "ALSFRS_KEY_DIR"
)]
#[case(
    &[("ALSFRS_PROFILE", "production"), ("ALSFRS_DATA_DIR", "/dev/shm/diary")],
    "ALSFRS_DATA_DIR"
)]
#[case(&[("ALSFRS_MAIL_URL", "smtp://ada:s3cret@mail.example.org")], "ALSFRS_MAIL_URL")]
#[case(
    &[("ALSFRS_MAIL_URL", "smtp://ada:s3cret@mail.example.org?tls=opportunistic")],
    "ALSFRS_MAIL_URL"
)]
#[case(
    &[
        ("ALSFRS_PROFILE", "production"),
        ("ALSFRS_PUBLIC_URL", "https://diary.example.org"),
        ("ALSFRS_MAIL_URL", "smtp://mail.example.org"),
    ],
    "ALSFRS_MAIL_URL"
)]
#[case(
    &[("ALSFRS_PROFILE", "production"), ("ALSFRS_TEST_CLOCK", "0")],
    "ALSFRS_TEST_CLOCK: is for tests alone"
)]
#[case(
    &[("ALSFRS_PROFILE", "production"), ("ALSFRS_TEST_PATIENCE", "1000")],
    "ALSFRS_TEST_PATIENCE: is for tests alone"
)]
#[case(
    &[("ALSFRS_PROFILE", "production"), ("ALSFRS_TEST_LOOK_AGAIN", "1000")],
    "ALSFRS_TEST_LOOK_AGAIN: is for tests alone"
)]
#[case(
    &[("ALSFRS_PROFILE", "production"), ("ALSFRS_TEST_SETTLE", "0")],
    "ALSFRS_TEST_SETTLE: is for tests alone"
)]
#[case(&[("ALSFRS_MAIL_CA_FILE", "/nowhere/ca.pem")], "ALSFRS_MAIL_CA_FILE")]
#[case(&[("ALSFRS_MAIL_CA_FILE", "/etc/hostname")], "ALSFRS_MAIL_CA_FILE")]
#[case(&[("ALSFRS_MAIL_URL_FILE", "/nowhere/s3cret")], "ALSFRS_MAIL_URL_FILE")]
#[case(
    &[("ALSFRS_MAIL_URL", "smtps://a:s3cret@b"), ("ALSFRS_MAIL_URL_FILE", "/dev/null")],
    "ALSFRS_MAIL_URL_FILE"
)]
#[case(&[("ALSFRS_DATABASE_URL_FILE", "/dev/null")], "ALSFRS_DATABASE_URL_FILE")]
#[case(&[("ALSFRS_DATABASE_URL", "mysql://127.0.0.1/s3cret")], "ALSFRS_DATABASE_URL")]
#[case(&[("ALSFRS_DATABASE_URL", "postgres://db.example.org/diary")], "ALSFRS_DATABASE_URL")]
#[case(&[("ALSFRS_MAIL_FROM", "the diary")], "ALSFRS_MAIL_FROM")]
#[case(&[("ALSFRS_MAIL_URL", "imap://mail.example.org/s3cret")], "ALSFRS_MAIL_URL")]
#[case(&[("ALSFRS_KEY_DIR", "/etc/hostname")], "ALSFRS_KEY_DIR")]
#[case(&[("ALSFRS_KEY_DIR", "/etc/hostname/keys")], "ALSFRS_KEY_DIR")]
#[case(&[("ALSFRS_DATA_DIR", "/etc/hostname")], "ALSFRS_DATA_DIR")]
#[case(&[("ALSFRS_PUBLIC_URL", "ftp://diary.example.org")], "ALSFRS_PUBLIC_URL")]
#[case(&[("ALSFRS_PUBLIC_URL", "https://example.org/diary")], "ALSFRS_PUBLIC_URL")]
#[case(&[("ALSFRS_PUBLIC_URL", "https://s3cret@example.org")], "ALSFRS_PUBLIC_URL")]
#[case(&[("ALSFRS_LOG", "alsfrs_diary=everything")], "ALSFRS_LOG")]
#[case(&[("ALSFRS_BACKUP_RECIPIENTS", RECIPIENT)], "ALSFRS_BACKUP_DIR")]
#[case(&[("ALSFRS_ERASURE_JOURNAL", "/nowhere/erasures.journal")], "ALSFRS_ERASURE_JOURNAL")]
fn r138_an_unknown_or_weak_setting_is_named_and_refused(
    #[case] variables: &[(&str, &str)],
    #[case] named: &str,
) {
    for command in [
        &["serve"][..],
        &["config", "check"],
        &["migrate"],
        &["outbox", "retry"],
        &["retention", "run"],
        &["admin", "disable", "kim@example.org"],
    ] {
        let (code, said) = run(command, variables);

        assert_eq!(code, Some(78), "{said}");
        let (_, why) = said
            .rsplit_once("time zones are those")
            .unwrap_or(("", &said));
        assert!(why.contains(named), "{said}");
        assert!(!why.contains("s3cret"), "{said}");
    }
}

#[rstest]
#[tokio::test]
async fn r135_a_postgresql_that_forgets_is_refused(#[values(Postgres)] on: Database) {
    let app = start!(on);
    let off = app.query_text("select setting from pg_settings where name = 'fsync'") == "off";
    let (data, url) = (app.folder().to_str().unwrap(), app.database_url());
    let words = [
        "migrate",
        "--profile=production",
        "--public-url=https://diary.example.org",
        "--mail-url=smtps://mail.example.org",
        "--mail-from=diary@example.org",
        "--data-dir",
        data,
    ];
    let words = [&words[..], &["--database-url", &url]].concat();

    let (code, said) = run(&words, &[]);

    // The server that the tests start themselves is set to be fast.
    assert_eq!(code, Some(i32::from(off)), "{said}");
    assert_eq!(said.contains("has fsync off"), off, "{said}");
}

#[test]
fn r135_a_key_that_nobody_made_by_chance_is_refused() {
    let home = Home::empty(Sqlite).unwrap();
    let keys = home.folder().join("keys");
    let data = home.folder().to_str().unwrap();
    let (code, said) = home.run(&["keys", "init", "--data-dir", data]);
    assert_eq!(code, Some(0), "{said}");
    let kek = keys.join("kek-0001.key");
    let root = std::fs::read(keys.join("root-0001.key")).unwrap();

    for weak in [vec![7; 32], root] {
        std::fs::write(&kek, weak).unwrap();
        let (code, said) = home.run(&["migrate", "--data-dir", data]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("kek-0001.key is no key"), "{said}");
    }
}

#[test]
fn the_usual_settings_can_be_used() {
    let (code, said) = run(&["config", "check"], &[]);

    assert_eq!(code, Some(0), "{said}");
}

#[rstest]
fn r214_a_sqlite_database_is_a_file(
    #[values(
        "",
        ":memory:",
        "file:diary?mode=memory",
        "/srv/diary.sqlite?mode=memory"
    )]
    path: &str,
    #[values(&["config", "check"][..], &["migrate"][..], &["serve"][..])] command: &[&str],
) {
    let url = format!("sqlite://{path}");

    let (code, said) = run(command, &[("ALSFRS_DATABASE_URL", &url)]);

    assert_eq!(code, Some(78), "{said}");
    assert!(said.contains("ALSFRS_DATABASE_URL"), "{said}");
}

#[rstest]
#[case("mysql://127.0.0.1/diary", 78, "sqlite:// or postgres://")]
#[case("postgres:diary.sqlite", 1, "cannot be reached")]
#[case("postgres://diary@db.example.org/diary", 78, "pg-tls")]
fn a_database_that_is_not_safe_to_use_is_refused(
    #[case] url: &str,
    #[case] exit: i32,
    #[case] why: &str,
) {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().to_str().unwrap();

    let (code, said) = run(
        &["migrate", "--data-dir", folder, "--database-url", url],
        &[],
    );

    assert_eq!(code, Some(exit), "{said}");
    assert!(said.contains(why) || said.contains("sslmode"), "{said}");
}

#[rstest]
#[tokio::test]
async fn r24_a_key_that_others_can_read_refuses_the_start(#[values(Sqlite)] on: Database) {
    let app = start!(on);
    let keys = app.folder().join("keys");
    let files: Vec<_> = std::fs::read_dir(&keys)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    let data = app.folder().to_str().unwrap().to_owned();

    assert_eq!(files.len(), 4);
    for file in files {
        let mode = |mode| std::fs::Permissions::from_mode(mode);
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        std::fs::set_permissions(&file, mode(0o644)).unwrap();
        let (code, said) = run(&["migrate", "--data-dir", &data], &[]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("0600"), "{said}");
        std::fs::set_permissions(&file, mode(0o600)).unwrap();
    }
}

#[rstest]
#[tokio::test]
async fn r141_nobody_else_on_the_machine_reads_the_data(#[values(Sqlite)] on: Database) {
    let app = start!(on);
    app.patient("ada").await;

    let letters = app.folder().join("mail").read_dir().unwrap();
    let letters = letters.map(|letter| letter.unwrap().path());
    let files = ["diary.sqlite", "diary.sqlite-wal", "diary.sqlite.lock"];
    let files = files.map(|name| app.folder().join(name));
    for file in files.into_iter().chain(letters) {
        let mode = file.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", file.display());
    }
    let mode = app.folder().join("mail").metadata().unwrap();
    assert_eq!(mode.permissions().mode() & 0o777, 0o700);
}

#[rstest]
#[tokio::test]
async fn r214_sqlite_keeps_its_promises(#[values(Sqlite)] on: Database) {
    let app = start!(on);
    app.patient("ada").await;

    // The version that wrote the file, from its header: 3.51.3 or later.
    let header = std::fs::read(app.folder().join("diary.sqlite")).unwrap();
    let version = u32::from_be_bytes(header[96..100].try_into().unwrap());
    assert!(version >= 3_051_003, "{version}");
    // Write-ahead log: both format bytes are 2.
    assert_eq!(header[18..20], [2, 2]);
}

#[rstest]
#[tokio::test]
async fn r201_sixty_four_writers_are_all_answered(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let first = chrono::NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();

    let writers = (0..64).map(|n| {
        let day = first + chrono::TimeDelta::weeks(n);
        let ada = ada.clone();
        async move {
            let name = day.format("%G-W%V").to_string();
            ada.record(&name, crate::weeks::week(&day.to_string()))
                .await
                .status
        }
    });
    let statuses = futures_util::future::join_all(writers).await;

    assert!(statuses.iter().all(|&status| status == 201), "{statuses:?}");
    assert_eq!(app.query_i64("select last_change from patients"), 64);
    let numbered = "select count(distinct change_no) from entries";
    assert_eq!(app.query_i64(numbered), 64);
}
