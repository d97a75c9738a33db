//! Who may do what: every route of the contract against every persona, from a checked-in table.

mod bodies;
mod clinic;
mod devices;
mod requests;
mod scene;

use std::collections::BTreeSet;

use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use scene::{PERSONAS, Scene};

const TABLE: &str = include_str!("table.txt");

/// A line of the table.
struct Row {
    method: &'static str,
    route: &'static str,
    expected: Vec<u16>,
}

fn rows() -> Vec<Row> {
    TABLE
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let mut words = line.split_whitespace();
            let row = Row {
                method: words.next().unwrap(),
                route: words.next().unwrap(),
                expected: words.map(|status| status.parse().unwrap()).collect(),
            };
            assert_eq!(row.expected.len(), PERSONAS.len(), "{line}");
            row
        })
        .collect()
}

#[rstest]
#[tokio::test]
async fn r81_everybody_gets_what_the_table_says(#[values(Sqlite, Postgres)] on: Database) {
    // Everybody in the table tries each link, from one address.
    let often = "1000/min".parse().unwrap();
    let app = start!(on, |settings| settings.limits.links = often);
    let mut scene = Scene::set(&app).await;
    let mut wrong = Vec::new();

    for row in rows() {
        for (persona, expected) in PERSONAS.into_iter().zip(&row.expected) {
            let status = requests::send(&mut scene, row.method, row.route, persona).await;
            if status != *expected {
                let (method, route) = (row.method, row.route);
                wrong.push(format!(
                    "{method} {route}: {persona} got {status}, not {expected}"
                ));
            }
        }
    }

    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Of every route but those of FHIR a program gets what a caller without a token gets.
#[rstest]
#[tokio::test]
async fn r81_a_program_of_a_clinic_reads_over_fhir_and_is_nobody_elsewhere(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let mut scene = Scene::set(&app).await;

    for row in rows() {
        let expected = match (row.method, row.route) {
            ("POST", "/fhir/QuestionnaireResponse") => 403,
            (_, route) if route.ends_with("/$export") => 202,
            ("DELETE", "/fhir/exports/{export}") => 202,
            ("GET", route) if route.starts_with("/fhir/") => 200,
            _ => row.expected[0],
        };
        let status = requests::send(&mut scene, row.method, row.route, "bot").await;
        assert_eq!(status, expected, "{} {}", row.method, row.route);
    }
}

#[rstest]
#[tokio::test]
async fn r81_no_route_is_missing_from_the_table(#[values(Sqlite)] on: Database) {
    let app = start!(on);
    let contract = app.nobody().get("/openapi.json").await.expect(200).body;

    let routes: BTreeSet<String> = contract["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, item)| {
            let methods = item.as_object().unwrap().keys();
            methods.map(move |method| format!("{} {path}", method.to_uppercase()))
        })
        .collect();

    let table = rows()
        .into_iter()
        .map(|row| format!("{} {}", row.method, row.route));
    assert_eq!(table.collect::<BTreeSet<_>>(), routes);
}
