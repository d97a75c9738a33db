//! The page of a card: for a phone without an account, without scripts, in any of five languages.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rstest::rstest;
use serde_json::{Value, json};

use super::{CARD, card_of, everything, shown};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::treatments::people::{at, new_id};
use crate::weeks::{week, with};

/// Ada breathes with a mask at night, and swallows with care.
async fn recorded(ada: &crate::people::Person) {
    let old = with(week("2026-11-11"), "/answers/respiratory_insufficiency", 3);
    ada.record("2026-W46", old).await.expect(201);
    let now = with(week("2026-11-18"), "/answers/respiratory_insufficiency", 2);
    let now = with(now, "/answers/swallowing", Value::Null);
    ada.record("2026-W47", now).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn a_card_says_what_the_diary_says_and_of_when(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    recorded(&ada).await;
    ada.with_header("If-Match", "\"v1\"")
        .change(crate::client::FACTS, json!({"diagnosed_on": "2025-06-12"}))
        .await
        .expect(200);
    let tube = json!({"kind": "milestone", "milestone": "gastrostomy", "reached_on": "2026-10-20"});
    ada.put(&at(&new_id(&app)), tube).await.expect(201);
    let (_, place) = card_of(&ada, everything()).await;

    let page = shown(&app, &place, "en-GB,en;q=0.9").await.expect(200);

    for words in [
        "<h1>Emergency card</h1>",
        "<p class=\"name\">Ada</p>",
        "ALS (amyotrophic lateral sclerosis)",
        "Known since 2025-06-12, as the patient says.",
        "Breathing mask (non-invasive ventilation) every night",
        "The patient’s own statement of 2026-11-18.",
        "Eats as usual",
        "The patient’s own statement of 2026-11-11.",
        "Feeding tube since 2026-10-20",
        "I understand everything.",
        "<b>Bob</b> (husband): <a href=\"tel:+493012345\">+49 (30) 123-45</a>",
        "Shown on 2026-11-23. What it shows was chosen on 2026-11-23.",
        "it forecasts nothing",
    ] {
        assert!(page.text.contains(words), "{words}: {}", page.text);
    }
    for (language, words) in [
        ("de", "Maskenbeatmung (nichtinvasiv) jede Nacht"),
        ("fr-CA", "chaque nuit"),
        ("es", "cada noche"),
        ("nl;q=0.2, pt", "Elke nacht"),
        ("pt", "every night"),
    ] {
        let page = shown(&app, &place, language).await.expect(200);
        assert!(page.text.contains(words), "{language}: {}", page.text);
        assert!(!page.text.contains("{ $"), "{}", page.text);
    }
}

#[rstest]
#[tokio::test]
async fn what_was_not_chosen_is_not_there(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    recorded(&ada).await;
    let (_, place) = card_of(&ada, json!({"ventilation": true})).await;

    let page = shown(&app, &place, "en").await.expect(200);
    let proxy = with(week("2026-11-23"), "/respondent", "caregiver_proxy");
    let bob = app.member(&ada, "bob", "write").await;
    bob.record("2026-W48", proxy).await.expect(201);
    let later = shown(&app, &place, "en").await.expect(200);

    for words in [
        "ALS",
        "Swallowing",
        "Ada",
        "Bob",
        "class=\"name\"",
        ada.patient_id.as_deref().unwrap(),
    ] {
        assert!(!page.text.contains(words), "{words}: {}", page.text);
    }
    assert!(page.text.contains("every night"), "{}", page.text);
    assert!(
        later.text.contains("As a caregiver saw it on 2026-11-23."),
        "{}",
        later.text
    );
}

#[rstest]
#[tokio::test]
async fn a_tube_that_answers_alone_tell_of_is_on_the_card(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let tube = with(week("2026-11-11"), "/cutting_form", "5b");
    let tube = with(tube, "/gastrostomy", true);
    ada.record("2026-W46", tube).await.expect(201);
    let (_, place) = card_of(&ada, everything()).await;

    let page = shown(&app, &place, "en").await.expect(200);
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let later = shown(&app, &place, "en").await.expect(200);

    let words = "Feeding tube, as answered on 2026-11-11";
    assert!(page.text.contains(words), "{}", page.text);
    assert!(!later.text.contains("Feeding tube"), "{}", later.text);
}

#[rstest]
#[tokio::test]
async fn an_answer_from_before_a_tube_is_not_on_the_card(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    ada.record("2026-W46", week("2026-11-11")).await.expect(201);
    let (_, place) = card_of(&ada, everything()).await;
    let begun =
        |what: &str| json!({"kind": "milestone", "milestone": what, "reached_on": "2026-11-12"});
    let before = shown(&app, &place, "en").await.expect(200);

    for what in ["tracheostomy", "nasogastric_tube"] {
        ada.put(&at(&new_id(&app)), begun(what)).await.expect(201);
    }
    let page = shown(&app, &place, "en").await.expect(200);
    let now = with(week("2026-11-18"), "/answers/respiratory_insufficiency", 0);
    let now = with(now, "/answers/swallowing", 0);
    ada.record("2026-W47", now).await.expect(201);
    let later = shown(&app, &place, "en").await.expect(200);

    let old = ["No breathing device", "Eats as usual", "of 2026-11-11"];
    for words in old {
        assert!(before.text.contains(words), "{words}: {}", before.text);
        assert!(!page.text.contains(words), "{words}: {}", page.text);
    }
    for words in [
        "Tracheostomy since 2026-11-12",
        "Feeding tube since 2026-11-12",
    ] {
        assert!(page.text.contains(words), "{words}: {}", page.text);
        assert!(later.text.contains(words), "{words}: {}", later.text);
    }
    assert_eq!(
        later.text.matches("of 2026-11-18").count(),
        2,
        "{}",
        later.text
    );
}

#[rstest]
#[tokio::test]
async fn the_link_of_a_contact_dials_the_number(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let numbers = [
        ("+49 (0)30 1234567", "+49301234567"),
        ("+49 (30) 123-45", "+493012345"),
        ("(030) 123 45/0", "030123450"),
        ("112", "112"),
    ];
    let contacts = numbers.map(|(phone, _)| json!({"name": "Bob", "phone": phone}));
    let (_, place) = card_of(&ada, json!({"contacts": contacts})).await;

    let page = shown(&app, &place, "en").await.expect(200);

    for (phone, dialled) in numbers {
        let link = format!("<a href=\"tel:{dialled}\">{phone}</a>");
        assert!(page.text.contains(&link), "{link}: {}", page.text);
    }
}

#[rstest]
#[tokio::test]
async fn a_card_of_an_empty_diary_says_so(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let (_, place) = card_of(&ada, json!({"ventilation": true, "swallowing": true})).await;

    let page = shown(&app, &place, "en").await.expect(200);

    assert_eq!(
        page.text.matches("Nothing is recorded").count(),
        2,
        "{}",
        page.text
    );
}

#[rstest]
#[tokio::test]
async fn r109_what_people_wrote_is_text_and_the_page_runs_nothing(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let mean = "<script>alert(1)</script>\"'&";
    let choice = json!({
        "shown_name": mean, "note": format!("{mean}\n{mean}"),
        "contacts": [{"name": mean, "phone": "112", "about": mean}],
    });
    let (_, place) = card_of(&ada, choice).await;

    let page = shown(&app, &place, "en").await.expect(200);

    assert!(!page.text.contains("<script"), "{}", page.text);
    assert_eq!(
        page.text.matches("&lt;script&gt;").count(),
        5,
        "{}",
        page.text
    );
    let policy = page.header("content-security-policy");
    assert!(
        !policy.contains("script-src") && !policy.contains("'unsafe"),
        "{policy}"
    );
    for (name, value) in [
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("x-robots-tag", "noindex, nofollow, noarchive"),
        ("content-type", "text/html; charset=utf-8"),
    ] {
        assert_eq!(page.header(name), value);
    }
    assert!(page.text.contains("<svg viewBox=") && page.text.contains("@media print"));
}

#[rstest]
#[tokio::test]
async fn a_statement_is_signed_by_the_server(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    recorded(&ada).await;
    let (_, place) = card_of(&ada, everything()).await;

    let jws = app
        .nobody()
        .get(&format!("{place}/statement"))
        .await
        .expect(200);
    let keys = app.nobody().get("/.well-known/jwks.json").await.expect(200);

    assert_eq!(jws.header("content-type"), "application/jose");
    let parts: Vec<&str> = jws.text.split('.').collect();
    let read = |part: &str| -> Value {
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
    };
    let (header, said) = (read(parts[0]), read(parts[1]));
    assert_eq!(header["typ"], "emergency-card+jws");
    assert_eq!(said["ventilation"]["said"]["score"], 2);
    assert_eq!(said["ventilation"]["said"]["on"], "2026-11-18");
    assert_eq!(said["shown_on"], "2026-11-23");
    let all = keys.body["keys"].as_array().unwrap().iter();
    let key = all.clone().find(|key| key["kid"] == header["kid"]).unwrap();
    let public = URL_SAFE_NO_PAD.decode(key["x"].as_str().unwrap()).unwrap();
    let signed = format!("{}.{}", parts[0], parts[1]);
    let signature = URL_SAFE_NO_PAD.decode(parts[2]).unwrap();
    assert!(alsfrs_diary::platform::secret::signed_by(
        &public,
        signed.as_bytes(),
        &signature
    ));
    // It opens nothing.
    app.nobody()
        .with_token(&jws.text)
        .get("/v1/account")
        .await
        .refused(401, "invalid_token");
    assert_eq!(app.written_down("card.opened"), 1, "{CARD}");
}
