//! What a client gets that asks again because the answer was lost: the same, or what is there now, and nothing
//! is done twice.

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::client::Client;
use crate::privacy::sharing::decision;
use crate::reply::Reply;
use crate::treatments::people::{at, id_of, riluzole};
use crate::weeks::{week, without};

/// Sends the same request twice.
async fn twice(client: &Client, method: &str, path: &str, body: &Value) -> [Reply; 2] {
    let send = async || {
        if body.is_null() {
            return client.ask(method, path).await;
        }
        let bytes = body.to_string();
        client
            .send_bytes(method, path, "application/json", bytes)
            .await
    };
    [send().await, send().await]
}

/// What the second answer is, compared with the first.
enum Again {
    /// The same, with this status.
    Same(u16),
    /// A stale version, with what the first answer said as what is there now.
    Stale,
}

#[track_caller]
fn assert_again(what: &str, [first, second]: &[Reply; 2], status: u16, again: &Again) {
    let told = |reply: &Reply| format!("{what}: {reply:?}");
    assert_eq!(first.status, status, "{}", told(first));
    match again {
        Again::Same(status) => {
            assert_eq!(second.status, *status, "{}", told(second));
            assert_eq!(second.body, first.body, "{what}");
        }
        Again::Stale => {
            assert_eq!(second.code(), "precondition_failed", "{}", told(second));
            assert_eq!(second.body["current"], first.body, "{what}");
            assert_eq!(second.etag(), first.etag(), "{what}");
        }
    }
}

#[rstest]
#[tokio::test]
async fn what_a_patient_sends_again_is_not_done_twice(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    let other = ada.on_another_device().await;
    let member = format!("/v1/patients/{{patient}}/circle/{}", bob.account_id);
    let session = format!("/v1/sessions/{}", other.session_id);
    let medicine = riluzole(&app);
    let record = at(id_of(&medicine));
    let medicine = without(medicine, "/id");
    let entry = "/v1/patients/{patient}/entries/2026-W47";
    let (facts, trustee) = (
        "/v1/patients/{patient}/facts",
        "/v1/patients/{patient}/trustee",
    );
    let person = json!({"display_name": "Ada L.", "time_zone": "Europe/Berlin"});
    let terms = json!({"level": "write", "relation": "friend"});
    let (plain, seen) = (&*ada, &ada.with_header("If-Match", "\"v1\""));
    let none = Value::Null;
    let refresh = json!({"refresh_token": other.refresh_token});

    for (client, method, path, body, status, again) in [
        (
            plain,
            "PUT",
            entry,
            week("2026-11-18"),
            201,
            Again::Same(200),
        ),
        (seen, "DELETE", entry, none.clone(), 204, Again::Same(204)),
        (plain, "PUT", &record, medicine, 201, Again::Same(200)),
        (seen, "DELETE", &record, none.clone(), 204, Again::Same(204)),
        (
            seen,
            "PUT",
            facts,
            json!({"sex": "female"}),
            200,
            Again::Stale,
        ),
        (seen, "PUT", "/v1/account", person, 200, Again::Stale),
        (seen, "PUT", &member, terms, 200, Again::Stale),
        (
            plain,
            "POST",
            "/v1/account/consents",
            decision("care_sharing", true),
            201,
            Again::Same(201),
        ),
        (
            plain,
            "PUT",
            trustee,
            json!({"account_id": bob.account_id}),
            200,
            Again::Same(200),
        ),
        (
            plain,
            "DELETE",
            trustee,
            none.clone(),
            204,
            Again::Same(204),
        ),
        (
            plain,
            "DELETE",
            &member,
            none.clone(),
            204,
            Again::Same(204),
        ),
        (
            plain,
            "DELETE",
            "/v1/sessions/current",
            refresh,
            204,
            Again::Same(204),
        ),
        (
            plain,
            "DELETE",
            &session,
            none.clone(),
            204,
            Again::Same(204),
        ),
        (
            plain,
            "DELETE",
            "/v1/sessions",
            none.clone(),
            204,
            Again::Same(204),
        ),
        (
            plain,
            "POST",
            "/v1/account/erasure",
            none.clone(),
            202,
            Again::Same(202),
        ),
        (
            plain,
            "DELETE",
            "/v1/account/erasure",
            none.clone(),
            204,
            Again::Same(204),
        ),
    ] {
        let replies = twice(client, method, path, &body).await;
        assert_again(&format!("{method} {path}"), &replies, status, &again);
    }

    for action in [
        "entry.recorded",
        "entry.voided",
        "treatment.recorded",
        "patient.changed",
        "account.changed",
        "consent.given",
    ] {
        assert_eq!(app.written_down(action), 1, "{action}");
    }
}

#[rstest]
#[tokio::test]
async fn a_code_that_is_sent_again_answers_the_same(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.caregiver("bob").await;
    let code = json!({"code": app.invite(&ada, &bob.email, "summary").await});
    let confirmation = sign_up(&app, "eve").await;

    let accepted = twice(&bob, "POST", "/v1/invitations/accept", &code).await;
    let confirmed = twice(&app.nobody(), "POST", "/v1/accounts/confirm", &confirmation).await;

    assert_again("accepting", &accepted, 201, &Again::Same(201));
    assert_again("confirming", &confirmed, 201, &Again::Same(201));
    let written = ["circle.joined", "account.confirmed"].map(|action| app.written_down(action));
    assert_eq!(written, [1, 3]);
    let kept = "select count(*) from sign_ups where length(email) + length(display_name) > 0";
    assert_eq!(app.query_i64(kept), 0, "nothing of the person");
}

/// Signs up; answers with what confirms it.
async fn sign_up(app: &TestApp, name: &str) -> Value {
    let email = format!("{name}@example.org");
    let form = json!({
        "email": email, "password": "quiet herons by the lake", "display_name": name,
        "role": "patient", "time_zone": "Europe/Berlin",
    });
    app.nobody().post("/v1/accounts", form).await.expect(202);
    json!({"email": email, "code": app.mail().next_to(&email).await.code()})
}

#[rstest]
#[tokio::test]
async fn a_confirmation_is_forgotten_with_the_account(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let confirmation = sign_up(&app, "eve").await;
    let confirm = async || {
        app.nobody()
            .post("/v1/accounts/confirm", confirmation.clone())
            .await
    };
    confirm().await.expect(201);

    app.clock.turn(chrono::TimeDelta::hours(24));

    confirm().await.refused(422, "code_not_valid");
}
