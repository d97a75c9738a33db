//! TLS in the process (R125).

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use alsfrs_diary::platform::config::Settings;
use rcgen::{CertificateParams, CertifiedKey, KeyPair, date_time_ymd, generate_simple_self_signed};
use rstest::rstest;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::crypto::aws_lc_rs::default_provider;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::version::{TLS12, TLS13};
use tokio_rustls::rustls::{
    ClientConfig, ProtocolVersion, RootCertStore, SupportedProtocolVersion,
};

use crate::alarms::wait_for;
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::home::{Home, said_by};
use crate::metrics;
use crate::raw::Wire;
use crate::scratch;

const HERE: &str = "diary.example.org";
const ASK: &str = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

/// Makes a certificate for [`HERE`], and writes it and its key into `folder`.
fn certify(folder: &Path) -> CertificateDer<'static> {
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed([HERE.to_owned()]).unwrap();
    std::fs::write(folder.join("cert.pem"), cert.pem()).unwrap();
    std::fs::write(folder.join("key.pem"), signing_key.serialize_pem()).unwrap();
    cert.der().clone()
}

/// The same for one that ends on that day of December.
fn certify_until(folder: &Path, day: u8) {
    let key = KeyPair::generate().unwrap();
    let mut asked = CertificateParams::new([HERE.to_owned()]).unwrap();
    asked.not_after = date_time_ymd(2026, 12, day);
    let pem = asked.self_signed(&key).unwrap().pem();
    std::fs::write(folder.join("cert.pem"), pem).unwrap();
    std::fs::write(folder.join("key.pem"), key.serialize_pem()).unwrap();
}

fn with_tls(settings: &mut Settings, folder: &Path) {
    settings.tls.tls_cert = Some(folder.join("cert.pem"));
    settings.tls.tls_key = Some(folder.join("key.pem"));
}

/// Connects as a client that trusts `root` alone.
async fn connect(
    address: SocketAddr,
    root: &CertificateDer<'static>,
    version: &'static SupportedProtocolVersion,
) -> std::io::Result<TlsStream<TcpStream>> {
    let mut roots = RootCertStore::empty();
    roots.add(root.clone()).unwrap();
    let mut client = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_protocol_versions(&[version])
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    client.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    let name = ServerName::try_from(HERE).unwrap();
    let wire = TcpStream::connect(address).await?;
    TlsConnector::from(Arc::new(client))
        .connect(name, wire)
        .await
}

#[rstest]
#[tokio::test]
async fn r125_requests_come_in_by_tls_1_2_and_1_3(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(&TLS12, &TLS13)] version: &'static SupportedProtocolVersion,
) {
    let folder = scratch::folder();
    let root = certify(folder.path());
    let app = start!(on, |settings| with_tls(settings, folder.path()));

    let mut wire = connect(app.address(), &root, version).await.unwrap();
    wire.write_all(ASK.as_bytes()).await.unwrap();
    let mut answer = String::new();
    drop(wire.read_to_string(&mut answer).await);

    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let (_, session) = wire.get_ref();
    assert_eq!(session.alpn_protocol(), Some(&b"http/1.1"[..]));
    assert!(matches!(
        session.protocol_version(),
        Some(ProtocolVersion::TLSv1_2 | ProtocolVersion::TLSv1_3)
    ));
}

#[tokio::test]
async fn r125_a_client_without_tls_is_answered_nothing() {
    let folder = scratch::folder();
    certify(folder.path());
    let app = start!(Sqlite, |settings| with_tls(settings, folder.path()));

    let answer = app.raw(ASK).await;

    assert!(!answer.contains("HTTP"), "{answer}");
}

#[tokio::test]
async fn r127_a_handshake_that_stalls_is_given_up() {
    let folder = scratch::folder();
    certify(folder.path());
    let app = start!(Sqlite, |settings| {
        with_tls(settings, folder.path());
        settings.rehearsal.test_patience = Some(300);
    });

    let asked = Instant::now();
    let mut wire = Wire::to(app.address()).await;
    wire.send([0x16, 0x03, 0x01]).await;
    wire.read_to_end().await;

    assert!(asked.elapsed() < Duration::from_secs(20));
}

#[tokio::test]
async fn r125_a_renewed_certificate_is_shown_without_a_restart() {
    let folder = scratch::folder();
    let first = certify(folder.path());
    let app = start!(Sqlite, |settings| {
        with_tls(settings, folder.path());
        settings.rehearsal.test_look_again = Some(10);
    });
    let address = app.address();

    connect(address, &first, &TLS13).await.unwrap();
    // Half of a renewal, and nonsense: the one from before is shown on.
    std::fs::write(folder.path().join("cert.pem"), "nonsense").unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    connect(address, &first, &TLS13).await.unwrap();
    let second = certify(folder.path());
    let asked = Instant::now();
    while connect(address, &second, &TLS13).await.is_err() {
        assert!(
            asked.elapsed() < Duration::from_secs(20),
            "the old one is shown"
        );
        tokio::time::sleep(Duration::from_millis(10)).await;
    }

    assert!(connect(address, &first, &TLS13).await.is_err());
}

