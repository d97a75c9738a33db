//! What never ends keeps no line: bodies on every route, later heads, answers that are not taken (R127, R128, R132).

use std::time::{Duration, Instant};

use alsfrs_diary::platform::config::Settings;
use futures_util::future::join_all;
use rstest::rstest;
use tokio::time::sleep;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::operations::{self, Operation};
use crate::promise;
use crate::raw::Wire;

/// Waits a second each for a head, a body and an answer.
fn impatient(settings: &mut Settings) {
    settings.rehearsal.test_patience = Some(1000);
}

/// All three together.
const SILENCE: Duration = Duration::from_secs(3);

/// More than the server takes, however busy the machine is; without a limit it is for ever.
const AN_END: Duration = Duration::from_secs(30);

/// How a body goes on.
#[derive(Clone, Copy, Debug)]
enum Going {
    Stalled,
    Dripping,
    Endless,
}

/// Sends what begins with `head`, and then as `going` says, until the server ends the connection.
async fn outlast(app: &TestApp, head: &str, chunked: bool, going: Going) -> String {
    let piece = match (going, chunked) {
        (Going::Stalled, _) => String::new(),
        (Going::Dripping, true) => "1\r\n \r\n".to_owned(),
        (Going::Dripping, false) => " ".to_owned(),
        (Going::Endless, true) => format!("1000\r\n{}\r\n", " ".repeat(0x1000)),
        (Going::Endless, false) => " ".repeat(0x1000),
    };
    let (mut reading, mut writing) = app.connect_wire().await.split();
    writing.send(head).await;
    let send_on = async {
        loop {
            writing.send(&piece).await;
            sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::select! {
        answer = tokio::time::timeout(AN_END, reading.read_to_end()) => {
            answer.unwrap_or_else(|_| panic!("kept by {going:?}, chunked {chunked}: {head}"))
        }
        () = send_on => unreachable!(),
    }
}

#[rstest]
#[tokio::test]
async fn r127_a_body_that_never_ends_keeps_no_line(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(true, false)] chunked: bool,
    #[values(Going::Stalled, Going::Dripping, Going::Endless)] going: Going,
) {
    let (app, ada) = start!(on, impatient; ada);
    let framing = if chunked {
        "Transfer-Encoding: chunked"
    } else {
        "Content-Length: 99999999999"
    };
    let mut operations = operations::all(promise::document());
    operations.push(Operation {
        method: "POST".to_owned(),
        path: "/nowhere".to_owned(),
    });
    let heads: Vec<_> = operations
        .iter()
        .map(|Operation { method, path }| {
            format!(
                "{method} {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\n\
                 Content-Type: application/json\r\n{framing}\r\n\r\n",
                ada.access_token
            )
        })
        .collect();

    let answers = join_all(heads.iter().map(|head| outlast(&app, head, chunked, going))).await;

    for (head, answer) in heads.iter().zip(answers) {
        assert!(answer.starts_with("HTTP/1.1 "), "{head}{answer}");
    }
    app.nobody().get("/healthz").await.expect(200);
}

#[rstest]
#[case::of_the_first_request("")]
#[case::of_a_later_one("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")]
#[tokio::test]
async fn r127_a_head_that_never_ends_keeps_no_line(
    #[case] before: &str,
    #[values(Going::Stalled, Going::Dripping)] going: Going,
) {
    let app = start!(Sqlite, impatient);

    outlast(
        &app,
        &format!("{before}GET /healthz HTTP/1.1\r\nX: "),
        false,
        going,
    )
    .await;
}

/// Asks for more than fits on the way, many times.
async fn ask_for_much(app: &TestApp) -> (Wire, usize) {
    let path = "/docs/swagger-ui-bundle.js";
    let once = app.nobody().get(path).await.expect(200).text.len();
    let times = 8_000_000 / once;
    let mut wire = app.connect_wire().await;
    wire.send(format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").repeat(times))
        .await;
    wire.send("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        .await;
    (wire, once * times)
}

#[tokio::test]
async fn r132_who_takes_no_answer_keeps_no_line() {
    let app = start!(Sqlite, impatient);

    let (mut wire, all) = ask_for_much(&app).await;
    let asked = Instant::now();
    while wire.try_send(" ").await.is_ok() {
        assert!(asked.elapsed() < AN_END, "kept");
        sleep(Duration::from_millis(20)).await;
    }

    assert!(wire.read_to_end().await.len() < all);
}

#[tokio::test]
async fn r132_who_takes_an_answer_slowly_gets_it_all() {
    let app = start!(Sqlite, impatient);

    let (mut wire, all) = ask_for_much(&app).await;
    let asked = Instant::now();
    let mut taken = 0;
    while let Some(read) = wire.read_some().await {
        taken += read;
        sleep(Duration::from_millis(30)).await;
    }

    assert!(taken > all, "{taken} of {all}");
    assert!(asked.elapsed() > SILENCE, "that was fast");
}
