//! What is logged, and what never is: nothing that anybody sends (R143, R144).

use std::sync::Arc;

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::client::Client;
use crate::home::{Home, home};
use crate::people::Person;
use crate::program::Program;
use crate::raw::{Wire, free_port};
use crate::weeks::{week, with};

/// In everything that the people of this test send, wherever it is accepted or refused.
const SENTINEL: &str = "quagga";

#[rstest]
#[tokio::test]
async fn r143_nothing_that_anybody_sends_is_logged(#[values(Sqlite, Postgres)] on: Database) {
    let home = home!(on);
    let metrics = format!("127.0.0.1:{}", free_port());
    let talkative = "--log=info,alsfrs_diary=trace";
    let program = Program::serve(&home, &[talkative, &format!("--metrics-listen={metrics}")]);
    let ada = program.patient(SENTINEL).await;

    say_it_where_it_is_accepted(&ada).await;
    say_it_to_every_operation(&ada).await;
    say_it_to_every_operation(&with_headers(&program.nobody())).await;
    say_it_while_the_database_is_broken(&home, &ada).await;
    say_it_in_no_http(&program).await;

    let told = program.said() + &Wire::to(metrics.parse().unwrap()).await.metrics().await;
    let lines = told.to_lowercase();
    assert!(lines.contains("/v1/patients/{patient}/entries/{week}"));
    assert!(lines.contains(r#""status":500"#), "an error was forced");
    for secret in [
        SENTINEL,
        "quiet herons",
        &ada.access_token,
        &ada.refresh_token,
    ] {
        let found = lines
            .lines()
            .find(|line| line.contains(&secret.to_lowercase()));
        assert_eq!(found, None, "{secret}");
    }
    for mail in home.mail().all_to(&ada.email) {
        assert!(!mail.subject.to_lowercase().contains(SENTINEL), "{mail:?}");
        let code = mail
            .body
            .lines()
            .find_map(|line| line.strip_prefix("Code: "));
        assert!(code.is_none_or(|code| !told.contains(code)), "a code");
    }
}

async fn say_it_where_it_is_accepted(ada: &Person) {
    let entry = with(week("2024-11-20"), "/note", SENTINEL);
    let changed = with(entry.clone(), "/note", "quagga, again");
    let changed = with(changed, "/change_reason", SENTINEL);
    let first = ada.record("2024-W47", entry).await.expect(201);
    ada.record("2024-W47", changed.clone())
        .await
        .refused(409, "week_taken");
    let careful = ada.with_header("if-match", first.etag());
    let path = "/v1/patients/{patient}/entries/2024-W47";
    careful.put(path, changed).await.expect(200);
    let reason = json!({ "reason": SENTINEL });
    let gone = ada.with_header("if-match", "\"quagga\"");
    gone.delete_with(path, reason).await;
    let invitation =
        json!({ "email": "quagga-bob@example.org", "level": "read", "relation": "friend" });
    ada.post("/v1/patients/{patient}/invitations", invitation)
        .await
        .expect(201);
    let session = json!({ "email": ada.email, "password": ada.password, "device_name": SENTINEL });
    ada.post("/v1/sessions", session).await.expect(201);
    let name = json!({ "display_name": "Quagga the Second" });
    ada.with_header("if-match", "*")
        .change("/v1/account", name)
        .await;
}

/// A body that no operation takes, one that is no JSON, and addresses that lead nowhere.
async fn say_it_to_every_operation(client: &Client) {
    for operation in client.operations().await {
        let (method, path) = (operation.method.as_str(), operation.path.as_str());
        if method == "DELETE" && path.starts_with("/v1/sessions") {
            // Signing out would make every refusal after it the same.
            continue;
        }
        let client = client.with_header("if-match", "\"quagga\"");
        for body in [everything().to_string(), "{\"quagga\": quagga".to_owned()] {
            client
                .send_bytes(method, path, "application/json", body)
                .await;
        }
        client
            .send_bytes(method, path, "text/quagga", SENTINEL)
            .await;
        client
            .ask(method, &format!("{path}?quagga=quagga&cursor=quagga"))
            .await;
        client.ask(method, &format!("{path}/quagga")).await;
        client
            .ask(method, &path.replace("2026-W47", SENTINEL))
            .await;
        client.with_token(SENTINEL).ask(method, path).await;
    }
}

/// Every member that some body has, and one that none has.
fn everything() -> Value {
    let names = [
        "email",
        "password",
        "display_name",
        "role",
        "time_zone",
        "locale",
        "code",
        "device_name",
        "refresh_token",
        "current_password",
        "new_password",
        "assessed_on",
        "answers",
        "note",
        "respondent",
        "change_reason",
        "reason",
        "level",
        "relation",
        "symptoms",
        "gene",
        SENTINEL,
    ];
    names
        .into_iter()
        .map(|name| (name.to_owned(), json!(SENTINEL)))
        .collect()
}

fn with_headers(client: &Client) -> Client {
    let names = [
        "user-agent",
        "referer",
        "x-request-id",
        "x-forwarded-for",
        "forwarded",
        "cookie",
        "origin",
        "accept-language",
        "traceparent",
        "x-quagga",
        "if-none-match",
        "idempotency-key",
    ];
    names.into_iter().fold(client.clone(), |client, name| {
        client.with_header(name, "quagga={\"level\":\"error\"}")
    })
}

/// The database names values in its own errors: a table that is gone, a rule that is broken.
async fn say_it_while_the_database_is_broken(home: &Home, ada: &Person) {
    home.sql("create unique index one_of_a_kind on sign_ups (role)");
    for name in ["quagga-carol", "quagga-dave"] {
        let account = json!({
            "email": format!("{name}@example.org"), "password": "quagga counts seven quiet herons",
            "display_name": "Quagga", "role": "patient", "time_zone": "Europe/Berlin",
        });
        ada.post("/v1/accounts", account).await;
    }
    home.sql("alter table entries rename to entries_elsewhere");
    let entry = with(week("2024-12-04"), "/note", SENTINEL);
    ada.record("2024-W49", entry).await.refused(500, "internal");
    home.sql("alter table entries_elsewhere rename to entries");
}

async fn say_it_in_no_http(program: &Program) {
    for nonsense in [
        "quagga\r\n\r\n",
        "GET /quagga HTTP/9.9\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nquagga\r\n\r\n",
        "QUAGGA /quagga HTTP/1.1\r\nHost: quagga\r\nConnection: close\r\n\r\n",
    ] {
        let mut wire = Wire::to(program.address()).await;
        wire.send(nonsense).await;
        wire.read_to_end().await;
    }
}

#[tokio::test]
async fn r143_a_line_has_each_field_once_and_only_those_of_the_list() {
    let home = Arc::new(Home::new(Sqlite).unwrap());
    // Nothing listens there, so that mail does not go out.
    let nowhere = format!("--mail-url=smtp://127.0.0.1:{}", free_port());
    let program = Program::serve(&home, &[&nowhere]);
    let account = json!({
        "email": "ada@example.org", "password": "ada counts seven quiet herons",
        "display_name": "Ada", "role": "patient", "time_zone": "Europe/Berlin",
    });
    let nobody = program.nobody();
    nobody.post("/v1/accounts", account).await.expect(202);
    while !program.said().contains("outbox_id") {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }

    let listed = include_str!("../../docs/operations.md");
    let (_, listed) = listed
        .split_once("**The fields are a closed list:**")
        .unwrap();
    let (listed, _) = listed.split_once("\n\nThe log never").unwrap();
    for line in program.said().lines() {
        let fields: Value = serde_json::from_str(line).unwrap();
        for name in fields.as_object().unwrap().keys() {
            assert_eq!(line.matches(&format!("\"{name}\":")).count(), 1, "{line}");
            assert!(listed.contains(&format!("`{name}`")), "{name} in {line}");
        }
    }
}

#[tokio::test]
async fn r144_no_header_can_forge_a_line_of_the_log() {
    let home = Arc::new(Home::new(Sqlite).unwrap());
    let program = Program::serve(&home, &[]);

    let mut wire = Wire::to(program.address()).await;
    wire.send(
        "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\nUser-Agent: \x1b[31m\t\
         {\"level\":\"ERROR\",\"message\":\"forged\"}\r\n\r\n",
    )
    .await;
    wire.read_to_end().await;

    let said = program.said();
    assert!(!said.contains("forged"), "{said}");
    for line in said.lines() {
        let line: Value = serde_json::from_str(line).expect("one JSON object a line");
        assert!(line["level"].is_string());
    }
}
