//! Each kind of event, driven once through the front door: one more of it is written down (R146).

use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::client::FACTS;
use crate::people::{Person, sign_in};
use crate::privacy::sharing::decision;
use crate::weeks::{week, with};

/// Looks at the counts before and after.
struct Counted<'a> {
    app: &'a TestApp,
    name: &'static str,
    before: i64,
}

impl<'a> Counted<'a> {
    fn of(app: &'a TestApp, name: &'static str) -> Self {
        let before = app.written_down(name);
        Self { app, name, before }
    }

    /// What was done has left one event of this name; refusals are written down beside the answer.
    async fn once(self) {
        for _ in 0..100 {
            if self.app.written_down(self.name) > self.before {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        let now = self.app.written_down(self.name);
        assert_eq!(now, self.before + 1, "{}", self.name);
    }
}

/// `driven!(app, "name", request, status)`.
macro_rules! driven {
    ($app:expr, $name:literal, $request:expr, $status:literal) => {{
        let counted = Counted::of(&$app, $name);
        let reply = $request.await.expect($status);
        counted.once().await;
        reply
    }};
}

async fn tag(who: &Person, path: &str) -> String {
    who.get(path).await.expect(200).etag().to_owned()
}

#[rstest]
#[tokio::test]
async fn r146_what_is_done_to_an_account_is_written_down_once(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = {
        let counted = Counted::of(&app, "account.confirmed");
        let ada = app.patient("ada").await;
        counted.once().await;
        ada
    };
    let nobody = app.nobody();

    driven!(
        app,
        "session.refused",
        sign_in(&nobody, &ada.email, "not her password"),
        401
    );
    let refused = app.written_down("session.refused");
    let stranger = sign_in(&nobody, "nobody@example.org", "a password").await;
    stranger.expect(401);
    assert_eq!(app.written_down("session.refused"), refused);
    driven!(
        app,
        "session.opened",
        sign_in(&nobody, &ada.email, &ada.password),
        201
    );
    let password = json!({ "password": ada.password });
    driven!(
        app,
        "session.stepped_up",
        ada.post("/v1/sessions/step-up", password),
        200
    );
    let account = ada.with_header("If-Match", &tag(&ada, "/v1/account").await);
    let zone = json!({ "time_zone": "Europe/Paris" });
    driven!(
        app,
        "account.changed",
        account.change("/v1/account", zone),
        200
    );
    driven!(
        app,
        "consent.given",
        ada.post("/v1/account/consents", decision("care_sharing", true)),
        201
    );
    driven!(
        app,
        "consent.withdrawn",
        ada.post("/v1/account/consents", decision("care_sharing", false)),
        201
    );
    driven!(
        app,
        "account.exported",
        ada.ask("POST", "/v1/account/export"),
        200
    );
    driven!(
        app,
        "account.erasure_asked",
        ada.ask("POST", "/v1/account/erasure"),
        202
    );
    driven!(
        app,
        "account.erasure_taken_back",
        ada.delete("/v1/account/erasure"),
        204
    );
    let forgotten = json!({ "email": ada.email });
    driven!(
        app,
        "account.password_reset_asked",
        nobody.post("/v1/account/password-reset", forgotten),
        202
    );
    let next = ada.refreshed().await;
    let changed = json!({
        "current_password": ada.password, "new_password": "nine grey herons by the lake",
    });
    driven!(
        app,
        "account.password_changed",
        next.put("/v1/account/password", changed),
        204
    );
    driven!(
        app,
        "session.ended",
        next.delete("/v1/sessions/current"),
        204
    );

    assert_eq!(app.verified(Vec::new()).await.findings, []);
}

#[rstest]
#[tokio::test]
async fn r146_what_is_done_to_a_record_is_written_down_once(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = {
        let (asked, joined) = (
            Counted::of(&app, "circle.invited"),
            Counted::of(&app, "circle.joined"),
        );
        let bob = app.member(&ada, "bob", "read").await;
        asked.once().await;
        joined.once().await;
        bob
    };
    let path = "/v1/patients/{patient}/entries/2026-W47";
    let body = || week("2026-11-18");

    driven!(app, "entry.recorded", ada.put(path, body()), 201);
    let corrected = with(with(body(), "/answers/speech", 2), "/change_reason", "slip");
    let first = ada.with_header("If-Match", &tag(&ada, path).await);
    driven!(app, "entry.revised", first.put(path, corrected), 200);

    driven!(app, "patient.read", bob.get("/v1/patients/{patient}"), 200);
    driven!(
        app,
        "entries.read",
        bob.get("/v1/patients/{patient}/entries"),
        200
    );
    driven!(
        app,
        "trend.read",
        bob.get("/v1/patients/{patient}/trend"),
        200
    );
    let history = format!("{path}/revisions");
    driven!(app, "history.read", bob.get(&history), 200);
    let treatments = "/v1/patients/{patient}/records";
    driven!(app, "treatments.read", bob.get(treatments), 200);
    driven!(
        app,
        "access.refused",
        bob.put(
            "/v1/patients/{patient}/entries/2026-W46",
            week("2026-11-11")
        ),
        403
    );

    let second = ada.with_header("If-Match", &tag(&ada, path).await);
    driven!(app, "entry.voided", second.delete(path), 204);
    let facts = ada.with_header("If-Match", &tag(&ada, FACTS).await);
    let zone = json!({ "time_zone": "Europe/Paris" });
    driven!(app, "patient.changed", facts.change(FACTS, zone), 200);
    let place = format!("/v1/patients/{{patient}}/circle/{}", bob.account_id);
    driven!(app, "circle.left", ada.delete(&place), 204);
    let guest = json!({ "email": "olga@example.org", "level": "read", "relation": "friend" });
    let invited = driven!(
        app,
        "circle.invited",
        ada.post("/v1/patients/{patient}/invitations", guest),
        201
    );
    let invitation = invited.body["id"].as_str().unwrap();
    let invitation = format!("/v1/patients/{{patient}}/invitations/{invitation}");
    driven!(
        app,
        "circle.invitation_revoked",
        ada.delete(&invitation),
        204
    );

    assert_eq!(app.verified(Vec::new()).await.findings, []);
}
