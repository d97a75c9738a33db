//! Signed statements about where the audit stood: they show what chains alone cannot.

use alsfrs_diary::audit::{self, Checkpoint, Finding};
use chrono::TimeDelta;
use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::home::said_by;
use crate::people::Person;
use crate::weeks::week;

/// Ada has recorded two weeks, and there is a statement about each.
async fn two_statements(app: &TestApp) -> (Person, Vec<Checkpoint>) {
    let ada = app.patient("ada").await;
    for (name, day) in [("2026-W46", "2026-11-11"), ("2026-W47", "2026-11-18")] {
        ada.record(name, week(day)).await.expect(201);
        app.clock.turn(TimeDelta::minutes(2));
        assert_eq!(audit::checkpoint(app.inside()).await.unwrap(), 1);
    }
    let kept = app
        .inside()
        .db
        .read(|conn| audit::checkpoints(conn, None, 10))
        .await
        .unwrap();
    (ada, kept)
}

/// Cuts the last event of Ada's record off, and leaves no trace of it in the counters.
fn cut_off_and_cover_up(app: &TestApp) {
    app.unguard();
    app.sql(
        "delete from audit_events where patient_key is not null
            and seq = (select max(audit_seq) from patients);
         update patients set audit_seq = audit_seq - 1",
    );
}

#[rstest]
#[tokio::test]
async fn r150_what_is_settled_is_signed_once(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, kept) = two_statements(&app).await;

    assert_eq!(audit::checkpoint(app.inside()).await.unwrap(), 0);
    ada.record("2026-W45", week("2026-11-04")).await.expect(201);
    assert_eq!(audit::checkpoint(app.inside()).await.unwrap(), 0, "too new");

    assert_eq!(
        kept.iter().map(|one| one.number).collect::<Vec<_>>(),
        [2, 1]
    );
    let verified = app.verified(kept).await;
    assert_eq!(verified.findings, []);
    assert_eq!(verified.checkpoints, 4);
}

#[rstest]
#[tokio::test]
async fn r150_an_end_that_was_cut_off_and_covered_up_is_found_by_a_statement(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (_, kept) = two_statements(&app).await;
    let last = kept[0].upto;

    cut_off_and_cover_up(&app);

    let verified = app.verified(Vec::new()).await;
    let found = Finding::NotAsSigned {
        event: last,
        checkpoint: 2,
    };
    assert_eq!(verified.findings, std::slice::from_ref(&found));

    app.sql("delete from audit_checkpoints where number = 2");
    assert_eq!(app.findings().await, Vec::<String>::new());
    let with_others = app.verified(kept).await;
    assert_eq!(with_others.findings, [Finding::NotKept(2), found]);
}

#[rstest]
#[tokio::test]
async fn r150_a_statement_that_was_changed_or_made_up_is_found(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (_, kept) = two_statements(&app).await;
    let mut changed = kept[0].clone();
    changed.heads.clear();

    let verified = app.verified(vec![changed]).await;
    assert_eq!(
        verified.findings,
        [Finding::NotKept(2), Finding::NotSigned(2)]
    );

    app.sql("delete from audit_checkpoints where number = 1");
    let verified = app.verified(Vec::new()).await;
    assert_eq!(verified.findings, [Finding::NotNext(2)]);
}

#[rstest]
#[tokio::test]
async fn r150_the_program_says_so_while_the_service_runs(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (_, kept) = two_statements(&app).await;
    let file = app.folder().join("kept.log");
    let logged = kept.iter().map(|one| {
        let line = serde_json::json!({ "message": "audit checkpoint", "checkpoint": one.line() });
        format!("{line}\n")
    });
    let other = "{\"message\": \"serving\"}\nnginx was here\n{\"mess\n".to_owned();
    std::fs::write(&file, logged.chain([other]).collect::<String>()).unwrap();
    let verify = || {
        let mut program = app.program();
        let program = program.args(["audit", "verify"]).args(app.flags());
        said_by(program.arg(format!("--checkpoints={}", file.display())))
    };

    let (code, said) = verify();
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("4 checkpoints"), "{said}");
    assert!(said.contains("2 lines are no JSON"), "{said}");
    assert!(said.contains("as it was written"), "{said}");

    let whole = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, format!("{whole}{{\"checkpoint\": \"{{")).unwrap();
    let (code, said) = verify();
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("line 6 has a checkpoint"), "{said}");
    std::fs::write(&file, whole).unwrap();

    cut_off_and_cover_up(&app);
    let (code, said) = verify();
    assert_eq!(code, Some(1), "{said}");
    let last = kept[0].upto;
    assert!(
        said.contains(&format!("event {last} is not as checkpoint 2 says")),
        "{said}"
    );
}

#[rstest]
#[tokio::test]
async fn r150_those_who_run_it_read_the_statements(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (_, kept) = two_statements(&app).await;
    let olga = app.caregiver("olga").await;
    olga.get("/v1/audit/checkpoints")
        .await
        .refused(403, "admin_only");
    let phone = olga.enrol(&app).await;
    app.sql(&format!(
        "update accounts set role = 4 where id = {}",
        id(&olga.account_id, on)
    ));
    let olga = olga.with_second_factor(&phone.code(&app, 0)).await;

    let page = olga.get("/v1/audit/checkpoints?limit=1").await.expect(200);
    let next = page.body["next"].as_str().unwrap();
    let path = format!("/v1/audit/checkpoints?limit=1&cursor={next}");
    let rest = olga.get(&path).await.expect(200);

    let shown = [&page.body["items"][0], &rest.body["items"][0]];
    let kept: Vec<_> = kept
        .iter()
        .map(|one| serde_json::to_value(one).unwrap())
        .collect();
    assert_eq!(shown, [&kept[0], &kept[1]]);
    assert!(rest.body["next"].is_null());
}

/// An id as each database writes it.
fn id(id: &str, on: Database) -> String {
    match on {
        Sqlite => format!("x'{}'", id.replace('-', "")),
        Postgres => format!("'{id}'"),
    }
}
