//! By which names the service is asked.

use alsfrs_diary::platform::config::Profile;
use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};

const HERE: &str = "diary.example.org";

async fn ask(app: &TestApp, target: &str, hosts: &[&str]) -> u16 {
    let lines: Vec<_> = hosts
        .iter()
        .map(|host| format!("Host: {host}\r\n"))
        .collect();
    let hosts = lines.concat();
    let request = format!("GET {target} HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n");
    let answer = app.raw(request).await;
    answer.split(' ').nth(1).unwrap().parse().unwrap()
}

#[rstest]
#[tokio::test]
async fn r129_only_the_names_that_are_ours_are_answered(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, |settings| {
        settings.public_url = format!("https://{HERE}").parse().unwrap();
        settings.public_hosts = vec!["Intern.example.org".to_owned()];
    });
    let path = "/v1/instruments/alsfrs-r";

    for ours in [
        HERE,
        "DIARY.example.org",
        "diary.example.org:443",
        "intern.example.org",
        "localhost:8080",
        "127.0.0.1",
        "[::1]:8080",
    ] {
        assert_eq!(ask(&app, path, &[ours]).await, 200, "{ours}");
    }
    for other in [
        "evil.example.org",
        "diary.example.org.evil.example",
        "evil.example/diary.example.org",
        "evil@diary.example.org",
        "example.org",
        "192.0.2.7",
        "diary.example.org:8x",
        "",
    ] {
        assert_eq!(ask(&app, path, &[other]).await, 421, "{other}");
    }
    assert_eq!(ask(&app, path, &[]).await, 400, "that is no HTTP/1.1");
    let two = ask(&app, path, &[HERE, "evil.example.org"]).await;
    assert!(matches!(two, 400 | 421), "{two}");
    let elsewhere = format!("http://evil.example.org{path}");
    assert_eq!(ask(&app, &elsewhere, &[HERE]).await, 421);
    // Whatever keeps it running asks by whatever name it finds.
    assert_eq!(ask(&app, "/healthz", &["10.0.0.7"]).await, 200);
    assert_eq!(ask(&app, "/readyz", &["10.0.0.7"]).await, 200);
}

#[rstest]
#[tokio::test]
async fn r129_no_name_that_a_client_gives_gets_into_a_mail(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let client = app.nobody().with_header("host", "evil.example.org");

    let asked = serde_json::json!({ "email": ada.email });
    client
        .post("/v1/account/password-reset", asked)
        .await
        .expect(202);

    let mail = app.mail().next_to(&ada.email).await;
    assert!(!mail.body.contains("evil"), "{}", mail.body);
}

#[test]
fn r129_production_goes_by_the_name_of_its_public_url() {
    let home = crate::home::Home::new(Sqlite).unwrap();
    let mut settings = home.settings();
    settings.public_url = format!("https://{HERE}").parse().unwrap();

    let in_development = settings.hosts();
    settings.profile = Profile::Production;

    assert_eq!(in_development, None);
    assert_eq!(settings.hosts(), Some(vec![HERE.to_owned()]));
}
