//! The files of an export: sealed, for a day, for the person who asked.

use std::path::PathBuf;
use std::time::Instant;

use rstest::rstest;

use super::people::{A_MOMENT, without_names};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};

/// Every file that lies in the folder of exports.
fn on_disk(app: &TestApp) -> Vec<PathBuf> {
    let folders = std::fs::read_dir(app.folder().join("exports"));
    let folders = folders.into_iter().flatten().map(|run| run.unwrap().path());
    let files = folders.flat_map(|run| std::fs::read_dir(run).unwrap());
    files.map(|file| file.unwrap().path()).collect()
}

#[rstest]
#[tokio::test]
async fn r117_files_are_sealed_and_handed_out_as_attachments(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W47"]).await;
    let export = clinic.export(&kim, without_names("csv")).await;

    let file = kim
        .get(&clinic.file_of(&export, "entries.csv"))
        .await
        .expect(200);

    assert_eq!(file.header("cache-control"), "no-store");
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"entries.csv\""
    );
    assert!(file.text.starts_with("subject_id,day,"), "{}", file.text);
    let listed = &export["files"][0];
    assert_eq!(
        file.etag(),
        format!("\"{}\"", listed["sha256"].as_str().unwrap())
    );
    assert_eq!(
        file.text.len(),
        usize::try_from(listed["bytes"].as_u64().unwrap()).unwrap()
    );
    let held = kim.with_header("If-None-Match", file.etag());
    held.get(&clinic.file_of(&export, "entries.csv"))
        .await
        .expect(304);
    for path in on_disk(&app) {
        let bytes = std::fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("subject_id"), "{path:?} can be read");
    }
    let other = kim.get(&clinic.file_of(&export, "..%2Fdiary.sqlite")).await;
    other.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn a_part_of_a_file_is_the_same_bytes(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W46", "2026-W47"]).await;
    let export = clinic.export(&kim, without_names("csv-long")).await;
    let path = clinic.file_of(&export, "items.csv");
    let whole = kim.get(&path).await.expect(200);

    for (range, from, to) in [("bytes=5-9", 5, 10), ("bytes=7-", 7, whole.text.len())] {
        let part = kim.with_header("Range", range).get(&path).await.expect(206);
        assert_eq!(part.text, whole.text[from..to]);
        let says = format!("bytes {from}-{}/{}", to - 1, whole.text.len());
        assert_eq!(part.header("content-range"), says);
    }
    let end = kim
        .with_header("Range", "bytes=-4")
        .get(&path)
        .await
        .expect(206);
    assert_eq!(end.text, whole.text[whole.text.len() - 4..]);
    let another = kim
        .with_header("Range", "bytes=5-9")
        .with_header("If-Range", "\"x\"");
    assert_eq!(another.get(&path).await.expect(200).text, whole.text);
}

#[rstest]
#[tokio::test]
async fn r117_after_a_day_the_files_are_gone(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, |settings| settings.rehearsal.test_look_again = Some(50));
    let clinic = app.clinic().await;
    let (kim, phone) = clinic.staff_and_phone("kim", "clinician").await;
    let export = clinic.export(&kim, without_names("csv")).await;
    assert_eq!(on_disk(&app).len(), 4);

    app.a_day_goes_by();

    let kim = kim.with_second_factor(&phone.code(&app, 0)).await;
    let late = kim.get(&clinic.file_of(&export, "entries.csv")).await;
    late.refused(410, "export_expired");
    let seen = kim.get(&clinic.place_of(&export)).await.expect(200);
    assert_eq!(seen.body["state"], "expired");
    let began = Instant::now();
    while !on_disk(&app).is_empty() {
        assert!(began.elapsed().as_secs() < 20, "they still lie there");
        tokio::time::sleep(A_MOMENT).await;
    }
    let keys = "select count(*) from data_keys where subject in (select id from exports)";
    assert_eq!(app.query_i64(keys), 0);
}

#[rstest]
#[tokio::test]
async fn r117_what_was_tampered_with_is_not_handed_out(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let export = clinic.export(&kim, without_names("csv")).await;
    let entries = |path: &PathBuf| path.ends_with("entries.csv");
    let path = on_disk(&app).into_iter().find(entries).unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(&path, bytes).unwrap();

    let broken = kim.try_get(&clinic.file_of(&export, "entries.csv")).await;

    assert!(broken.is_none(), "the body has no end");
}
