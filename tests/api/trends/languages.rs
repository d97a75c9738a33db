//! What is said in words of a diary, in the language of its reader.

use rstest::rstest;
use serde_json::{Value, json};

use super::{TREND, decline};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::client::Client;
use crate::people::Person;
use crate::treatments::people::{at, headache, riluzole};
use crate::weeks::{week, with};

const YEAR: &str = "/v1/patients/{patient}/trend?weeks=52";

/// Ada, who lost a little and began with riluzole, and her husband, who answered for her once.
async fn household(app: &TestApp) -> (Person, Person) {
    let ada = app.patient("ada").await;
    decline(&ada, 20).await;
    ada.adds(riluzole(app)).await;
    ada.adds(headache(app)).await;
    let bob = app.member(&ada, "bob", "write").await;
    let answered = with(week("2026-11-23"), "/respondent", "caregiver_proxy");
    let answered = with(answered, "/answers/dyspnea", 1);
    bob.record("2026-W48", answered).await.expect(201);
    (ada, bob)
}

fn reads(person: &Person, language: &str) -> Client {
    person.with_header("Accept-Language", language)
}

/// The `member` of each in a list.
fn said<'a>(list: &'a Value, member: &str) -> Vec<&'a str> {
    let list = list.as_array().unwrap().iter();
    list.map(|one| one[member].as_str().unwrap()).collect()
}

#[rstest]
#[case("en-GB", [
    "1 of 21 ratings was made by a caregiver, from what they see.",
    "1 of 21 ratings was made by you, from what you see.",
    "On 23 November the answers given for you said that breathing was hard. Please contact your ALS team today. \
     If you cannot get enough air right now, call your emergency number.",
    "On 23 November your answers for Ada said that breathing was hard. Please contact the ALS team today. \
     If there is not enough air right now, call the emergency number.",
], ["riluzole started", "headache"])]
#[case("de-AT, en;q=0.5", [
    "Von 21 Einschätzungen wurde 1 von einer betreuenden Person (nach dem, was sie sieht) gegeben.",
    "Von 21 Einschätzungen wurde 1 von Ihnen (nach dem, was Sie sehen) gegeben.",
    "Am 23. November 2026 sagten die für Sie gegebenen Antworten, dass das Atmen schwerfiel. Bitte wenden Sie sich \
     heute an Ihr ALS-Team. Wenn Sie jetzt gerade nicht genug Luft bekommen, rufen Sie den Notruf an.",
    "Am 23. November 2026 sagten Ihre Antworten für Ada, dass das Atmen schwerfiel. Bitte wenden Sie sich heute an \
     das ALS-Team. Wenn jetzt gerade die Luft nicht reicht, rufen Sie den Notruf an.",
], ["riluzole: begonnen", "Kopfschmerzen"])]
#[case("fr", [
    "Sur 21 évaluations, 1 a été faite par un aidant, d’après ce qu’il voit.",
    "Sur 21 évaluations, 1 a été faite par vous, d’après ce que vous voyez.",
    "Le 23 novembre 2026, les réponses données pour vous disaient que la respiration était difficile. Veuillez \
     contacter votre équipe SLA aujourd’hui. Si vous manquez d’air en ce moment même, appelez le numéro d’urgence.",
    "Le 23 novembre 2026, vos réponses pour Ada disaient que la respiration était difficile. Veuillez contacter \
     l’équipe SLA aujourd’hui. Si l’air manque en ce moment même, appelez le numéro d’urgence.",
], ["riluzole\u{a0}: début", "maux de tête"])]
#[case("es-419", [
    "De 21 valoraciones, 1 fue de un cuidador, según lo que ve.",
    "De 21 valoraciones, 1 fue de usted, según lo que ve.",
    "El 23 de noviembre de 2026, las respuestas dadas en su nombre decían que costaba respirar. Por favor, póngase \
     en contacto con su equipo de ELA hoy. Si ahora mismo le falta el aire, llame al número de emergencias.",
    "El 23 de noviembre de 2026, las respuestas que usted dio en nombre de Ada decían que costaba respirar. Por \
     favor, póngase en contacto con el equipo de ELA hoy. Si ahora mismo falta el aire, llame al número de \
     emergencias.",
], ["riluzole: comienzo", "dolor de cabeza"])]
#[case("nl", [
    "Van 21 beoordelingen is 1 gedaan door een mantelzorger, naar wat die ziet.",
    "Van 21 beoordelingen is 1 gedaan door u, naar wat u ziet.",
    "Op 23 november 2026 zeiden de antwoorden die voor u zijn gegeven dat ademen moeilijk was. Neem vandaag contact \
     op met uw ALS-team. Krijgt u op dit moment niet genoeg lucht, bel dan het alarmnummer.",
    "Op 23 november 2026 zeiden uw antwoorden voor Ada dat ademen moeilijk was. Neem vandaag contact op met het \
     ALS-team. Is er op dit moment niet genoeg lucht, bel dan het alarmnummer.",
], ["riluzole: begonnen", "hoofdpijn"])]
#[tokio::test]
async fn patient_and_husband_are_each_spoken_to_in_the_language_that_they_ask_for(
    #[case] language: &str,
    #[case] expected: [&str; 4],
    #[case] labels: [&str; 2],
) {
    let app = start!(Sqlite);
    let (ada, bob) = household(&app).await;

    let [made, made_by_you, to_ada, to_bob] = expected;
    let hers = reads(&ada, language).get(YEAR).await.expect(200).body;
    let his = reads(&bob, language).get(YEAR).await.expect(200).body;

    assert!(said(&hers["summary"], "text").contains(&made), "{hers}");
    assert!(
        said(&his["summary"], "text").contains(&made_by_you),
        "{his}"
    );
    assert_eq!(said(&hers["flags"], "text"), [to_ada]);
    assert_eq!(said(&his["flags"], "text"), [to_bob]);
    assert_eq!(said(&his["markers"], "label"), labels);
}

