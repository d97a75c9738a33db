//! Text as phones send it.

use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{week, with};

const JSON: &str = "application/json";
const ENTRY: &str = "/v1/patients/{patient}/entries/2026-W47";

#[rstest]
#[tokio::test]
async fn r99_the_end_of_a_line_is_one_however_it_is_sent(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let noted = |note: &str| with(week("2026-11-18"), "/note", note);
    let sent = ada.record("2026-W47", noted("better\r\ntoday\rtoo")).await;
    sent.expect(201);

    for note in ["better\r\ntoday\rtoo", "better\ntoday\ntoo"] {
        ada.record("2026-W47", noted(note)).await.expect(200);
    }

    let kept = ada.read("2026-W47").await.expect(200).body;
    assert_eq!(kept["note"], json!("better\ntoday\ntoo"));
    assert_eq!(kept["revision"], json!(1));
}

#[rstest]
#[case(r"\ud83d", "/note")]
#[case(r"\ud83d\u0041", "/note")]
#[case(r"\ude00", "/note")]
#[tokio::test]
async fn r99_half_an_emoji_is_named_by_its_member(#[case] half: &str, #[case] place: &str) {
    let (_app, ada) = start!(Sqlite; ada);
    let body = with(week("2026-11-18"), "/note", "HERE").to_string();

    let sent = ada.send_bytes("PUT", ENTRY, JSON, body.replace("HERE", half));

    sent.await.faulty(place, "forbidden_character");
    let whole = ada.send_bytes("PUT", ENTRY, JSON, body.replace("HERE", r"\ud83d\ude00"));
    whole.await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r104_a_mark_of_the_byte_order_is_passed_over() {
    let (_app, ada) = start!(Sqlite; ada);
    let body = format!("\u{FEFF}{}", week("2026-11-18"));

    ada.send_bytes("PUT", ENTRY, JSON, body).await.expect(201);
}

#[rstest]
#[case("\u{200B}", "empty")]
#[case("\u{3164}\u{2800}", "empty")]
#[case("\u{200D}\u{FE0F}", "empty")]
#[case("Ada\u{202E}gpj", "forbidden_character")]
#[case("Ada\u{2069}", "forbidden_character")]
#[case("\u{2067}Ada\u{202C}", "forbidden_character")]
#[case("A\u{200B}da", "forbidden_character")]
#[case("Ada\u{AD}", "forbidden_character")]
#[tokio::test]
async fn r99_a_name_is_seen_as_it_is(#[case] name: &str, #[case] code: &str) {
    let app = start!(Sqlite);
    let account = |number: usize, name: &str| {
        json!({
            "email": format!("ada{number}@example.org"), "password": "ada counts seven quiet herons",
            "display_name": name, "role": "patient", "time_zone": "Europe/Berlin",
        })
    };

    let refused = app.nobody().post("/v1/accounts", account(0, name)).await;

    refused.faulty("/display_name", code);
    let fine = [
        "می\u{200C}خواهم",
        "👩\u{200D}🚀",
        "\u{2067}שרה\u{2069}",
        "Özlem",
    ];
    for (number, name) in fine.into_iter().enumerate() {
        let taken = app
            .nobody()
            .post("/v1/accounts", account(number, name))
            .await;
        taken.expect(202);
    }
}
