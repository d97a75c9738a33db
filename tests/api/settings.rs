//! How it starts, and when it will not.

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
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
fn r138_an_unknown_or_weak_setting_is_named_and_refused(
    #[case] variables: &[(&str, &str)],
    #[case] named: &str,
) {
    for command in [&["serve"][..], &["config", "check"]] {
        let (code, said) = run(command, variables);

        assert_eq!(code, Some(78), "{said}");
        assert!(said.contains(named), "{said}");
        assert!(!said.contains("s3cret"), "{said}");
    }
}

#[rstest]
#[case("ALSFRS_DATABASE_URL", "postgres://diary:s3cret@127.0.0.1/diary")]
#[case(
    "ALSFRS_DATABASE_URL",
    "postgres://127.0.0.1/diary?user=diary&password=s3cret"
)]
#[case("ALSFRS_MAIL_URL", "smtps://diary:s3cret@mail.example.org")]
fn r136_in_production_a_password_comes_from_a_file(#[case] variable: &str, #[case] url: &str) {
    let folder = tempfile::tempdir().unwrap();
    let data = format!("--data-dir={}", folder.path().display());
    let flag = variable
        .trim_start_matches("ALSFRS_")
        .replace('_', "-")
        .to_lowercase();
    let flag = format!("--{flag}={url}");
    let twin = format!("{variable}_FILE");

    let by_variable = run(
        &["serve", &data, "--profile=production"],
        &[(variable, url)],
    );
    let by_flag = run(&["serve", &data, "--profile=production", &flag], &[]);

    for (code, said) in [by_variable, by_flag] {
        assert_eq!(code, Some(78), "{said}");
        assert!(said.starts_with(variable) && said.contains(&twin), "{said}");
        assert!(!said.contains("s3cret"), "{said}");
    }
    let file = folder.path().join("url");
    std::fs::write(&file, url).unwrap();
    let production = ("ALSFRS_PROFILE", "production");
    let (code, said) = run(
        &["serve", &data],
        &[production, (&twin, file.to_str().unwrap())],
    );
    assert_eq!(code, Some(78), "other settings are weak");
    assert!(!said.contains("in /proc"), "{said}");
    let (code, said) = run(
        &["serve", &data, "--profile=production"],
        &[("PGPASSWORD", "s3cret")],
    );
    assert_eq!(code, Some(78), "{said}");
    assert!(said.starts_with("PGPASSWORD"), "{said}");
}

#[test]
fn r136_secrets_come_from_files_and_are_never_shown() {
    let folder = tempfile::tempdir().unwrap();
    let secret = |name: &str, text: &str| {
        let file = folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let mail = secret("mail", "smtps://diary:s3cret@mail.example.org\n");
    let database = secret("database", "mysql://diary:s3cret@db.example.org/diary");
    let variables = [
        ("ALSFRS_MAIL_URL_FILE", mail.as_str()),
        ("ALSFRS_DATABASE_URL_FILE", &database),
        ("ALSFRS_PUBLIC_URL", "https://diary.example.org"),
    ];

    let (code, said) = run(&["config", "check", "--workers", "3"], &variables);
    let (refused, why) = run(&["migrate"], &variables);

    assert_eq!(code, Some(0), "{said}");
    let line = |variable: &str| {
        let mut lines = said.lines();
        let line = lines.find(|line| line.split(' ').next() == Some(variable));
        line.unwrap_or_else(|| panic!("{variable} in {said}"))
            .to_owned()
    };
    assert!(line("ALSFRS_PUBLIC_URL").ends_with("https://diary.example.org  (environment)"));
    assert!(line("ALSFRS_WORKERS").ends_with("3  (command line)"));
    assert!(line("ALSFRS_LISTEN").ends_with("127.0.0.1:8080  (default)"));
    assert!(said.contains("the database is mysql"), "{said}");
    assert_eq!(refused, Some(1), "the file was read: {why}");
    assert!(!said.contains("s3cret") && !why.contains("s3cret"));
}

#[rstest]
#[tokio::test]
async fn r135_a_postgresql_that_forgets_is_refused(#[values(Postgres)] on: Database) {
    let app = start!(on);
    let off = app.query_text("select setting from pg_settings where name = 'fsync'") == "off";
    let (data, url) = (app.folder().to_str().unwrap(), app.database_url());
    let words = ["migrate", "--profile=production", "--data-dir", data];
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
        "/tmp/diary.sqlite?mode=memory"
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
#[case("mysql://127.0.0.1/diary", "sqlite:// or postgres://")]
#[case("postgres:diary.sqlite", "cannot be reached")]
#[case("postgres://diary@db.example.org/diary", "pg-tls")]
fn a_database_that_is_not_safe_to_use_is_refused(#[case] url: &str, #[case] why: &str) {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().to_str().unwrap();

    let (code, said) = run(
        &["migrate", "--data-dir", folder, "--database-url", url],
        &[],
    );

    assert_eq!(code, Some(1), "{said}");
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

    for name in ["diary.sqlite", "diary.sqlite-wal", "diary.sqlite.lock"] {
        let file = app.folder().join(name);
        assert_eq!(
            file.metadata().unwrap().permissions().mode() & 0o777,
            0o600,
            "{name}"
        );
    }
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
    let app = start!(on);
    let ada = app.patient("ada").await;
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