#[rstest]
#[tokio::test]
async fn a_trend_that_is_remembered_is_remembered_in_each_language(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (_app, ada) = start!(on; ada);
    decline(&ada, 3).await;
    let (english, dutch) = (reads(&ada, "pt, en;q=0.5"), reads(&ada, "nl"));

    let first = english.get(TREND).await.expect(200);
    let other = dutch.get(TREND).await.expect(200);

    assert_eq!(first.text, ada.get(TREND).await.expect(200).text);
    assert_eq!(other.text, dutch.get(TREND).await.expect(200).text);
    assert_ne!(first.etag(), other.etag());
    assert_eq!(first.header("vary"), "accept-encoding, accept-language");
    let codes = |trend: &Value| {
        trend["summary"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["code"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(&first.body), codes(&other.body));
    let holds = |reader: &Client, tag: &str| reader.with_header("If-None-Match", tag);
    let same = holds(&dutch, other.etag()).get(TREND).await.expect(304);
    assert_eq!(same.header("vary"), "accept-encoding, accept-language");
    holds(&dutch, first.etag()).get(TREND).await.expect(200);
    holds(&english, other.etag()).get(TREND).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn who_says_we_know_and_who_compares_is_answered_in_their_language(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (patient, bob) = household(&app).await;
    let (ada, bob) = (reads(&patient, "es"), reads(&bob, "fr"));
    let flags = bob.get(TREND).await.expect(200).body["flags"].clone();
    let id = flags[0]["id"].as_str().unwrap();

    let known = format!("/v1/patients/{{patient}}/flags/{id}/acknowledge");
    let known = bob.post(&known, json!({})).await.expect(200).body;
    let began = patient
        .adds(with(riluzole(&app), "/started_on", "2026-09-16"))
        .await;
    let compared = format!("{}/response", at(&began));
    let compared = ada.get(&compared).await.expect(200);

    assert_eq!(known["text"], flags[0]["text"]);
    assert!(
        known["text"]
            .as_str()
            .unwrap()
            .starts_with("Le 23 novembre"),
        "{known}"
    );
    let cause = "Una diferencia en el tiempo no muestra ninguna causa: esto no puede mostrar que el tratamiento \
                 hiciera algo, ni que no lo hiciera.";
    assert!(said(&compared.body["text"], "text").contains(&cause));
    assert_eq!(compared.header("vary"), "accept-encoding, accept-language");
}

#[tokio::test]
async fn level_summary_is_told_no_name_of_a_treatment_in_any_language() {
    let app = start!(Sqlite);
    let (ada, _) = household(&app).await;
    let sue = app.member(&ada, "sue", "summary").await;

    for (language, label) in [
        ("de", "eine Behandlung: begonnen"),
        ("nl", "een behandeling: begonnen"),
    ] {
        let shown = reads(&sue, language).get(YEAR).await.expect(200);

        assert_eq!(said(&shown.body["markers"], "label"), [label]);
        assert!(!shown.text.contains("riluzole"), "{}", shown.text);
    }
}
