//! Through proxies as they are, both of which compress.

use std::io::Write;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rstest::rstest;
use tempfile::TempDir;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;
use crate::raw::{Wire, free_port};

#[derive(Clone, Copy, Debug)]
enum Kind {
    Nginx,
    HaProxy,
}

/// A proxy in front of one server; it ends with the test.
struct Proxy {
    address: SocketAddr,
    program: Child,
    _folder: TempDir,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        drop(self.program.kill());
        drop(self.program.wait());
    }
}

/// How long a proxy may take to listen.
const PATIENCE: Duration = Duration::from_secs(20);

impl Proxy {
    /// Starts one before `app`; `None` on a machine without the program, which `CI=true` forbids.
    async fn before(app: &TestApp, kind: Kind) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let address = SocketAddr::from(([127, 0, 0, 1], free_port()));
        let (name, text) = match kind {
            Kind::Nginx => ("nginx", nginx(folder.path(), address, app.address())),
            Kind::HaProxy => ("haproxy", haproxy(address, app.address())),
        };
        let file = folder.path().join("conf");
        std::fs::write(&file, text).unwrap();
        let mut program = Command::new(find(name)?);
        match kind {
            Kind::Nginx => program.arg("-p").arg(folder.path()).arg("-e").arg("stderr"),
            Kind::HaProxy => program.arg("-db").arg("-f").arg(&file),
        };
        if matches!(kind, Kind::Nginx) {
            program.arg("-c").arg(&file);
        }
        let program = program.stdout(Stdio::null()).spawn().unwrap();
        let proxy = Self {
            address,
            program,
            _folder: folder,
        };
        let asked = Instant::now();
        while tokio::net::TcpStream::connect(address).await.is_err() {
            assert!(asked.elapsed() < PATIENCE, "{name} does not listen");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Some(proxy)
    }

    /// What `request` of `person` is answered, with the connection closed after it.
    async fn raw(&self, person: &Person, request: &str) -> String {
        let mut wire = Wire::to(self.address).await;
        let (line, rest) = request.split_once("\r\n").unwrap();
        let token = &person.access_token;
        wire.send(format!(
            "{line}\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer {token}\r\n{rest}"
        ))
        .await;
        wire.read_to_end().await
    }
}

fn nginx(folder: &Path, address: SocketAddr, server: SocketAddr) -> String {
    let folder = folder.display();
    format!(
        "daemon off; master_process off; pid {folder}/pid; error_log stderr crit;
        events {{ worker_connections 64; }}
        http {{
            access_log off;
            client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
            uwsgi_temp_path {folder}; scgi_temp_path {folder};
            gzip on; gzip_proxied any; gzip_min_length 0; gzip_types application/json;
            server {{
                listen {address};
                location / {{ proxy_pass http://{server}; proxy_http_version 1.1; }}
            }}
        }}"
    )
}

fn haproxy(address: SocketAddr, server: SocketAddr) -> String {
    format!(
        "defaults\n mode http\n timeout connect 5s\n timeout client 30s\n timeout server 30s\n\
         listen diary\n bind {address}\n compression algo gzip\n compression type application/json\n \
         server one {server}\n"
    )
}

/// Where a program is, also where only root has it on the path; `None` where it is missing, which is said aloud and
/// `CI=true` forbids.
pub fn find(name: &str) -> Option<String> {
    let folders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];
    let found = folders.map(|folder| format!("{folder}/{name}"));
    let found = found.into_iter().find(|file| Path::new(file).exists());
    if found.is_none() {
        #[expect(clippy::disallowed_methods, reason = "no setting of the program")]
        let ci = std::env::var("CI");
        assert_ne!(ci.as_deref(), Ok("true"), "{name} is missing");
        // Not through `eprintln!`, which the test runner keeps to itself.
        drop(writeln!(
            std::io::stderr(),
            "\n###  {name} is missing: it WAS NOT TESTED  ###\n"
        ));
    }
    found
}

macro_rules! before {
    ($app:expr, $kind:expr) => {
        match Proxy::before(&$app, $kind).await {
            Some(proxy) => proxy,
            None => return,
        }
    };
}

#[rstest]
#[tokio::test]
async fn r199_a_tag_that_a_proxy_weakened_is_good_for_both(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(Kind::Nginx, Kind::HaProxy)] kind: Kind,
) {
    let (app, ada) = start!(on; ada);
    let proxy = before!(app, kind);

    let got = proxy
        .raw(
            &ada,
            "GET /v1/account HTTP/1.1\r\nAccept-Encoding: gzip\r\n\r\n",
        )
        .await
        .to_lowercase();
    assert!(got.contains("content-encoding: gzip"), "{got}");
    let tag = got.lines().find_map(|line| line.strip_prefix("etag: w/"));
    let tag = format!("W/{}", tag.expect("a weak tag"));

    let ask = |head: &str| format!("{head} HTTP/1.1\r\nAccept-Encoding: gzip\r\n");
    let held = ask("GET /v1/account") + &format!("If-None-Match: {tag}\r\n\r\n");
    let held = proxy.raw(&ada, &held).await;
    let body = r#"{"display_name": "Ada L.", "time_zone": "Europe/Berlin"}"#;
    let change = ask("PUT /v1/account")
        + &format!(
            "If-Match: {tag}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
    let changed = proxy.raw(&ada, &change).await;

    assert!(held.starts_with("HTTP/1.1 304"), "{held}");
    assert!(changed.starts_with("HTTP/1.1 200"), "{changed}");
}

#[rstest]
#[tokio::test]
async fn r104_plain_requests_come_through(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(Kind::Nginx, Kind::HaProxy)] kind: Kind,
) {
    let (app, ada) = start!(on; ada);
    let proxy = before!(app, kind);
    let head = proxy.raw(&ada, "HEAD /v1/account HTTP/1.1\r\n\r\n").await;
    let options = proxy
        .raw(&ada, "OPTIONS /v1/account HTTP/1.1\r\n\r\n")
        .await;
    let special = proxy
        .raw(&ada, "GET /v1/account HTTP/1.1\r\nAccept:\r\n\r\n")
        .await;
    let out = "DELETE /v1/sessions/current HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    let out = proxy.raw(&ada, out).await;

    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(head.ends_with("\r\n\r\n"), "{head}");
    assert!(options.starts_with("HTTP/1.1 204"), "{options}");
    assert!(options.contains("GET, HEAD, PUT, OPTIONS"), "{options}");
    assert!(special.starts_with("HTTP/1.1 200"), "{special}");
    assert!(out.starts_with("HTTP/1.1 204"), "{out}");
}

/// Whatever the proxy does with such a body: the server behind it answers the others.
#[rstest]
#[tokio::test]
async fn r127_a_body_that_never_ends_holds_up_no_other(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(Kind::Nginx, Kind::HaProxy)] kind: Kind,
) {
    let (app, ada) = start!(on, |settings| settings.rehearsal.test_patience = Some(500); ada);
    let proxy = before!(app, kind);
    let mut held = Vec::new();
    for _ in 0..20 {
        let mut wire = Wire::to(proxy.address).await;
        wire.send(
            "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n ",
        )
        .await;
        held.push(wire);
    }

    let other = proxy.raw(&ada, "GET /v1/account HTTP/1.1\r\n\r\n").await;

    assert!(other.starts_with("HTTP/1.1 200"), "{other}");
}