#[test]
fn r125_a_certificate_that_cannot_be_shown_refuses_the_start() {
    let home = Home::new(Sqlite).unwrap();
    let (folder, other) = (scratch::folder(), scratch::folder());
    certify(folder.path());
    certify(other.path());
    let (cert, key) = (
        folder.path().join("cert.pem"),
        folder.path().join("key.pem"),
    );
    let refused = |cert: Option<&Path>, key: Option<&Path>| {
        let mut settings = home.settings();
        settings.tls.tls_cert = cert.map(Path::to_owned);
        settings.tls.tls_key = key.map(Path::to_owned);
        let found = settings.check();
        found.into_iter().map(|weak| weak.variable).next()
    };

    assert_eq!(refused(Some(&cert), Some(&key)), None);
    let (in_cert, in_key) = (Some("ALSFRS_TLS_CERT"), Some("ALSFRS_TLS_KEY"));
    for (cert, key, variable) in [
        (Some(cert.as_path()), None, in_key),
        (None, Some(key.as_path()), in_cert),
        (Some(key.as_path()), Some(key.as_path()), in_cert),
        (Some(cert.as_path()), Some(cert.as_path()), in_key),
        (
            Some(cert.as_path()),
            Some(other.path().join("key.pem").as_path()),
            in_key,
        ),
    ] {
        assert_eq!(refused(cert, key).as_deref(), variable, "{cert:?} {key:?}");
    }
}

#[rstest]
#[case("0.0.0.0:8080", false, true)]
#[case("[::]:8080", false, true)]
#[case("[::ffff:203.0.113.7]:8080", false, true)]
#[case("10.0.0.7:8080", false, true)]
#[case("127.0.0.1:8080", false, false)]
#[case("[::ffff:127.0.0.1]:8080", false, false)]
#[case("0.0.0.0:8080", true, false)]
fn r125_production_is_not_open_without_tls_or_a_proxy(
    #[case] listen: &str,
    #[case] behind_a_proxy: bool,
    #[case] is_refused: bool,
) {
    let home = Home::new(Sqlite).unwrap();
    let folder = scratch::folder();
    certify(folder.path());
    let mut settings = home.settings();
    settings.profile = alsfrs_diary::platform::config::Profile::Production;
    settings.listen = listen.parse().unwrap();
    if behind_a_proxy {
        settings.trusted_proxies.push("10.0.0.9".parse().unwrap());
    }
    let names_it = |settings: &Settings| {
        let found = settings.check();
        found.iter().any(|weak| weak.variable == "ALSFRS_LISTEN")
    };

    assert_eq!(names_it(&settings), is_refused);
    with_tls(&mut settings, folder.path());
    assert!(!names_it(&settings));
}

#[tokio::test]
async fn r125_the_health_of_a_server_with_tls_is_asked_by_tls() {
    let (folder, other) = (scratch::folder(), scratch::folder());
    certify(folder.path());
    certify(other.path());
    let app = start!(Sqlite, |settings| with_tls(settings, folder.path()));
    let listen = format!("--listen={}", app.address());
    let ask = |folder: &Path| {
        let trusted = format!("--tls-cert={}", folder.join("cert.pem").display());
        said_by(app.program().args(["healthcheck", &listen, &trusted]))
    };

    let (healthy, said) = ask(folder.path());
    let (of_another, _) = ask(other.path());

    assert_eq!(healthy, Some(0), "{said}");
    assert_eq!(of_another, Some(1));
}

#[rstest]
#[case(10, false)]
#[case(5, true)]
#[tokio::test]
async fn r125_a_certificate_that_ends_soon_is_heard_of(#[case] day: u8, #[case] soon: bool) {
    let home = Home::new(Sqlite).map(Arc::new).unwrap();
    let folder = scratch::folder();
    certify_until(folder.path(), day);
    let flag = |name: &str, file: &str| format!("{name}={}", folder.path().join(file).display());
    let flags = [flag("--tls-cert", "cert.pem"), flag("--tls-key", "key.pem")];
    let flags = flags.each_ref().map(String::as_str);
    let (code, said) = home.run(&[&["config", "check"][..], &flags].concat());
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains(&format!("ends at 2026-12-{day:02}")),
        "{said}"
    );
    assert_eq!(said.contains("ALSFRS_TLS_CERT: "), soon, "{said}");

    let (program, at) = metrics::serve(&home, &flags);

    metrics::grows(at, "certificate_left_seconds", 0.0).await;
    if soon {
        wait_for(&program, "certificate_ends").await;
    }
    assert_eq!(program.said().contains("certificate_ends"), soon);
}
