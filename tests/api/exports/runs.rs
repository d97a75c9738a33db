//! The work itself: killed, taken over, without room.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

use alsfrs_diary::exports;
use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;

use super::people::{A_MOMENT, in_fhir, without_names};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::program::Program;

#[rstest]
#[tokio::test]
async fn r116_an_export_whose_server_was_killed_is_made_by_another(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, |settings| settings.rehearsal.test_look_again =
        Some(60_000));
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W47"]).await;
    let asked = clinic.ask(&kim, without_names("csv")).await.expect(202);
    let id = asked.body["id"].as_str().unwrap();
    // What is left where a server was killed in the middle of its first run.
    let lease = match on {
        Sqlite => (app.now() + TimeDelta::minutes(2))
            .timestamp_micros()
            .to_string(),
        Postgres => format!("'{}'", (app.now() + TimeDelta::minutes(2)).to_rfc3339()),
    };
    app.sql(&format!(
        "update exports set state = 2, fence = 1, lease_until = {lease}"
    ));
    let left = app.folder().join("exports").join(format!("{id}.1"));
    std::fs::create_dir_all(&left).unwrap();
    std::fs::write(left.join("entries.csv"), "half of it").unwrap();

    app.make_exports().await;
    let waits = kim
        .get(&clinic.place_of(&asked.body))
        .await
        .expect(200)
        .body;
    assert_eq!(waits["state"], "running", "it may be alive");
    app.clock.turn(TimeDelta::minutes(3));
    app.make_exports().await;

    let export = clinic.made(&kim, &asked.body).await;
    assert_eq!(export["state"], "ready");
    assert_eq!(clinic.rows(&kim, &export, "entries.csv").await.len(), 1);
    assert_eq!(app.written_down("export.without_name"), 1);
    exports::end_due(app.inside().clone()).await.unwrap();
    assert!(!left.exists(), "the half is swept away");
    kim.get(&clinic.file_of(&export, "entries.csv"))
        .await
        .expect(200);
}

#[rstest]
#[tokio::test]
async fn r116_two_instances_make_an_export_once() {
    let app = start!(Postgres, |settings| settings.rehearsal.test_look_again =
        Some(60_000));
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W47"]).await;
    clinic.ask(&kim, without_names("csv")).await.expect(202);
    let here = Arc::new(app.inside().clone());

    let runs = (0..4).map(|_| tokio::spawn(exports::run_due((*here).clone(), in_fhir(&app))));
    for run in runs.collect::<Vec<_>>() {
        run.await.unwrap().unwrap();
    }

    assert_eq!(app.written_down("export.made"), 1);
    assert_eq!(
        app.query_i64("select count(*) from exports where fence = 1"),
        1
    );
}

#[rstest]
#[tokio::test]
async fn r116_an_export_that_finds_no_room_fails_and_leaves_nothing(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    // A disk that takes no more files: the folder cannot be made.
    std::fs::write(app.folder().join("exports"), "in the way").unwrap();

    let export = clinic.export(&kim, without_names("csv")).await;

    assert_eq!(export["state"], "failed");
    assert_eq!(export["failure"], "disk");
    let file = kim.get(&clinic.file_of(&export, "entries.csv")).await;
    file.refused(409, "export_not_ready");
    std::fs::remove_file(app.folder().join("exports")).unwrap();
    let again = clinic.export(&kim, without_names("csv")).await;
    assert_eq!(again["state"], "ready");
}

#[rstest]
#[tokio::test]
async fn r116_kill_9_in_the_middle_of_an_export_loses_nothing_and_leaves_no_half(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, |settings| settings.rehearsal.test_look_again =
        Some(60_000));
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W46", "2026-W47"]).await;
    app.a_minute_goes_by();
    let asked = clinic.ask(&kim, without_names("ndjson")).await.expect(202);
    let (place, file) = (
        clinic.place_of(&asked.body),
        clinic.file_of(&asked.body, "weeks.ndjson"),
    );
    let id = asked.body["id"].as_str().unwrap();
    let half = app.folder().join("exports").join(format!("{id}.1"));
    // Where it writes down who is in it: its files are begun, and none is ended.
    app.hold_up("export_subjects");
    let home = app.home();
    app.stop().await;

    // It begins with the export as soon as it is up.
    let mut program = Program::serve(&home, &[]);
    home.until_held_up().await;
    program.kill();
    assert!(half.join("records.ndjson").exists(), "no file is begun");
    let under_way = "select count(*) from exports where state = 2 and fence = 1 and done = 0";
    assert_eq!(home.query_i64(under_way), 1);
    home.clock.turn(TimeDelta::minutes(3));
    home.let_on("export_subjects");
    let app = TestApp::start_in(&home).await;

    app.make_exports().await;
    let kim = kim.through(&app);
    let began = Instant::now();
    while kim.get(&place).await.expect(200).body["state"] != "ready" {
        assert!(began.elapsed().as_secs() < 30, "it is never made");
        tokio::time::sleep(A_MOMENT).await;
    }
    assert_eq!(kim.get(&file).await.expect(200).text.lines().count(), 2);
    assert_eq!(app.written_down("export.without_name"), 1);
    exports::end_due(app.inside().clone()).await.unwrap();
    let runs = std::fs::read_dir(app.folder().join("exports")).unwrap();
    assert_eq!(runs.count(), 1, "half a run is left");
}

/// A disk of so few KiB at this place, until it is dropped; none where this user may not have one.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn at(place: PathBuf, kib: u32) -> Option<Self> {
        std::fs::create_dir_all(&place).unwrap();
        let size = format!("size={kib}k");
        let mut mount = Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(&place);
        let done = mount.stderr(Stdio::null()).status();
        done.is_ok_and(|done| done.success()).then_some(Self(place))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily: what still lies open there must not keep the folder of the test.
        drop(Command::new("umount").arg("-l").arg(&self.0).status());
    }
}

#[rstest]
#[tokio::test]
async fn r116_a_disk_that_fills_up_in_the_middle_fails_the_export_and_leaves_nothing(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W46", "2026-W47"]).await;
    let folder = app.folder().join("exports");
    let Some(disk) = SmallDisk::at(folder.clone(), 8) else {
        eprintln!("not shown here: it takes root to have a disk of a few KiB");
        return;
    };

    let export = clinic.export(&kim, without_names("csv")).await;

    assert_eq!(
        (&export["state"], &export["failure"]),
        (&json!("failed"), &json!("disk"))
    );
    assert_eq!(
        std::fs::read_dir(&folder).unwrap().count(),
        0,
        "a half is left"
    );
    let file = kim.get(&clinic.file_of(&export, "entries.csv")).await;
    file.refused(409, "export_not_ready");
    drop(disk);
    let again = clinic.export(&kim, without_names("csv")).await;
    assert_eq!(again["state"], "ready");
}
