//! Letting programs in and taking them away, while the server runs.

use rstest::rstest;
use serde_json::json;

use super::people::{Key, Program, client, denied, key_file};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;

const NOWHERE: &str = "0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61";

#[rstest]
#[tokio::test]
async fn r107_a_program_is_let_in_with_public_keys_from_a_public_place_alone(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let key = Key::ec();
    let mut private = key.jwk("first");
    private["d"] = json!("c2VjcmV0");
    let file = |keys| key_file(&app, &keys).to_str().unwrap().to_owned();
    let good = file(json!({"keys": [key.jwk("first")]}));
    let twice = file(json!({"keys": [key.jwk("first"), Key::ec().jwk("first")]}));
    let none = file(json!({"keys": []}));
    let private = file(json!({"keys": [private]}));
    let broken = file(json!(["keys"]));
    let site = clinic.site.as_str();
    let url = |url| ["--jwks-url", url, "--site", site];
    let refusals: &[(&[&str], &str)] = &[
        (&["--jwks", &good, "--site", NOWHERE], "no such clinic"),
        (
            &["--jwks", &twice, "--site", site],
            "no key for RS384 or ES384",
        ),
        (
            &["--jwks", &none, "--site", site],
            "no key for RS384 or ES384",
        ),
        (&["--jwks", &private, "--site", site], "a private key"),
        (&["--jwks", &broken, "--site", site], "no JWK Set"),
        (&["--jwks", "/nowhere", "--site", site], "No such file"),
        (
            &["--jwks", &good, "--site", site, "--scope", "user/*.rs"],
            "is no scope",
        ),
        (
            &[
                "--jwks",
                &good,
                "--site",
                site,
                "--scope",
                "system/Consent.rs",
            ],
            "is no scope",
        ),
        (
            &["--jwks", &good, "--site", site, "--scope", " "],
            "is no scope",
        ),
        (&url("http://keys.example/jwks"), "everybody can reach"),
        (&url("https://127.0.0.1/jwks"), "everybody can reach"),
        (&url("https://[::1]/jwks"), "everybody can reach"),
        (
            &url("https://[::ffff:10.0.0.1]/jwks"),
            "everybody can reach",
        ),
        (
            &url("https://169.254.169.254/latest"),
            "everybody can reach",
        ),
        (
            &url("https://ada:secret@keys.example/jwks"),
            "everybody can reach",
        ),
        (
            &url("https://keys.example/jwks#first"),
            "everybody can reach",
        ),
        (&url("file:///etc/passwd"), "everybody can reach"),
        (&["--site", site], "required"),
    ];
    for (arguments, why) in refusals {
        let all = [&["add", "--name", "The registry"], *arguments].concat();
        let (code, said) = client(&app, &all);
        assert_ne!(code, Some(0), "{arguments:?}");
        assert!(said.contains(why), "{arguments:?}: {said}");
    }
    let (code, said) = client(
        &app,
        &["add", "--name", "", "--jwks", &good, "--site", site],
    );
    assert_ne!(code, Some(0), "{said}");
    assert_eq!(app.query_i64("select count(*) from clients"), 0);
}

#[rstest]
#[tokio::test]
async fn programs_are_let_in_listed_and_taken_away_while_the_server_runs(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let program = Program::let_in(&app, &clinic.site, Key::ec(), "system/Patient.s");
    let reading = program.with(&app, "system/*.rs").await;
    reading.get("/fhir/Patient").await.expect(200);

    let (code, listed) = client(&app, &["list"]);
    assert_eq!(code, Some(0));
    let line = format!(
        "{}\tThe registry\tClinic by the lake\tsystem/Patient.s\tkeys given\n",
        program.id
    );
    assert_eq!(listed, line);
    assert_eq!(client(&app, &["remove", &program.id]).0, Some(0));

    // From the next request on.
    let reply = reading.get("/fhir/Patient").await;
    reply.refused(401, "invalid_token");
    denied(
        &program.ask(&app, "system/*.rs").await,
        401,
        "invalid_client",
    );
    let (code, said) = client(&app, &["remove", &program.id]);
    assert_ne!(code, Some(0), "{said}");
    assert_eq!(client(&app, &["list"]).1.trim(), "");
    let written = ["client.added", "client.removed"].map(|action| app.written_down(action));
    assert_eq!(written, [1, 1]);
}
