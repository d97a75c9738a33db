//! On PostgreSQL the database itself keeps a clinic to its own patients, whatever a query asks for.

use alsfrs_diary::platform::db::Conn;
use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use rstest::rstest;

use crate::app::Database::{self, Postgres};
use crate::app::start;
use crate::exports::people::without_names;
use crate::smart::people::{Key, Program};

/// What there is for the transaction of a site is its own alone, by this column.
const NARROWED: [(&str, &str); 11] = [
    ("sites", "id"),
    ("site_staff", "site_id"),
    ("enrolments", "site_id"),
    ("site_invitations", "site_id"),
    ("coordinators", "site_id"),
    ("exports", "site_id"),
    ("clients", "site_id"),
    ("patients", "key"),
    ("patient_facts", "patient_key"),
    ("flag_acknowledgements", "patient_key"),
    ("seen_marks", "patient_key"),
];

/// What is found by the key of a patient alone, which no query of a site has but from those above. What no query of a site
/// asks for: the circle and what is sent to it. And what outlives an enrolment: the events, and who is in an export.
const NOT_OF_A_SITE: [&str; 17] = [
    "alerts",
    "audit_events",
    "emergency_cards",
    "entries",
    "entry_revisions",
    "export_subjects",
    "followers",
    "grants",
    "guest_links",
    "invitations",
    "outbox",
    "record_revisions",
    "records",
    "reminded",
    "reminders",
    "trustees",
    "watches",
];

/// Rows of those tables that the people of a test leave empty: of a site, a patient and a clinician there.
const ROWS: &str = "
    insert into coordinators (patient_key, site_id, account_id, since) select key, SITE, STAFF, now() from patients where id = PATIENT;
    insert into seen_marks (patient_key, account_id, site_id, at, change_no) select key, STAFF, SITE, now(), 1 from patients where id = PATIENT;
    insert into patient_facts (patient_key, version, change_no) select key, 1, 1 from patients where id = PATIENT;
    insert into flag_acknowledgements (patient_key, change_no, flag_id, code, seen_week, readings, recorded_at, recorded_by, recorded_as)
        select key, 1, PATIENT, 1, 202647, '{}', now(), STAFF, 1 from patients where id = PATIENT;
    insert into exports (id, site_id, asked_by, asked_at, format, identified, labels, state) values (SITE, SITE, STAFF, now(), 1, false, false, 4);
    insert into clients (id, site_id, name, jwks, scope, created_at) values (SITE, SITE, 'a program', '{}', 'system/*.rs', now())";

fn count(conn: &mut Conn, query: &str) -> i64 {
    let number = sql::<BigInt>(&format!("({query})"));
    diesel::select(number).get_result(conn).unwrap()
}

#[rstest]
#[tokio::test]
async fn r92_a_query_without_its_predicate_finds_no_row_of_another_clinic(
    #[values(Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let other = clinic.other().await;
    let kim = clinic.staff("kim", "clinician").await;
    let koe = other.staff("koe", "clinician").await;
    let ada = app.patient("ada").await;
    let bob = app.patient("bob").await;
    clinic.enrol(&kim, &ada).await;
    other.enrol(&koe, &bob).await;
    for (site, patient, staff) in [(&clinic.site, &ada, &kim), (&other.site, &bob, &koe)] {
        let patient = patient.patient_id.as_deref().unwrap();
        let rows = [
            ("SITE", site.as_str()),
            ("PATIENT", patient),
            ("STAFF", &staff.account_id),
        ]
        .into_iter()
        .fold(ROWS.to_owned(), |rows, (name, id)| {
            rows.replace(name, &format!("'{id}'"))
        });
        app.sql(&rows);
    }
    let mut serving = app.connect_as_server();

    for (site, patient) in [(&clinic.site, &ada), (&other.site, &bob)] {
        serving
            .batch_execute(&format!(
                "begin; select set_config('alsfrs.site', '{site}', true)"
            ))
            .unwrap();
        let key = format!(
            "(select key from patients where id = '{}')",
            patient.patient_id.as_deref().unwrap()
        );
        for (table, column) in NARROWED {
            let own = match column {
                "key" | "patient_key" => key.clone(),
                _ => format!("'{site}'"),
            };
            let shown = format!("select count(*) from {table}");
            let foreign = format!("{shown} where {column} is distinct from {own}");
            assert!(app.query_i64(&foreign) > 0, "{table}: there are others");
            assert_eq!(count(&mut serving, &foreign), 0, "{table}");
            assert!(
                count(&mut serving, &shown) > 0,
                "{table}: its own are there"
            );
        }
        serving.batch_execute("rollback").unwrap();
    }
    assert_eq!(
        count(&mut serving, "select count(*) from patients"),
        2,
        "where no site is named"
    );
}

#[rstest]
#[tokio::test]
async fn r92_all_that_a_clinic_asks_goes_through_the_net(#[values(Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let sil = clinic.staff("sil", "site_admin").await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W47"]).await;
    let program = Program::let_in(&app, &clinic.site, Key::ec(), "system/*.rs");
    let program = program.with(&app, "system/*.rs").await;
    let lists = async |shown: usize| {
        for (person, path) in [(&kim, "/cohort"), (&kim, "/patients"), (&sil, "/patients")] {
            let list = person.get(&clinic.at(path)).await.expect(200).body;
            assert_eq!(list["items"].as_array().unwrap().len(), shown, "{path}");
        }
        let export = clinic.export(&kim, without_names("csv")).await;
        assert_eq!(export["progress"]["of"], shown, "{export}");
        let found = program.get("/fhir/Patient").await.expect(200).body;
        assert_eq!(found["entry"].as_array().map_or(0, Vec::len), shown);
        let patient = ada.patient_id.as_deref().unwrap();
        let known = program.get(&format!("/fhir/Patient/{patient}")).await;
        assert_eq!(known.status, if shown > 0 { 200 } else { 404 });
    };
    lists(1).await;

    // The net alone says now that nobody is enrolled.
    app.sql("alter policy of_the_site on enrolments using (nullif(current_setting('alsfrs.site', true), '') is null)");

    lists(0).await;
    ada.get("/v1/patients/{patient}/entries").await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r92_each_table_with_rows_of_patients_and_sites_is_in_the_net_or_named(
    #[values(Postgres)] on: Database,
) {
    let app = start!(on);

    let with_policy = "select count(*) from pg_policies where policyname = 'of_the_site'";
    assert_eq!(app.query_i64(with_policy), 11);
    let named = NARROWED
        .map(|(table, _)| table)
        .into_iter()
        .chain(NOT_OF_A_SITE);
    let named: Vec<String> = named.map(|table| format!("'{table}'")).collect();
    let others = format!(
        "select coalesce(string_agg(distinct table_name, ', '), '') from information_schema.columns
         where table_schema = current_schema() and column_name in ('site_id', 'patient_key')
         and table_name not in ({})",
        named.join(", ")
    );
    assert_eq!(app.query_text(&others), "");
}
