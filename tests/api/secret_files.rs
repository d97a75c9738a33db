//! Secrets come from files (R136).

use rstest::rstest;

use crate::settings::run;

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
    let database = secret("database", "postgres://diary:s3cret@127.0.0.1:1/diary");
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
    assert!(said.contains("the database is postgres"), "{said}");
    assert_eq!(refused, Some(1), "the file was read: {why}");
    assert!(!said.contains("s3cret") && !why.contains("s3cret"));
}
