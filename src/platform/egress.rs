//! What is asked of other servers, and said to them: the one way out but that of mail. It asks once, of an address that
//! everybody may reach, over TLS, and follows nowhere.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use actix_web::http::header::HttpDate;
use http_body_util::{BodyExt, Collected, Full, Limited};
use hyper::body::Bytes;
use hyper::header::{ACCEPT, DATE, HOST, HeaderMap, HeaderValue, RETRY_AFTER};
use hyper::{Method, Request, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::aws_lc_rs::default_provider;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, InvalidDnsNameError, ServerName};
use tokio_rustls::rustls::version::{TLS12, TLS13};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use url::{Host, Url};

use super::address::is_plain_https;
use super::config::Rehearsal;

/// The body that is taken of a `GET` at the most.
pub const MOST_BYTES: usize = 64 * 1024;

/// What is read of the answer to a `POST`: enough for why it was refused.
const MOST_OF_AN_ANSWER: usize = 4 * 1024;

/// From the name to the last byte.
const PATIENCE: Duration = Duration::from_secs(5);

/// Fetches from other servers, and sends to them.
pub struct Egress {
    tls: TlsConnector,
    patience: Duration,
    /// Whether this machine counts as another server: in tests alone.
    here: bool,
}

/// What another server said.
pub struct Answer {
    /// The status: a redirect is not followed.
    pub status: StatusCode,
    /// How long it asks to be left alone.
    pub retry_after: Option<Duration>,
    /// `None` when it was too large, or broke off.
    pub body: Option<Bytes>,
}

/// Seconds, or until an instant: by the clock that dated the answer, as ours may be another.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = |name| Some(headers.get(name)?.to_str().ok()?.trim());
    let instant = |name| Some(SystemTime::from(text(name)?.parse::<HttpDate>().ok()?));
    match text(RETRY_AFTER)?.parse() {
        Ok(seconds) => Some(Duration::from_secs(seconds)),
        Err(_) => instant(RETRY_AFTER)?.duration_since(instant(DATE)?).ok(),
    }
}

