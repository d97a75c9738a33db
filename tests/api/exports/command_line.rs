//! Data taken out on the command line.

use std::collections::HashMap;

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::home::Home;
use crate::weeks::{week, with};

#[rstest]
#[tokio::test]
async fn r118_data_taken_out_on_the_command_line_is_proved_and_told_like_any_other(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(false, true)] while_it_runs: bool,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W46", "2026-W47"]).await;
    app.a_minute_goes_by();
    let site = format!("--site={}", clinic.site);
    let (home, settings) = (app.home(), app.settings.clone());
    drop(kim);
    let _running = if while_it_runs {
        Some(app)
    } else {
        app.stop().await;
        None
    };
    let folder = tempfile::tempdir().unwrap();
    let out = format!("--out={}", folder.path().join("cut").display());
    let mut flags = home.flags_but(&["--listen", "--metrics-listen"]);
    flags.extend([site, out, "--format=csv".to_owned()]);
    let take = |by: &str| {
        let by = format!("--for={by}@example.org");
        let mut words = vec!["export", by.as_str()];
        words.extend(flags.iter().map(String::as_str));
        home.run(&words)
    };

    let (code, said) = take("ada");
    assert_eq!(code, Some(1), "{said}");
    let cut = folder.path().join("cut");
    std::fs::create_dir_all(&cut).unwrap();
    std::fs::write(cut.join("manifest.json"), "of another").unwrap();
    let (code, said) = take("kim");
    assert_eq!(code, Some(1), "{said}");
    let left: Vec<_> = cut.read_dir().unwrap().flatten().collect();
    assert_eq!(left.len(), 1, "half of an export: {left:?}");
    std::fs::remove_file(cut.join("manifest.json")).unwrap();
    let (code, said) = take("kim");

    assert_eq!(code, Some(0), "{said}");
    let text = std::fs::read_to_string(cut.join("entries.csv")).unwrap();
    assert_eq!(text.lines().count(), 3);
    let keys = format!("--jwks={}", cut.join("jwks.json").display());
    let manifest = cut.join("manifest.json").display().to_string();
    let (code, said) = home.run(&["export", "verify", &manifest, &keys]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(home.written_down("export.without_name"), 2);
    assert_eq!(home.written_down("export.made"), 2);
    let left = std::fs::read_dir(settings.data_dir.join("exports")).unwrap();
    assert_eq!(left.count(), 0, "nothing is left where it was made");
}

#[rstest]
#[tokio::test]
async fn tables_with_types_are_read_as_they_were_written(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    let noted = with(
        week("2026-11-11"),
        "/note",
        "=1+1 \u{202e}\"quoted\"\nthen more",
    );
    ada.record("2026-W46", with(noted, "/weight_kg", 60.5))
        .await
        .expect(201);
    ada.rate(&["2026-W47"]).await;
    app.a_minute_goes_by();
    let folder = tempfile::tempdir().unwrap();
    let cut = folder.path().join("cut");
    let (site, out) = (
        format!("--site={}", clinic.site),
        format!("--out={}", cut.display()),
    );
    let mut words = vec!["export", "--for=kim@example.org", &site, &out];
    words.extend(["--format=parquet", "--identified", "--reason=a paper"]);
    let flags = app.home().flags_but(&["--listen", "--metrics-listen"]);
    words.extend(flags.iter().map(String::as_str));

    let (code, said) = app.run(&[words.as_slice(), &["--labels"]].concat());
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("--labels: Labels are for"), "{said}");
    let (code, said) = app.run(&words);
    assert_eq!(code, Some(0), "{said}");

    let file = std::fs::File::open(cut.join("entries.parquet")).unwrap();
    let table = SerializedFileReader::new(file).unwrap();
    let rows: Vec<_> = table.get_row_iter(None).unwrap().collect();
    let first = rows[0].as_ref().unwrap().get_column_iter();
    let first: HashMap<_, _> = first.map(|(name, cell)| (name.as_str(), cell)).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(first["assessed_on"].to_string(), "2026-11-11");
    assert_eq!(first["total"], &Field::Int(45));
    assert_eq!(first["weight_kg"], &Field::Double(60.5));
    assert_eq!(first["pain"], &Field::Null);
    let note = Field::Str("=1+1 \u{202e}\"quoted\"\nthen more".to_owned());
    assert_eq!(first["note"], &note, "nothing is defused");
    let keys = format!("--jwks={}", cut.join("jwks.json").display());
    let manifest = cut.join("manifest.json").display().to_string();
    let (code, said) = app.run(&["export", "verify", &manifest, &keys]);
    assert_eq!(code, Some(0), "{said}");
}

#[rstest]
#[case(&["--format=fhir"], "--format: Resources in FHIR")]
#[case(&["--format=csv", "--from=2026-W10", "--to=2026-W09"], "--to: The last week")]
#[case(&["--format=csv", "--identified", "--reason= "], "--reason: ")]
#[case(
    &["--format=csv", "--identified", "--reason=a paper", "--changed-since=2099-01-01T00:00:00Z"],
    "--changed-since: This instant"
)]
fn what_the_contract_refuses_the_command_line_refuses_too(
    #[case] asked: &[&str],
    #[case] why: &str,
) {
    let home = Home::empty(Sqlite).unwrap();
    let data = format!("--data-dir={}", home.folder().display());
    let out = format!("--out={}", home.folder().join("cut").display());
    let site = "--site=0199c1a4-0000-7000-8000-000000000000";
    let words = ["export", site, "--for=kim@example.org", &out, &data];

    let (code, said) = home.run(&[&words, asked].concat());

    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains(why), "{said}");
    assert!(!home.folder().join("cut").exists());
}
