//! Paths mean what they say, and nothing else (R91, R101).

use rstest::rstest;

use crate::app::Database::Sqlite;
use crate::app::{TestApp, start};
use crate::reply::Reply;

/// Sent byte by byte, because a proper client tidies a path up.
async fn get(app: &TestApp, target: &str) -> Reply {
    get_as(app, "", target).await
}

async fn get_as(app: &TestApp, token: &str, target: &str) -> Reply {
    let head = format!("GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
    let request = match token {
        "" => format!("{head}\r\n"),
        token => format!("{head}Authorization: Bearer {token}\r\n\r\n"),
    };
    Reply::parse(&app.raw(request).await)
}

#[tokio::test]
async fn r91_a_path_that_is_nearly_right_leads_nowhere() {
    let (app, ada) = start!(Sqlite; ada);
    let diary = format!("/v1/patients/{}", ada.patient_id.as_deref().unwrap());

    for path in ["/v1/account".to_owned(), format!("{diary}/entries"), diary] {
        get_as(&app, &ada.access_token, &path).await.expect(200);
        for trick in variations(&path) {
            let reply = get_as(&app, &ada.access_token, &trick).await;
            assert_eq!((reply.status, reply.code()), (404, "not_found"), "{trick}");
        }
    }
}

fn variations(path: &str) -> [String; 12] {
    let (folder, name) = path.rsplit_once('/').unwrap();
    [
        format!("{path}/"),
        format!("/{path}"),
        format!("{folder}//{name}"),
        format!("{path};x"),
        format!("{path};jsessionid=1"),
        format!("{folder}%2f{name}"),
        format!("{folder}/.//{name}"),
        format!("{folder}/x/../{name}"),
        format!("{path}%00"),
        format!("{path}%20"),
        format!("{path}.json"),
        path.replacen("/v1", "/V1", 1),
    ]
}

#[rstest]
#[tokio::test]
async fn r91_a_header_does_not_change_the_method(
    #[values("x-http-method-override", "x-http-method", "x-method-override")] header: &str,
) {
    let app = start!(Sqlite);
    let client = app.nobody().with_header(header, "DELETE");

    let reply = client.get("/healthz").await;

    reply.expect(200);
}

#[rstest]
#[tokio::test]
async fn r101_an_id_that_is_none_is_not_found(
    #[values(
        "1",
        "%00",
        "%2e%2e%2f",
        "%ff",
        "%c0%ae",
        "%7B0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61%7D",
        "urn:uuid:0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61",
        "0199c1a46a3c7d2e9f102b7c5d8e4a61",
        "0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61x"
    )]
    id: &str,
) {
    let (app, ada) = start!(Sqlite; ada);

    let reply = get_as(
        &app,
        &ada.access_token,
        &format!("/v1/patients/{id}/entries"),
    )
    .await;

    reply.refused(404, "not_found");
}

#[tokio::test]
async fn r101_the_case_of_an_id_does_not_matter() {
    let (_app, ada) = start!(Sqlite; ada);
    let id = ada.patient_id.as_deref().unwrap().to_uppercase();

    ada.get(&format!("/v1/patients/{id}")).await.expect(200);
}

#[rstest]
#[case("/healthz?")]
#[case("/%68ealthz")]
#[tokio::test]
async fn the_same_path_written_otherwise_is_the_same(#[case] target: &str) {
    let app = start!(Sqlite);

    get(&app, target).await.expect(200);
}
