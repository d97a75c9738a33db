//! What an export says of itself, and how it is proved without the server.

use std::path::{Path, PathBuf};

use rstest::rstest;
use serde_json::{Value, json};

use super::people::without_names;
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::clinic::people::{Clinic, everything, ratings_alone};
use crate::people::Person;
use crate::privacy::sharing::decide;
use crate::treatments::people::{nose_tube, riluzole, screening};
use crate::weeks::with;

/// Fetches all of `export` into `folder`: its files, its manifest and the keys.
async fn fetched(clinic: &Clinic<'_>, by: &Person, export: &Value, folder: &Path) -> PathBuf {
    for file in export["files"].as_array().unwrap() {
        let name = file["name"].as_str().unwrap();
        let text = by.get(&clinic.file_of(export, name)).await.expect(200).text;
        std::fs::write(folder.join(name), text).unwrap();
    }
    let place = format!("{}/manifest", clinic.place_of(export));
    let manifest = by.get(&place).await.expect(200);
    let path = folder.join("manifest.json");
    std::fs::write(&path, manifest.text).unwrap();
    let keys = by.get("/.well-known/jwks.json").await.expect(200).text;
    std::fs::write(folder.join("jwks.json"), keys).unwrap();
    path
}

#[rstest]
#[tokio::test]
async fn r118_a_manifest_proves_its_files_without_the_server(
    #[values(Sqlite, Postgres)] on: Database,
    #[values("csv", "csv-long", "ndjson", "proact", "dataset-json")] format: &str,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W46", "2026-W47"]).await;
    let export = clinic.export(&kim, without_names(format)).await;
    let folder = tempfile::tempdir().unwrap();
    let path = fetched(&clinic, &kim, &export, folder.path()).await;
    let (path, keys) = (path.to_str().unwrap(), folder.path().join("jwks.json"));
    let keys = format!("--jwks={}", keys.to_str().unwrap());
    let verify = |path: &str| app.run(&["export", "verify", path, &keys]);

    let (code, said) = verify(path);
    assert_eq!(code, Some(0), "{said}");
    let first = export["files"][0]["name"].as_str().unwrap();
    assert!(said.contains(first), "{said}");
    assert!(!said.contains("not of this export"), "{said}");
    std::fs::write(folder.path().join("beside.csv"), "x").unwrap();
    let (code, said) = verify(path);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("beside.csv: not of this export"), "{said}");

    let tampered = std::fs::read_to_string(path).unwrap();
    let tampered = tampered.replacen("\"patients\":1", "\"patients\":2", 1);
    let other = folder.path().join("other.json");
    std::fs::write(&other, tampered).unwrap();
    let (code, said) = verify(other.to_str().unwrap());
    assert_eq!(code, Some(1));
    assert!(said.contains("was changed"), "{said}");

    let file = folder.path().join(first);
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replacen('4', "3", 1)).unwrap();
    let (code, said) = verify(path);
    assert_eq!(code, Some(1));
    assert!(said.contains(first), "{said}");

    let key = "--key=mN4nHHfSgmkLfM2TVmX6l_yqDVy2vBGGJoEuGPdgmfs";
    let (code, _) = app.run(&["export", "verify", path, key]);
    assert_eq!(code, Some(1), "another key proves nothing");
}

#[rstest]
#[tokio::test]
async fn r120_who_is_not_in_it_is_counted_and_not_silently_missing(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    for (name, share) in [
        ("ada", everything()),
        ("ben", ratings_alone()),
        ("cyd", everything()),
        ("dee", everything()),
        ("eve", everything()),
    ] {
        let patient = app.patient(name).await;
        clinic.enrol_sharing(&kim, &patient, share).await;
        if name != "eve" {
            patient.rate(&["2026-W47"]).await;
        }
        match name {
            "cyd" => drop(decide(&patient, "care_sharing", false).await),
            "dee" => drop(decide(&patient, "research_export", false).await),
            _ => {}
        }
    }

    let export = clinic.export(&kim, without_names("csv")).await;

    let path = format!("{}/manifest", clinic.place_of(&export));
    let manifest = kim.get(&path).await.expect(200).body["manifest"].clone();
    assert_eq!(manifest["patients"], 1);
    assert_eq!(
        manifest["withheld"],
        json!({
            "sharing_taken_back": 1, "not_for_research": 2, "left_meanwhile": 0, "without_ratings": 1,
        })
    );
    assert_eq!(manifest["cut_off"], export["cut_off"]);
    assert_eq!(manifest["files"], export["files"]);
}

#[rstest]
#[tokio::test]
async fn what_few_share_is_marked(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    let facts = json!({"time_zone": "Europe/Berlin", "gene": "SOD1", "height_cm": 203});
    let place = crate::client::FACTS;
    let tag = ada.get(place).await.expect(200).etag().to_owned();
    ada.with_header("If-Match", &tag)
        .put(place, facts)
        .await
        .expect(200);
    clinic.enrol(&kim, &ada).await;
    ada.rate(&["2026-W47"]).await;

    let marked = async |format: &str| -> Value {
        let export = clinic.export(&kim, without_names(format)).await;
        let path = format!("{}/manifest", clinic.place_of(&export));
        let manifest = kim.get(&path).await.expect(200).body["manifest"].clone();
        manifest["small_cells"].clone()
    };

    let gene = json!({"column": "gene", "value": "SOD1", "patients": 1});
    let height = json!({"column": "height_cm", "value": "200-209", "patients": 1});
    assert_eq!(marked("csv").await, json!([gene]));
    assert_eq!(marked("ndjson").await, json!([gene, height]));
}

#[rstest]
#[tokio::test]
async fn rare_treatments_and_what_came_of_them_are_marked_once_a_patient(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W47"]).await;
    ada.adds(riluzole(&app)).await;
    let course = ada.treated(&app).await;
    ada.given(&app, &course).await;
    ada.given(&app, &course).await;
    let found = with(screening(&app, &course), "/findings/cancer", "yes");
    ada.adds(found).await;
    ada.felt(&app).await;
    ada.adds(nose_tube(&app)).await;

    let export = clinic.export(&kim, without_names("ndjson")).await;
    let table = clinic.export(&kim, without_names("csv")).await;

    let small = async |export: &Value| {
        let path = format!("{}/manifest", clinic.place_of(export));
        kim.get(&path).await.expect(200).body["manifest"]["small_cells"].clone()
    };
    let told = small(&export).await;
    let told: Vec<_> = told.as_array().unwrap().iter().collect();
    for (column, value) in [
        ("treatment", "riluzole"),
        ("atc", "N07XX02"),
        ("source", "bone_marrow"),
        ("route", "intrathecal"),
        ("finding", "cancer"),
        ("side_effect", "headache"),
        ("milestone", "nasogastric_tube"),
    ] {
        let rare = json!({"column": column, "value": value, "patients": 1});
        assert!(told.contains(&&rare), "{rare} in {told:?}");
    }
    assert!(
        !json!(told).to_string().contains("mesenchymal stem"),
        "{told:?}"
    );
    assert_eq!(small(&table).await, json!([]), "it tells of no treatment");
}
