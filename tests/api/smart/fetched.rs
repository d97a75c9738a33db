//! Keys that are fetched: the one thing that is asked of other servers.

use std::net::{IpAddr, SocketAddr};

use alsfrs_diary::platform::egress::is_public;
use rstest::rstest;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use super::people::{Key, Program, denied};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::{scratch, tls};

/// A server with a certificate that it has signed itself.
struct Server {
    listener: TcpListener,
    tls: TlsAcceptor,
    certificate: String,
}

impl Server {
    async fn here() -> Self {
        let (tls, certificate) = tls::here();
        Self {
            listener: TcpListener::bind("127.0.0.1:0").await.unwrap(),
            tls,
            certificate,
        }
    }

    fn address(&self) -> SocketAddr {
        self.listener.local_addr().unwrap()
    }

    /// Answers the next request with this; nothing is no answer at all.
    async fn answer(&self, answer: Option<&str>) {
        let (wire, _) = self.listener.accept().await.unwrap();
        let Ok(mut wire) = self.tls.accept(wire).await else {
            return;
        };
        let mut asked = Vec::new();
        while !asked.ends_with(b"\r\n\r\n") {
            match wire.read_u8().await {
                Ok(byte) => asked.push(byte),
                Err(_) => return,
            }
        }
        match answer {
            Some(answer) => {
                // A client that is told too much hangs up.
                drop(wire.write_all(answer.as_bytes()).await);
                drop(wire.shutdown().await);
            }
            None => drop(wire.read_u8().await),
        }
    }
}

fn ok(body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
    )
}

#[rstest]
#[tokio::test]
async fn r107_keys_are_fetched_each_time_and_nothing_but_keys_is_taken(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let server = Server::here().await;
    let folder = scratch::folder();
    let file = folder.path().join("ca.pem");
    std::fs::write(&file, &server.certificate).unwrap();
    let app = start!(on, |settings| {
        settings.fetch_ca_file = Some(file.clone());
        settings.rehearsal.test_fetch_here = true;
        settings.rehearsal.test_patience = Some(2_000);
    });
    let clinic = app.clinic().await;
    let url = format!("https://localhost:{}/keys?of=all", server.address().port());
    let key = Key::ec();
    let keys = json!({"keys": [{"kty": "OKP", "kid": "other"}, key.jwk("first")]}).to_string();
    let site = ["--site", &clinic.site, "--jwks-url", &url];
    let program = Program::added(&app, key, &site);
    let large = ok(&keys.replace("\"other\"", &format!("\"{}\"", "x".repeat(70_000))));
    let endless = format!("HTTP/1.1 200 OK\r\n\r\n{}", " ".repeat(70_000));
    let elsewhere = format!("HTTP/1.1 302 Found\r\nlocation: {url}\r\ncontent-length: 0\r\n\r\n");
    let gone = ok(&keys).replace("200 OK", "404 Not Found");

    for answer in [
        Some(large.as_str()),
        Some(&endless),
        Some(&elsewhere),
        Some(&gone),
        Some(&ok("[]")),
        Some(&ok(r#"{"keys": []}"#)),
        Some("220 mail.example.org ESMTP\r\n"),
        None,
    ] {
        let (reply, ()) = tokio::join!(program.ask(&app, "system/*.rs"), server.answer(answer));
        assert_eq!(reply.status, 401, "{answer:.40?}");
    }
    for _ in 0..2 {
        let good = ok(&keys);
        let (reply, ()) =
            tokio::join!(program.ask(&app, "system/*.rs"), server.answer(Some(&good)));
        reply.expect(200);
    }
}

#[rstest]
#[tokio::test]
async fn r107_a_name_that_leads_to_this_network_is_not_asked(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let port = listener.local_addr().unwrap().port();
    let url = format!("https://localhost:{port}/keys");
    let site = ["--site", &clinic.site, "--jwks-url", &url];
    let program = Program::added(&app, Key::ec(), &site);

    denied(
        &program.ask(&app, "system/*.rs").await,
        401,
        "invalid_client",
    );
    assert!(listener.accept().is_err(), "nobody came for a key");
}

#[rstest]
#[case(
    "0.0.0.0 10.0.0.1 100.64.0.1 100.100.100.200 127.0.0.1 127.9.9.9 168.63.129.16 169.254.169.254",
    false
)]
#[case(
    "172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.9.9",
    false
)]
#[case("198.51.100.1 203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255", false)]
#[case(
    ":: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::a00:1 100::1 fc00::1 fd00:ec2::254 fe80::1",
    false
)]
#[case("2001::1 2001:db8::1 2002:a00:1:: 3fff::1 fec0::1 ff02::1", false)]
#[case(
    "1.1.1.1 100.63.9.9 172.15.0.1 172.32.0.1 192.0.1.1 198.17.0.1 223.255.255.255",
    true
)]
#[case(
    "2001:4860:4860::8888 2606:4700::1111 2a00:1450::1 ::ffff:1.1.1.1",
    true
)]
fn r107_what_is_public_is_known(#[case] addresses: &str, #[case] public: bool) {
    for address in addresses.split(' ') {
        let address: IpAddr = address.parse().unwrap();
        assert_eq!(is_public(address), public, "{address}");
    }
}
