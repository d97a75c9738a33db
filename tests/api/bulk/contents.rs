//! What is in the files: what the program may read, in the words in which it reads it.

use rstest::rstest;
use serde_json::json;

use super::people::{files, ids, manifest, registry};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::client::FACTS;
use crate::clinic::people::ratings_alone;
use crate::smart::people::ada_at;
use crate::treatments::people::{cells, riluzole};
use crate::treatments::people::{headache, injection};
use crate::weeks::{week, with};

#[rstest]
#[tokio::test]
async fn r119_every_line_is_what_the_program_reads_and_no_name_is_in_it(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, sam, ada) = ada_at(&app).await;
    let ben = app.patient("ben").await;
    clinic.enrol_sharing(&sam, &ben, ratings_alone()).await;
    ben.rate(&["2026-W46"]).await;
    let rob = app.member(&ada, "robert", "write").await;
    let noted = with(week("2026-11-18"), "/note", "quagga");
    rob.record("2026-W47", with(noted, "/respondent", "caregiver_proxy"))
        .await
        .expect(201);
    ada.rate(&["2026-W44", "2026-W45", "2026-W46"]).await;
    ada.adds(with(riluzole(&app), "/name", "zebra drops")).await;
    let course = ada.adds(cells(&app)).await;
    ada.adds(injection(&app, &course)).await;
    ada.adds(headache(&app)).await;
    let kim = clinic.staff("kim", "clinician").await;
    let seen = with(week("2026-11-18"), "/respondent", "clinician_in_person");
    let rating = "/v1/patients/{patient}/clinic-ratings/2026-11-18";
    kim.on(&ada).put(rating, seen).await.expect(201);
    let facts = json!({"sex": "female", "birth_year": 1961, "time_zone": "Europe/Berlin"});
    let held = ada.get(FACTS).await.expect(200);
    let changing = ada.with_header("If-Match", held.etag());
    changing.put(FACTS, facts).await.expect(200);
    let program = registry(&app, &clinic.site).await;

    let told = manifest(&app, &program, "/fhir/$export").await;

    assert_eq!(told["deleted"], json!([]));
    assert_eq!(told["error"], json!([]));
    let found = files(&app, &program, &told["output"]).await;
    let counted: Vec<_> = [
        "Patient",
        "Questionnaire",
        "QuestionnaireResponse",
        "Observation",
        "MedicationStatement",
        "Procedure",
        "AdverseEvent",
    ]
    .into_iter()
    .map(|kind| found[kind].len())
    .collect();
    assert_eq!(counted, [1, 1, 5, 100, 1, 2, 1]);
    assert_eq!(found["Patient"][0]["gender"], "female");
    for (kind, resources) in &found {
        for resource in resources.iter().take(25) {
            let path = format!("/fhir/{kind}/{}", resource["id"].as_str().unwrap());
            assert_eq!(
                program.get(&path).await.expect(200).body,
                *resource,
                "{path}"
            );
        }
    }
    let all = json!(found).to_string();
    for hidden in [
        "Ada",
        "Robert",
        "Dr kim",
        "quagga",
        "zebra",
        "example.org",
        ben.patient_id.as_ref().unwrap(),
    ] {
        assert!(!all.contains(hidden), "{hidden}");
    }
}

#[rstest]
#[tokio::test]
async fn r118_the_patient_reads_that_a_program_took_them_out_and_which(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, _, ada) = ada_at(&app).await;
    ada.rate(&["2026-W46"]).await;
    let program = registry(&app, &clinic.site).await;

    let told = manifest(&app, &program, "/fhir/Patient/$export?_type=Patient").await;
    files(&app, &program, &told["output"]).await;

    let log = ada
        .get("/v1/patients/{patient}/access-log")
        .await
        .expect(200);
    let says = "The registry, a program of Clinic by the lake, took your ratings out in an export without names.";
    assert!(log.text.contains(says), "{}", log.text);
    let written = [
        "export.asked",
        "export.made",
        "export.fetched",
        "export.without_name",
    ];
    assert_eq!(written.map(|action| app.written_down(action)), [1, 1, 1, 1]);
}

#[rstest]
#[tokio::test]
async fn a_patient_without_ratings_is_there_with_what_is_known(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, _, ada) = ada_at(&app).await;
    ada.adds(riluzole(&app)).await;
    let program = registry(&app, &clinic.site).await;

    let told = manifest(
        &app,
        &program,
        "/fhir/$export?_type=Patient,MedicationStatement,Observation",
    )
    .await;

    let found = files(&app, &program, &told["output"]).await;
    assert_eq!(ids(&found["Patient"]), [ada.patient_id.as_ref().unwrap()]);
    assert_eq!(found["MedicationStatement"].len(), 1);
    assert!(
        !found.contains_key("Observation"),
        "a file with nothing in it"
    );
}

#[rstest]
#[tokio::test]
async fn r131_a_file_goes_out_small_where_that_is_asked(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, _, ada) = ada_at(&app).await;
    ada.rate(&["2026-W45", "2026-W46", "2026-W47"]).await;
    let program = registry(&app, &clinic.site).await;
    let told = manifest(&app, &program, "/fhir/$export?_type=Observation").await;
    let path = super::people::path_of(&app, told["output"][0]["url"].as_str().unwrap());
    let plain = program.get(&path).await.expect(200);
    assert_eq!(plain.header("content-type"), "application/fhir+ndjson");
    assert_eq!(plain.header("content-encoding"), "");

    let url = format!("{}{path}", program.base());
    let token = |request: reqwest::RequestBuilder| request.bearer_auth(program.token());
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let small = token(http.get(&url))
        .header("Accept-Encoding", "gzip")
        .send()
        .await
        .unwrap();
    let header = |name: &str| small.headers()[name].to_str().unwrap().to_owned();
    let (encoding, tag, vary) = (header("content-encoding"), header("etag"), header("vary"));
    let accepts = header("accept-ranges");
    let bytes = small.bytes().await.unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&bytes[..]), &mut text)
        .unwrap();

    assert_eq!(
        (encoding.as_str(), vary.to_lowercase().as_str()),
        ("gzip", "accept-encoding")
    );
    assert_eq!(tag, format!("W/{}", plain.etag()));
    assert_eq!(accepts, "bytes");
    assert_eq!(text, plain.text);
    assert!(bytes.len() * 4 < text.len());
    let held = program
        .with_header("Accept-Encoding", "gzip")
        .with_header("If-None-Match", &tag);
    held.get(&path).await.expect(304);
    let part = program
        .with_header("Accept-Encoding", "gzip")
        .with_header("Range", "bytes=10-19");
    let part = part.get(&path).await.expect(206);
    assert_eq!(
        (part.text.as_str(), part.etag()),
        (&plain.text[10..20], plain.etag())
    );
    // A part can only be had of what the strong tag names.
    let other = program
        .with_header("Range", "bytes=10-19")
        .with_header("If-Range", &tag);
    assert_eq!(other.get(&path).await.expect(200).text, plain.text);
}
