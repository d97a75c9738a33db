//! Clients that take their time: a tunnel, a weak signal, or ill will (R127, R128).

use std::time::{Duration, Instant};

use alsfrs_diary::platform::config::Settings;

use crate::app::Database::Sqlite;
use crate::app::{TestApp, start};
use crate::raw::Wire;
use crate::reply::Reply;

const HALF_A_REQUEST: &str = "POST /v1/sessions HTTP/1.1\r\nHost: x\r\n\
     Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"email\"";

/// Waits for a client for a second and a half.
fn impatient(settings: &mut Settings) {
    settings.rehearsal.test_patience = Some(1500);
}

#[tokio::test]
async fn r127_a_body_that_stalls_or_trickles_is_given_up() {
    let app = start!(Sqlite, impatient);

    let asked = Instant::now();
    let (stalled, trickled) = tokio::join!(stall(&app), trickle(&app));

    stalled.refused(408, "request_timeout");
    trickled.refused(408, "request_timeout");
    assert!(asked.elapsed() > Duration::from_millis(1400), "{asked:?}");
}

async fn stall(app: &TestApp) -> Reply {
    let mut wire = app.connect_wire().await;
    wire.send(HALF_A_REQUEST).await;
    Reply::parse(&wire.read_to_end().await)
}

/// A byte now and then never stops, and must not be waited for for ever.
async fn trickle(app: &TestApp) -> Reply {
    let mut wire = app.connect_wire().await;
    wire.send(HALF_A_REQUEST).await;
    for _ in 0..14 {
        tokio::time::sleep(Duration::from_millis(100)).await;
        wire.send(" ").await;
    }
    Reply::parse(&wire.read_to_end().await)
}

#[tokio::test]
async fn r127_a_head_that_stalls_is_given_up() {
    let app = start!(Sqlite, impatient);

    let asked = Instant::now();
    let answer = app.raw("GET /healthz HTTP/1.1\r\nHost: x\r\n").await;

    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(asked.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn r128_the_slow_do_not_hold_up_the_others() {
    let app = start!(Sqlite);
    let mut slow: Vec<Wire> = Vec::new();
    for _ in 0..200 {
        let mut wire = app.connect_wire().await;
        wire.send(HALF_A_REQUEST).await;
        slow.push(wire);
    }

    let asked = Instant::now();
    app.nobody().get("/healthz").await.expect(200);

    assert!(asked.elapsed() < Duration::from_secs(10));
}

#[tokio::test]
async fn r129_what_is_no_http_is_refused_and_the_connection_closed() {
    let app = start!(Sqlite);

    for nonsense in [
        "nonsense\r\n\r\n",
        "GET /healthz HTTP/9.9\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost x\r\n\r\n",
        "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na",
        "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\
         Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n",
    ] {
        let answer = app.raw(nonsense).await;
        assert!(answer.starts_with("HTTP/1.1 400"), "{nonsense}: {answer}");
    }
}
