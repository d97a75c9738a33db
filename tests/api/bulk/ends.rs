//! The end of an export: deleted, not shared any more, its program gone.

use rstest::rstest;

use super::people::{ask, files, made, manifest, path_of, place_of, registry};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::privacy::sharing::decide;
use crate::smart::people::{Key, Program, ada_at, client};

#[rstest]
#[tokio::test]
async fn a_deleted_export_is_not_there_at_once(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, ..) = ada_at(&app).await;
    let program = registry(&app, &clinic.site).await;
    let asked = ask(&program, "/fhir/$export").await.expect(202);
    let place = place_of(&app, &asked);
    let told = made(&app, &program, &place).await;
    let file = path_of(&app, told["output"][0]["url"].as_str().unwrap());

    program.delete(&place).await.expect(202);

    for _ in 0..2 {
        program.get(&place).await.refused(404, "not_found");
        program.get(&file).await.refused(404, "not_found");
        program.delete(&place).await.refused(404, "not_found");
    }
    let left = std::fs::read_dir(app.folder().join("exports")).unwrap();
    assert_eq!(left.count(), 0);
    let waiting = ask(&program, "/fhir/$export").await.expect(202);
    let place = place_of(&app, &waiting);
    program.delete(&place).await.expect(202);
    app.make_exports().await;
    program.get(&place).await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn r120_who_takes_research_back_is_in_no_export_and_ends_those_there_are(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, |settings| settings.rehearsal.test_look_again =
        Some(60_000));
    let (clinic, _, ada) = ada_at(&app).await;
    ada.rate(&["2026-W46"]).await;
    let program = registry(&app, &clinic.site).await;
    let told = manifest(&app, &program, "/fhir/$export?_type=Patient").await;
    let file = path_of(&app, told["output"][0]["url"].as_str().unwrap());
    let asked = ask(&program, "/fhir/$export?_type=Patient,Questionnaire")
        .await
        .expect(202);

    decide(&ada, "research_export", false).await;

    program
        .get(&file)
        .await
        .refused(410, "export_no_longer_shared");
    program.get(&file).await.refused(404, "not_found");
    let told = made(&app, &program, &place_of(&app, &asked)).await;
    let found = files(&app, &program, &told["output"]).await;
    assert!(!found.contains_key("Patient"), "{found:?}");
}

#[rstest]
#[tokio::test]
async fn a_program_that_is_taken_away_gets_no_export_made(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, |settings| settings.rehearsal.test_look_again =
        Some(60_000));
    let (clinic, _, ada) = ada_at(&app).await;
    ada.rate(&["2026-W46"]).await;
    let program = Program::let_in(&app, &clinic.site, Key::ec(), "system/*.rs");
    let asking = program.with(&app, "system/*.rs").await;
    let asked = ask(&asking, "/fhir/$export").await.expect(202);

    assert_eq!(client(&app, &["remove", &program.id]).0, Some(0));
    app.make_exports().await;

    asking
        .get(&place_of(&app, &asked))
        .await
        .refused(401, "invalid_token");
    assert_eq!(
        app.query_i64("select count(*) from exports where state = 4 and failure = 2"),
        1
    );
    assert_eq!(app.written_down("export.without_name"), 0);
}

#[rstest]
#[tokio::test]
async fn r116_an_export_that_finds_no_room_is_told_as_failed(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, ..) = ada_at(&app).await;
    let program = registry(&app, &clinic.site).await;
    std::fs::write(app.folder().join("exports"), "in the way").unwrap();

    let asked = ask(&program, "/fhir/$export").await.expect(202);
    app.make_exports().await;

    program
        .get(&place_of(&app, &asked))
        .await
        .refused(500, "export_failed");
}