/// Why nothing was fetched.
#[derive(Debug, thiserror::Error)]
pub enum EgressError {
    /// Not `https`, or with a name and a password, or of no host.
    #[error("this is no address of a server that is asked over TLS")]
    Address,
    /// No address, or one that only some can reach.
    #[error("the name leads to no address, or to one that is not public")]
    NotPublic,
    /// It took too long.
    #[error("it took too long")]
    Slow,
    /// The connection.
    #[error("the server was not reached: {0}")]
    Unreached(#[from] std::io::Error),
    /// Its name cannot stand in a certificate.
    #[error(transparent)]
    Name(#[from] InvalidDnsNameError),
    /// HTTP.
    #[error("the server does not speak HTTP: {0}")]
    Http(#[from] hyper::Error),
    /// The request.
    #[error(transparent)]
    Request(#[from] hyper::http::Error),
    /// Anything but 200: a redirect is not followed.
    #[error("the server answered {0}")]
    Status(StatusCode),
    /// The body is too large, or ended too early.
    #[error("the answer has more than 64 KiB, or broke off")]
    Body,
}

impl Egress {
    /// Servers are known by the usual authorities, or by those of `authority`, in PEM, alone.
    pub fn new(authority: Option<&[u8]>, rehearsal: Rehearsal) -> Self {
        match authority {
            None => Self::beside(None, rehearsal),
            Some(pem) => Self::knowing(of_pem(pem), rehearsal),
        }
    }

    /// Servers are known by the usual authorities, and by those of `authority`, in PEM, too.
    pub fn beside(authority: Option<&[u8]>, rehearsal: Rehearsal) -> Self {
        let mut roots = authority.map_or_else(RootCertStore::empty, of_pem);
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        Self::knowing(roots, rehearsal)
    }

    fn knowing(roots: RootCertStore, rehearsal: Rehearsal) -> Self {
        Self {
            tls: TlsConnector::from(Arc::new(client(roots))),
            patience: rehearsal.patience(PATIENCE),
            here: rehearsal.test_fetch_here,
        }
    }

    /// The body that `url` answers a `GET` with.
    pub async fn get(&self, url: &Url) -> Result<Bytes, EgressError> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        let asked = self.ask(url, Method::GET, headers, Bytes::new(), MOST_BYTES);
        let asked = tokio::time::timeout(self.patience, asked).await;
        let answer = asked.map_err(|_| EgressError::Slow)??;
        if answer.status != StatusCode::OK {
            return Err(EgressError::Status(answer.status));
        }
        answer.body.ok_or(EgressError::Body)
    }

    /// What `url` answers a `POST` of `body` with.
    pub async fn post(
        &self,
        url: &Url,
        headers: HeaderMap,
        body: impl Into<Bytes>,
    ) -> Result<Answer, EgressError> {
        let asked = self.ask(url, Method::POST, headers, body.into(), MOST_OF_AN_ANSWER);
        let asked = tokio::time::timeout(self.patience, asked).await;
        asked.map_err(|_| EgressError::Slow)?
    }

    /// How long a question takes at the most.
    pub fn patience(&self) -> Duration {
        self.patience
    }

    async fn ask(
        &self,
        url: &Url,
        method: Method,
        headers: HeaderMap,
        body: Bytes,
        most: usize,
    ) -> Result<Answer, EgressError> {
        check(url)?;
        let host = url.host_str().ok_or(EgressError::Address)?;
        let name = ServerName::try_from(host.trim_matches(['[', ']']).to_owned())?;
        let address = self.resolve(url).await?;
        // No other look at the name: it could lead elsewhere by then.
        let tcp = TcpStream::connect(address).await?;
        let tls = self.tls.connect(name, tcp).await?;
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(tls)).await?;
        let _connection = AbortOnDrop(tokio::spawn(connection));
        let authority = &url[url::Position::BeforeHost..url::Position::AfterPort];
        let mut request = Request::builder()
            .method(method)
            .uri(&url[url::Position::BeforePath..url::Position::AfterQuery])
            .body(Full::new(body))?;
        *request.headers_mut() = headers;
        let authority = HeaderValue::from_str(authority).map_err(hyper::http::Error::from)?;
        request.headers_mut().insert(HOST, authority);
        let answer = sender.send_request(request).await?;
        let (status, retry_after) = (answer.status(), retry_after(answer.headers()));
        let body = Limited::new(answer.into_body(), most).collect().await;
        Ok(Answer {
            status,
            retry_after,
            body: body.ok().map(Collected::to_bytes),
        })
    }

    /// The address of the host. A name with one that is not public is not asked at any.
    async fn resolve(&self, url: &Url) -> Result<SocketAddr, EgressError> {
        let port = url.port_or_known_default().ok_or(EgressError::Address)?;
        let found: Vec<SocketAddr> = match url.host().ok_or(EgressError::Address)? {
            Host::Domain(name) => tokio::net::lookup_host((name, port)).await?.collect(),
            Host::Ipv4(ip) => vec![(ip, port).into()],
            Host::Ipv6(ip) => vec![(ip, port).into()],
        };
        let may = |ip: IpAddr| is_public(ip) || self.here && ip.is_loopback();
        let first = found.first().copied();
        first
            .filter(|_| found.iter().all(|address| may(address.ip())))
            .ok_or(EgressError::NotPublic)
    }
}

fn of_pem(pem: &[u8]) -> RootCertStore {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(CertificateDer::pem_slice_iter(pem).flatten());
    roots
}

/// Refuses what is no address of a server that is asked over TLS, and an address that is no public one.
pub fn check(url: &Url) -> Result<(), EgressError> {
    if is_plain_https(url) {
        Ok(())
    } else {
        Err(EgressError::Address)
    }
}

/// The connection ends with the answer.
struct AbortOnDrop<T>(tokio::task::JoinHandle<T>);

impl<T> Drop for AbortOnDrop<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

#[expect(
    clippy::expect_used,
    reason = "a provider without TLS 1.3 is no build of ours"
)]
fn client(roots: RootCertStore) -> ClientConfig {
    ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_protocol_versions(&[&TLS13, &TLS12])
        .expect("both versions")
        .with_root_certificates(roots)
        .with_no_client_auth()
}

/// Where a cloud answers its own machines from, though the address looks public.
const OF_A_CLOUD: Ipv4Addr = Ipv4Addr::new(168, 63, 129, 16);

/// Whether everybody can reach `ip`: by the registries of special addresses (RFC 6890), nothing of a network of ours.
pub fn is_public(ip: IpAddr) -> bool {
    match ip.to_canonical() {
        IpAddr::V4(ip) => {
            let [a, b, c, _] = ip.octets();
            let is_special = ip.is_private()
                || ip.is_loopback()
                || ip.is_link_local()
                || ip.is_multicast()
                || ip.is_documentation()
                || matches!((a, b, c), (0 | 240.., _, _) | (100, 64..=127, _))
                || matches!((a, b, c), (192, 0, 0) | (192, 88, 99) | (198, 18 | 19, _));
            !is_special && ip != OF_A_CLOUD
        }
        // What is given out at all is 2000::/3. Of it 2001::/23, 2002::/16 and 3fff::/20 are special, and 2001:db8::/32.
        IpAddr::V6(ip) => match ip.segments() {
            [0x2001, 0..=0x01ff | 0x0db8, ..] | [0x2002, ..] | [0x3fff, 0..=0x0fff, ..] => false,
            [first, ..] => (0x2000..=0x3fff).contains(&first),
        },
    }
}
