//! Who is shown a picture, and what of it.

use std::collections::BTreeSet;

use rstest::rstest;
use serde_json::json;

use super::SVG;
use super::parsed::Picture;
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::client::Client;
use crate::treatments::people::{headache, riluzole};
use crate::trends::{TREND, decline};
use crate::weeks::{week, with, without};

async fn picture(client: &Client, query: &str) -> Picture {
    let reply = client.get(&format!("{SVG}?{query}")).await.expect(200);
    assert_eq!(reply.header("content-type"), "image/svg+xml; charset=utf-8");
    Picture::of(&reply.text)
}

#[rstest]
#[tokio::test]
async fn a_picture_is_asked_for_in_widths_and_themes_that_there_are(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (_app, ada) = start!(on; ada);

    for query in [
        "width=319",
        "width=1601",
        "width=wide",
        "theme=red",
        "stages=maybe",
        "weeks=3",
        "weeks=521",
        "height=4",
        "theme=dark&theme=dark",
    ] {
        let reply = ada.get(&format!("{SVG}?{query}")).await;
        reply.refused(400, "invalid_query");
    }
    for query in [
        "width=320",
        "width=1600&theme=print",
        "stages=false&weeks=all",
    ] {
        picture(&ada, query).await;
    }
}

#[rstest]
#[tokio::test]
async fn a_browser_that_takes_pictures_gets_one(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);

    for accept in ["image/svg+xml", "image/avif,image/*;q=0.8", "*/*"] {
        picture(&ada.with_header("accept", accept), "").await;
    }
    for accept in ["text/html", "image/png", "image/svg+xml;q=0"] {
        let reply = ada.with_header("accept", accept).get(SVG).await;
        reply.refused(406, "not_acceptable");
    }
}

#[rstest]
#[tokio::test]
async fn an_empty_diary_has_a_picture_that_says_so(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let empty = picture(&ada, "").await;
    ada.record("2026-W20", week("2026-05-13")).await.expect(201);

    let older = picture(&ada, "weeks=12").await;

    assert_eq!((empty.width, older.width), (720.0, 720.0));
    assert!(empty.says("No ratings yet"));
    assert!(older.says("No ratings in these weeks"));
}

#[rstest]
#[tokio::test]
async fn a_caregiver_sees_the_curve_with_its_line_and_is_told_what_the_trend_tells(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    decline(&ada, 30).await;
    ada.adds(riluzole(&app)).await;
    let open = without(week("2026-11-23"), "/answers/speech");
    ada.record("2026-W48", open).await.expect(201);
    let rob = app.member(&ada, "rob", "read").await;

    let picture = picture(&rob, "weeks=52").await;
    let trend = rob.get(&format!("{TREND}?weeks=52")).await.expect(200).body;

    let told = trend["summary"].as_array().unwrap().iter();
    let told: Vec<&str> = told
        .map(|sentence| sentence["text"].as_str().unwrap())
        .collect();
    assert_eq!(picture.told, told.join(" "));
    assert_eq!(picture.title, "The diary from 2025-12-01 to 2026-11-29");
    for said in [
        "Total, 0 to 48",
        "answered alone",
        "likely range of the trend (95 %)",
        "a question left open: no total",
        "King's stage, estimated",
        "MiToS stage",
        "FT9 stage",
        "2026-03-02: riluzole started",
        "Speaking, saliva, swallowing",
        "Breathing",
    ] {
        assert!(picture.says(said), "{said}: {}", picture.words());
    }
    let complete = trend["points"].as_array().unwrap().len() - 1;
    // The total's, and then those of the areas; in the week without speech three areas have a score.
    let dots = complete * 5 + 3;
    assert_eq!(picture.points("dot self").len(), 2 * dots);
    assert_eq!(picture.points("open").len(), 4);
}

#[rstest]
#[tokio::test]
async fn texts_do_not_meet_at_any_width(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    decline(&ada, 60).await;
    for _ in 0..3 {
        ada.adds(riluzole(&app)).await;
        ada.adds(headache(&app)).await;
    }

    for width in [320, 720, 1600] {
        for weeks in ["4", "12", "26", "52", "104", "520", "all"] {
            let picture = picture(&ada, &format!("width={width}&weeks={weeks}")).await;
            assert_eq!(picture.faults(), [""; 0], "{width} {weeks}");
            assert!(picture.texts.len() > 10);
        }
    }
}

#[rstest]
#[tokio::test]
async fn r74_level_summary_is_shown_what_its_trend_shows_and_no_more(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    decline(&ada, 30).await;
    ada.adds(riluzole(&app)).await;
    ada.adds(headache(&app)).await;
    let sue = app.member(&ada, "sue", "summary").await;
    let rob = app.member(&ada, "rob", "read").await;

    let hers = picture(&sue, "weeks=52").await;
    let his = picture(&rob, "weeks=52").await;

    assert!(his.says("riluzole") && his.says("headache"));
    assert!(!hers.words().contains("riluzole") && !hers.words().contains("headache"));
    assert!(hers.says("2026-03-02: a treatment started"));
    assert!(!hers.told.contains("riluzole"));
    assert_eq!(hers.points("dot").len(), his.points("dot").len());
}

