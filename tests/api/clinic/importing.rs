//! A clinic invites its patients by a table.

use rstest::rstest;
use serde_json::json;

use super::people::{accept, everything};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::Person;
use crate::reply::Reply;

async fn import(person: &Person, path: &str, table: String) -> Reply {
    person
        .send_bytes("POST", path, "text/csv; charset=utf-8", table)
        .await
}

#[rstest]
#[tokio::test]
async fn two_hundred_patients_are_invited_in_one_go(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    let path = clinic.at("/invitations:import");
    let mut rows = vec![
        "email,subject_id".to_owned(),
        "ada@example.org,MN-1".to_owned(),
    ];
    rows.extend((2..=200).map(|number| format!("guest{number}@example.org,MN-{number}")));
    let table = rows.join("\r\n");

    let done = import(&kim, &path, table).await.expect(200).body;

    assert_eq!(done["invited"], 200);
    assert_eq!(done["results"].as_array().unwrap().len(), 200);
    assert_eq!(done["results"][0]["row"], 2);
    assert_eq!(done["results"][199]["invitation"]["subject_id"], "MN-200");
    let code = app.mail().next_to(&ada.email).await.code();
    let enrolled = accept(&ada, &code, everything()).await.expect(201).body;
    assert_eq!(enrolled["subject_id"], "MN-1");
}

#[rstest]
#[tokio::test]
async fn a_broken_row_in_the_middle_keeps_everything_back_and_is_named(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let path = clinic.at("/invitations:import");
    let table = "email,subject_id\nada@example.org,MN-1\nben at example,=HYPERLINK(1)\n\
                 cyd@example.org\nada@example.org,MN-4\ndee@example.org,MN-5\n";

    let refused = import(&kim, &path, table.to_owned()).await;

    let refused = refused.refused(422, "invalid_content");
    assert_eq!(
        refused.faults(),
        [
            ("/rows/3/email", "invalid_email"),
            ("/rows/3/subject_id", "invalid_subject_id"),
            ("/rows/4", "wrong_number_of_cells"),
            ("/rows/5", "repeated"),
        ]
    );
    assert!(!refused.text.contains("HYPERLINK"), "nothing is echoed");
    let list = kim.get(&clinic.at("/invitations")).await.expect(200).body;
    assert_eq!(list["items"], json!([]));
}

#[rstest]
#[tokio::test]
async fn a_table_of_another_shape_is_refused(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let sil = clinic.staff("dia", "data_manager").await;
    let path = clinic.at("/invitations:import");

    let by_another = import(&sil, &path, "email\nada@example.org\n".to_owned()).await;
    by_another.refused(403, "site_role");
    let json = kim.post(&path, json!([])).await;
    json.refused(415, "unsupported_media_type");
    for (table, fault) in [
        ("", ("/rows", "empty")),
        ("email,subject_id\n", ("/rows", "empty")),
        (
            "name,email\nAda,ada@example.org\n",
            ("/rows/1", "unknown_columns"),
        ),
        ("ada@example.org,MN-1\n", ("/rows/1", "unknown_columns")),
    ] {
        let refused = import(&kim, &path, table.to_owned()).await;
        let refused = refused.refused(422, "invalid_content");
        assert_eq!(refused.faults(), [fault], "{table}");
    }
    let mut rows = vec!["email".to_owned()];
    rows.extend((0..10_000).map(|number| format!("guest{number}@example.org")));
    let refused = import(&kim, &path, rows.join("\n")).await;
    refused.refused(422, "too_many_rows");
}

#[rstest]
#[tokio::test]
async fn a_table_as_spreadsheets_write_it_is_read(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let path = clinic.at("/invitations:import");
    let invitation =
        json!({"email": "ada@example.org", "subject_id": "MN-1", "share": everything()});
    kim.post(&clinic.at("/invitations"), invitation)
        .await
        .expect(201);
    let table = "\u{feff}Email;Subject_ID\r\n\"ben@example.org\";MN-1\r\ncyd@example.org;\r\n";

    let done = import(&kim, &path, table.to_owned()).await.expect(200).body;

    assert_eq!(done["invited"], 1);
    assert_eq!(done["results"][0]["outcome"], "subject_id_taken");
    assert_eq!(done["results"][0]["invitation"], json!(null));
    assert_eq!(done["results"][1]["outcome"], "invited");
    assert_eq!(done["results"][1]["invitation"]["subject_id"], "0001");
}

#[rstest]
#[tokio::test]
async fn a_row_that_is_refused_leaves_an_earlier_invitation_as_it_was(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    clinic.enrol(&kim, &ben).await;
    let code = clinic.invite(&kim, &ada).await;
    let path = clinic.at("/invitations:import");
    let table = format!("email,subject_id\n{},0001\n", ada.email);

    let done = import(&kim, &path, table).await.expect(200).body;

    assert_eq!(done["results"][0]["outcome"], "subject_id_taken");
    let enrolled = accept(&ada, &code, everything()).await.expect(201).body;
    assert_eq!(enrolled["subject_id"], "0002");
}

#[rstest]
#[tokio::test]
async fn who_is_invited_anew_keeps_the_subject_id_or_gets_the_one_of_the_table(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    clinic.invite(&kim, &ada).await;
    let path = clinic.at("/invitations:import");
    for (id, given) in [("", "0001"), ("0001", "0001"), ("MN-7", "MN-7")] {
        let table = format!("email,subject_id\n{},{id}\n", ada.email);
        let done = import(&kim, &path, table).await.expect(200).body;
        assert_eq!(done["results"][0]["invitation"]["subject_id"], given);
    }
    let list = kim.get(&clinic.at("/invitations")).await.expect(200).body;
    let pending = list["items"].as_array().unwrap().iter();
    let pending = pending.filter(|it| it["status"] == "pending");
    assert_eq!(pending.count(), 1);
}
