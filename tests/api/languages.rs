//! What people read, in the language that they chose.

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::mail::Mail;
use crate::people::Person;

/// A sign-up of `name`, who reads `locale`.
async fn sign_up(app: &TestApp, name: &str, locale: Value) -> Mail {
    let email = format!("{name}@example.org");
    let form = json!({
        "email": email, "password": "cleo counts seven quiet herons", "display_name": name,
        "role": "caregiver", "time_zone": "Europe/Berlin", "locale": locale,
    });
    app.nobody().post("/v1/accounts", form).await.expect(202);
    app.mail().next_to(&email).await
}

/// The same person, who reads `locale` from now on.
async fn reads(person: &Person, locale: &str) {
    let person = person.with_header("If-Match", "*");
    let changed = person
        .change("/v1/account", json!({ "locale": locale }))
        .await;
    changed.expect(200);
}

/// Asks for a mail that anybody gets who has an account.
async fn forgot(app: &TestApp, person: &Person) -> Mail {
    let body = json!({ "email": person.email });
    let nobody = app.nobody();
    nobody
        .post("/v1/account/password-reset", body)
        .await
        .expect(202);
    app.mail().next_to(&person.email).await
}

async fn invited(app: &TestApp, patient: &Person, email: &str) -> Mail {
    let body = json!({ "email": email, "level": "write", "relation": "friend" });
    let sent = patient
        .post("/v1/patients/{patient}/invitations", body)
        .await;
    sent.expect(201);
    app.mail().next_to(email).await
}

#[rstest]
#[case(json!("pt-BR"))]
#[case(json!("deutsch"))]
#[case(Value::Null)]
#[tokio::test]
async fn a_language_without_texts_is_answered_in_english(#[case] locale: Value) {
    let app = start!(Sqlite);

    let mail = sign_up(&app, "cleo", locale).await;

    assert_eq!(mail.subject, "Your code");
    assert!(mail.body.starts_with("Hello,"), "{}", mail.body);
}

#[rstest]
#[case("de-AT", "Ihr Code", "Guten Tag,", "\nCode: ")]
#[case("FR", "Votre code", "Bonjour,", "\nCode\u{a0}: ")]
#[case("es-419", "Su código", "Hola:", "\nCódigo: ")]
#[case("nl", "Uw code", "Hallo,", "\nCode: ")]
#[tokio::test]
async fn who_signs_up_is_mailed_in_the_language_of_the_form(
    #[case] locale: &str,
    #[case] subject: &str,
    #[case] hello: &str,
    #[case] code: &str,
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);

    let mail = sign_up(&app, "cleo", json!(locale)).await;

    assert_eq!(mail.subject, subject);
    let body = mail.body.replace("\r\n", "\n");
    assert!(body.starts_with(hello) && body.contains(code), "{body}");
    assert!(body.contains("#sign-up=") && !body.contains('{'), "{body}");
}

#[rstest]
#[tokio::test]
async fn an_account_is_mailed_in_its_own_language_whoever_asks(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    reads(&ada, "fr").await;

    let reset = forgot(&app, &ada).await;
    let again = sign_up(&app, "ada", json!("de")).await;

    assert_eq!(reset.subject, "Un nouveau mot de passe");
    assert_eq!(again.subject, "Vous avez déjà un compte");
}

#[rstest]
#[tokio::test]
async fn an_invitation_is_in_the_language_of_its_reader_or_else_of_who_invites(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = (app.patient("ada").await, app.caregiver("bob").await);
    reads(&ada, "es").await;
    reads(&bob, "nl").await;

    let to_bob = invited(&app, &ada, &bob.email).await;
    let to_nobody_known = invited(&app, &ada, "carol@example.org").await;

    assert_eq!(to_bob.subject, "U bent uitgenodigd");
    assert!(to_bob.body.contains("namens de patiënt"), "{}", to_bob.body);
    assert_eq!(to_nobody_known.subject, "Tiene una invitación");
    let ends = "hasta el 30 de noviembre de 2026 a las 12:00 UTC";
    assert!(
        to_nobody_known.body.contains(ends),
        "{}",
        to_nobody_known.body
    );
}

#[rstest]
#[tokio::test]
async fn each_reads_of_a_trustee_in_their_own_language(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    reads(&ada, "de").await;
    reads(&bob, "fr").await;

    let chosen = json!({ "account_id": bob.account_id });
    let chosen = ada.put("/v1/patients/{patient}/trustee", chosen).await;
    chosen.expect(200);

    let mut to_ada = app.mail().next_to(&ada.email).await;
    while !to_ada.subject.starts_with("Sie haben gewählt") {
        to_ada = app.mail().next_to(&ada.email).await;
    }
    assert!(
        to_ada.body.contains("Bob, mit Ihnen befreundet."),
        "{}",
        to_ada.body
    );
    let mut to_bob = app.mail().next_to(&bob.email).await;
    while to_bob.subject != "Quelqu’un vous fait confiance" {
        to_bob = app.mail().next_to(&bob.email).await;
    }
    assert!(
        to_bob.body.contains("Ada partage un journal avec vous"),
        "{}",
        to_bob.body
    );
}

#[rstest]
#[tokio::test]
async fn a_clinic_writes_to_its_new_staff_as_who_added_them_reads(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    reads(&clinic.ann, "de").await;

    let lea = clinic.staff("lea", "clinician").await;

    let mails = app.mail().all_to(&lea.email);
    let said = |subject: &str| mails.iter().any(|mail| mail.subject == subject);
    assert!(said("Ihr Konto ist bereit"), "{mails:?}");
    assert_eq!(
        lea.get("/v1/account").await.expect(200).body["locale"],
        "de"
    );
}

#[rstest]
#[tokio::test]
async fn what_stays_after_an_erasure_is_told_in_the_language_that_is_asked_for(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    reads(&ada, "nl").await;
    let browser = ada.with_header("Accept-Language", "pt, de;q=0.8, en;q=0.3");

    let asked = browser.post_nothing("/v1/account/erasure").await;

    let asked = asked.expect(202).body;
    let goes = asked["goes"][0].as_str().unwrap();
    assert!(goes.starts_with("Ihr Name"), "{goes}");
    let until = asked["retained"][4]["until"].as_str().unwrap();
    assert_eq!(until, "bis sie überschrieben werden");
    let mut mail = app.mail().next_to(&ada.email).await;
    while mail.subject != "Uw account wordt gewist" {
        mail = app.mail().next_to(&ada.email).await;
    }
    assert!(
        mail.body
            .contains("(tot ze worden overschreven; AVG, artikel 32"),
        "{}",
        mail.body
    );
}

#[rstest]
#[case("/veto", "de-DE,de;q=0.9,en;q=0.5", "Nein, niemand handelt für mich")]
#[case("/veto", "it", "No, nobody acts for me")]
#[case("/never-again", "nl", "Geen uitnodiging meer")]
#[tokio::test]
async fn what_the_link_of_a_mail_opens_is_in_the_language_of_the_browser(
    #[case] page: &str,
    #[case] languages: &str,
    #[case] button: &str,
) {
    let app = start!(Sqlite);
    let browser = app.nobody().with_header("Accept-Language", languages);

    let opened = browser.get(page).await.expect(200);

    assert!(opened.text.contains(button), "{}", opened.text);
    assert!(
        opened
            .header("vary")
            .to_lowercase()
            .contains("accept-language")
    );
    for place in ["{ veto", "{ unwanted", "{ touch", "{language}"] {
        assert!(!opened.text.contains(place), "{}", opened.text);
    }
}
