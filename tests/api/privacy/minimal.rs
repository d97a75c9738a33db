//! What is not asked of anybody: R180 and R181.

use std::collections::BTreeSet;

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::client::FACTS;

/// Parts of names that a field for a position, an address book, a track across apps or a birthday
/// would have.
const NEVER: [&str; 24] = [
    "latitude",
    "longitude",
    "gps",
    "geo",
    "position",
    "altitude",
    "contacts",
    "phone",
    "street",
    "postcode",
    "postal",
    "zip_code",
    "advertis",
    "ad_id",
    "idfa",
    "gaid",
    "imei",
    "mac_address",
    "fingerprint",
    "device_model",
    "birth_date",
    "birthday",
    "date_of_birth",
    "day_of_birth",
];

/// Whom to call stands on the emergency card, where its patient wants that: nowhere else.
const ON_THE_CARD: [&str; 2] = ["contacts", "phone"];

/// Every name of a member or parameter in `value`.
fn names(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::Object(properties)) = members.get("properties") {
                into.extend(properties.keys().cloned());
            }
            if let (Some(Value::String(name)), Some(_)) = (members.get("name"), members.get("in")) {
                into.insert(name.clone());
            }
            members.values().for_each(|value| names(value, into));
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, into)),
        _ => {}
    }
}

fn asked_for(names: &BTreeSet<String>) -> Vec<&String> {
    let never = |name: &&String| NEVER.iter().any(|part| name.to_lowercase().contains(part));
    names.iter().filter(never).collect()
}

#[rstest]
#[tokio::test]
async fn r180_nothing_is_asked_for_that_the_diary_does_not_need(#[values(Sqlite)] on: Database) {
    let app = start!(on);
    let mut contract = app.nobody().get("/openapi.json").await.expect(200).body;
    let mut on_the_card = BTreeSet::new();
    let schemas = contract["components"]["schemas"].as_object_mut().unwrap();
    schemas.retain(|name, schema| {
        let is_of_the_card = name.starts_with("Emergency");
        if is_of_the_card {
            names(schema, &mut on_the_card);
        }
        !is_of_the_card
    });
    on_the_card.retain(|name| !ON_THE_CARD.contains(&name.as_str()));

    let mut found = on_the_card;
    names(&contract, &mut found);

    assert_eq!(asked_for(&found), Vec::<&String>::new());
    assert!(found.contains("birth_year") && found.contains("limit"));
    let profile = &contract["components"]["schemas"]["ChangePatient"];
    assert_eq!(profile["required"], Value::Null, "every fact is optional");
    let planted = BTreeSet::from(["last_latitude".to_owned()]);
    assert_eq!(asked_for(&planted).len(), 1, "the search finds");
}

#[rstest]
#[tokio::test]
async fn r181_a_diary_is_for_those_who_are_old_enough_here(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (_app, ada) = start!(on, |settings| settings.minimum_age = 18; ada);
    let ada = ada.with_header("If-Match", "\"v1\"");

    let young = json!({ "birth_year": 2009 });
    let young = ada.change(FACTS, young).await;

    young.faulty("/birth_year", "invalid_value");
    let grown = json!({ "birth_year": 2008 });
    let grown = ada.change(FACTS, grown).await;
    assert_eq!(grown.expect(200).body["birth_year"], json!(2008));
}

#[rstest]
#[tokio::test]
async fn r181_sixteen_is_old_enough_unless_a_setting_says_otherwise(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (_app, ada) = start!(on; ada);
    let ada = ada.with_header("If-Match", "\"v1\"");
    let born = async |year: i32| {
        let body = json!({ "birth_year": year });
        ada.change(FACTS, body).await
    };

    born(2011).await.faulty("/birth_year", "invalid_value");
    born(2010).await.expect(200);
}
