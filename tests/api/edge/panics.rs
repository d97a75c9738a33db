//! A handler that panics: nothing of ours does, so one is put behind the same edge (R110).

use std::net::SocketAddr;

use actix_web::middleware::from_fn;
use actix_web::web::{self, Data};
use actix_web::{App, HttpResponse, HttpServer};
use alsfrs_diary::platform::http::edge;

use crate::app::Database::Sqlite;
use crate::app::{TestApp, start};
use crate::raw::Wire;
use crate::reply::Reply;

#[tokio::test]
async fn r110_a_panic_is_answered_and_the_connection_lives() {
    let app = start!(Sqlite);
    let mut wire = Wire::to(serve_a_panic(&app)).await;

    wire.send("GET /panic HTTP/1.1\r\nHost: x\r\n\r\n").await;
    wire.send("GET /fine HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        .await;
    let answers = wire.read_to_end().await;

    let second = answers.rfind("HTTP/1.1").unwrap();
    let (panicked, fine) = answers.split_at(second);
    Reply::parse(panicked).refused(500, "internal");
    Reply::parse(fine).expect(200);
    assert!(!answers.contains("a secret of the handler"), "{answers}");
}

async fn panics() -> HttpResponse {
    panic!("a secret of the handler")
}

/// Two routes behind the edge of `app`, in one worker.
fn serve_a_panic(app: &TestApp) -> SocketAddr {
    let inside = app.inside().clone();
    let server = HttpServer::new(move || {
        App::new()
            .app_data(Data::new(inside.clone()))
            .route("/panic", web::get().to(panics))
            .route("/fine", web::get().to(HttpResponse::Ok))
            .wrap(from_fn(edge::surround))
    });
    let server = server.workers(1).disable_signals();
    let server = server.bind("127.0.0.1:0").unwrap();
    let address = *server.addrs().first().unwrap();
    tokio::spawn(server.run());
    address
}