#[rstest]
#[tokio::test]
async fn r74_a_picture_that_is_remembered_is_of_its_reader_and_its_query(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    decline(&ada, 3).await;
    let rob = app.member(&ada, "rob", "read").await;
    let mut seen = std::collections::HashSet::new();
    for query in ["", "width=400", "theme=dark", "stages=false", "weeks=12"] {
        let first = ada.get(&format!("{SVG}?{query}")).await.expect(200);
        let again = ada.get(&format!("{SVG}?{query}")).await.expect(200);
        assert_eq!(first.text, again.text);
        assert!(seen.insert(first.text), "{query}");
    }
    let trend = ada.get(TREND).await.expect(200);
    assert!(trend.body["points"].is_array());

    let shown = rob.get(SVG).await.expect(200);
    let holding = rob.with_header("If-None-Match", shown.etag());
    holding.get(SVG).await.expect(304);
    ada.record("2026-W48", week("2026-11-23")).await.expect(201);
    let next = holding.get(SVG).await.expect(200);
    assert_ne!(next.etag(), shown.etag());

    let grant = format!("/v1/patients/{{patient}}/circle/{}", rob.account_id);
    ada.delete(&grant).await.expect(204);
    holding.get(SVG).await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn what_a_picture_shows_was_read_and_the_patient_is_told(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let rob = app.member(&ada, "rob", "read").await;

    picture(&rob, "").await;

    let log = ada
        .get("/v1/patients/{patient}/access-log")
        .await
        .expect(200)
        .body;
    let events = log["items"].as_array().unwrap().iter();
    let read = events.filter(|event| event["action"] == json!("trend.read"));
    assert_eq!(read.count(), 1, "{log}");
}

#[rstest]
#[tokio::test]
async fn r124_a_picture_may_use_its_own_style_sheet_and_nothing_else(
    #[values(Sqlite, Postgres)] on: Database,
) {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;

    let (_app, ada) = start!(on; ada);
    for theme in ["auto", "light", "dark", "contrast", "print"] {
        let reply = ada.get(&format!("{SVG}?theme={theme}")).await.expect(200);
        let style = Picture::of(&reply.text).style;
        let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, style.as_bytes());
        let hash = STANDARD.encode(digest);

        assert_eq!(
            reply.header("content-security-policy"),
            format!("default-src 'none'; style-src 'sha256-{hash}'; frame-ancestors 'none'")
        );
    }
}

#[rstest]
#[tokio::test]
async fn a_picture_is_in_the_language_that_is_asked_for(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    decline(&ada, 20).await;
    ada.puts(riluzole(&app)).await.expect(201);
    ada.puts(headache(&app)).await.expect(201);

    let year = format!("{SVG}?weeks=52");
    let english = ada.get(&year).await.expect(200);
    let german = ada.with_header("Accept-Language", "de-CH, en;q=0.5");
    let told = german.get(&format!("{TREND}?weeks=52")).await.expect(200);
    let german = german.get(&year).await.expect(200);

    assert!(
        german
            .header("vary")
            .to_lowercase()
            .contains("accept-language")
    );
    assert_ne!(english.etag(), german.etag());
    let (english, german) = (Picture::of(&english.text), Picture::of(&german.text));
    assert_eq!((&*english.language, &*german.language), ("en", "de"));
    assert!(
        german.title.starts_with("Das Tagebuch vom 2025-12-01"),
        "{}",
        german.title
    );
    let told = told.body["summary"].as_array().unwrap().iter();
    let told: Vec<&str> = told
        .map(|sentence| sentence["text"].as_str().unwrap())
        .collect();
    assert_eq!(german.told, told.join(" "));
    assert!(german.told.contains("Gesamtwert"), "{}", german.told);
    for said in [
        "Gesamtwert, 0 bis 48",
        "riluzole: begonnen",
        "Nebenwirkung, Kopfschmerzen",
        "Umdrehen im Bett, Gehen, Treppen",
    ] {
        assert!(german.says(said), "{said}: {}", german.words());
    }
    let words = |picture: &Picture| -> BTreeSet<String> {
        let texts = picture.texts.iter().map(|text| text.said.clone());
        texts
            .filter(|said| said.contains(|c: char| c.is_ascii_lowercase()))
            .collect()
    };
    let same: Vec<String> = words(&english)
        .intersection(&words(&german))
        .cloned()
        .collect();
    assert_eq!(same, Vec::<String>::new());
}

#[rstest]
#[tokio::test]
async fn words_of_a_person_are_text_and_nothing_else(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    decline(&ada, 3).await;
    let name = "</text><script>&\"'";
    ada.adds(with(riluzole(&app), "/name", name)).await;

    let picture = picture(&ada, "weeks=52&width=1200").await;

    assert!(picture.says(name), "{}", picture.words());
}
