//! Requests of every kind to every operation. That each answer is one the contract names is checked
//! where answers are read: see `promise`.

use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;

/// What people send, and what they should not.
const BODIES: [(&str, &str); 6] = [
    ("application/json", "{}"),
    ("application/json", r#"{"unheard_of":1}"#),
    ("application/json", r#"{"a":1,"a":2}"#),
    ("application/json", "[null"),
    ("application/json", "\u{0}"),
    ("text/plain", "hello"),
];

#[rstest]
#[tokio::test]
async fn every_operation_answers_as_the_contract_says(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let patient = ada.patient_id.clone().unwrap();
    let nobody = app.nobody();

    for operation in nobody.operations().await {
        let method = &operation.method;
        let first = "/v1/patients/";
        let own = match operation.path.strip_prefix(first) {
            Some(rest) => format!("{first}{patient}{}", rest.get(36..).unwrap_or_default()),
            None => operation.path.clone(),
        };
        for path in [&operation.path, &own, &format!("{own}?unheard_of=1")] {
            nobody.ask(method, path).await;
            nobody.with_token("nonsense").ask(method, path).await;
            // Signing out would end the rest.
            if !path.starts_with("/v1/sessions/current") {
                ada.ask(method, path).await;
                ada.with_header("accept", "image/png")
                    .ask(method, path)
                    .await;
                ada.with_header("if-match", "\"v9\"")
                    .ask(method, path)
                    .await;
            }
            for (kind, body) in BODIES {
                nobody.send_bytes(method, path, kind, body).await;
                if !path.starts_with("/v1/sessions/current") {
                    ada.send_bytes(method, path, kind, body).await;
                }
            }
        }
    }

    ada.get("/v1/account").await.expect(200);
}
