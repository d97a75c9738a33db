//! The page at `/`, to which the links in mails lead.

use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::mail::Mail;

/// What stands behind the `#` of the link in `mail`, before its code.
fn kind_of_link(app: &TestApp, mail: &Mail) -> String {
    let base = format!("{}#", app.inside().public_url);
    let link = mail.body.lines().find_map(|line| line.split_once(&base));
    let (kind, _) = link.expect("a link").1.split_once('=').expect("a code");
    kind.to_owned()
}

#[rstest]
#[tokio::test]
async fn a_link_in_a_mail_opens_a_page_that_says_what_to_do(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let form = json!({
        "email": "cleo@example.org", "password": "cleo counts seven quiet herons",
        "display_name": "Cleo", "role": "caregiver", "time_zone": "Europe/Berlin",
    });
    let nobody = app.nobody();
    nobody.post("/v1/accounts", form).await.expect(202);
    let sign_up = app.mail().next_to("cleo@example.org").await;
    let ada = app.patient("ada").await;
    let bob = json!({ "email": "bob@example.org", "level": "read", "relation": "friend" });
    let invited = ada.post("/v1/patients/{patient}/invitations", bob).await;
    invited.expect(201);
    let invitation = app.mail().next_to("bob@example.org").await;
    let forgotten = json!({ "email": "ada@example.org" });
    let reset = nobody.post("/v1/account/password-reset", forgotten).await;
    reset.expect(202);
    let reset = app.mail().next_to("ada@example.org").await;

    let page = nobody.get("/").await.expect(200);

    for mail in [sign_up, invitation, reset] {
        let kind = kind_of_link(&app, &mail);
        let known = [format!("\"{kind}\": {{"), format!("  {kind}: {{")];
        assert!(
            known.iter().any(|known| page.text.contains(known)),
            "{kind}"
        );
    }
    assert!(page.text.contains("activation: {"));
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    let policy = page.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert!(!page.text.contains("herons"), "people of the demo");
}
