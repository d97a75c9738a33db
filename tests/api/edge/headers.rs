//! Headers of every answer, whatever it says.

use std::collections::HashSet;

use crate::app::Database::Sqlite;
use crate::app::start;
use crate::raw::{Wire, free_port};

/// What every answer says is checked by `Reply` itself: here every route is made to answer.
#[tokio::test]
async fn r124_every_operation_answers_with_safe_headers() {
    let app = start!(Sqlite);

    for operation in app.nobody().operations().await {
        let reply = app.nobody().ask(&operation.method, &operation.path).await;
        assert!(reply.status < 500, "{operation:?}: {}", reply.text);
        assert_ne!(reply.header("cache-control"), "", "{operation:?}");
        assert_eq!(reply.header("strict-transport-security"), "");
    }
}

#[tokio::test]
async fn r124_what_is_nobodys_business_is_not_kept_in_caches() {
    let app = start!(Sqlite);

    for path in ["/healthz", "/v1/account", "/nowhere"] {
        let reply = app.nobody().get(path).await;
        assert_eq!(reply.header("cache-control"), "no-store", "{path}");
    }
}

#[tokio::test]
async fn r124_behind_https_browsers_are_told_to_stay_there() {
    let app = start!(Sqlite, |settings| {
        settings.public_url = "https://diary.example.org".parse().unwrap();
    });

    for path in ["/healthz", "/nowhere", "/v1/account"] {
        let reply = app.nobody().get(path).await;
        let told = reply.header("strict-transport-security");
        assert_eq!(told, "max-age=63072000", "{path}");
    }
}

#[tokio::test]
async fn r145_every_request_gets_an_id_of_its_own() {
    let app = start!(Sqlite);
    let forger = app.nobody().with_header("x-request-id", "of-the-client");

    let mut seen = HashSet::new();
    for path in ["/healthz", "/healthz", "/nowhere", "/v1/account"] {
        let reply = forger.get(path).await;
        let id = reply.header("x-request-id").to_owned();
        assert_ne!(id, "of-the-client");
        assert!(seen.insert(id), "{path}");
    }
}

#[tokio::test]
async fn r133_metrics_are_served_on_their_own_listener_only() {
    let listener = format!("127.0.0.1:{}", free_port());
    let app = start!(Sqlite, |settings| {
        settings.metrics_listen = listener.parse().unwrap();
    });

    app.nobody().get("/metrics").await.refused(404, "not_found");
    app.nobody().get("/healthz").await.expect(200);
    let metrics = Wire::to(listener.parse().unwrap()).await.metrics().await;

    assert!(metrics.contains("http_request_duration_seconds"));
    assert!(metrics.contains(r#"route="/healthz""#), "{metrics}");
}
