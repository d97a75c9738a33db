//! How to reach a mail server, and how to know that it is the right one.

use std::time::Duration;

use lettre::transport::smtp::client::{Certificate, CertificateStore, Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, Tokio1Executor};
use url::Url;

use super::MailerError;

/// A mail server.
pub(super) type Server = AsyncSmtpTransport<Tokio1Executor>;

/// A connection is there by then, or will not be.
const CONNECTED: Duration = Duration::from_secs(10);

/// The server that `url` names. Where there is an `authority`, its certificates, and no others, vouch
/// for the server.
pub(super) fn server(url: &Url, authority: Option<&[u8]>) -> Result<Server, MailerError> {
    let mut server = Server::from_url(url.as_str())?.timeout(Some(CONNECTED));
    if let (Some(authority), Some(host)) = (authority, url.host_str()) {
        let certificate = Certificate::from_pem(authority)?;
        let parameters = TlsParameters::builder(host.to_owned())
            .certificate_store(CertificateStore::None)
            .add_root_certificate(certificate)
            .build_rustls()?;
        server = match (url.scheme(), asked_for(url).as_deref()) {
            ("smtps", _) => server.tls(Tls::Wrapper(parameters)),
            (_, Some("required")) => server.tls(Tls::Required(parameters)),
            (_, Some("opportunistic")) => server.tls(Tls::Opportunistic(parameters)),
            _ => server,
        };
    }
    Ok(server.build())
}

/// What the URL says of TLS after the question mark.
fn asked_for(url: &Url) -> Option<String> {
    let mut parameters = url.query_pairs();
    let tls = parameters.find(|(name, _)| name == "tls");
    tls.map(|(_, value)| value.into_owned())
}

/// Whether nothing goes to the server at `url` before TLS has shown that it is the right one.
pub(crate) fn is_protected(url: &Url) -> bool {
    match url.scheme() {
        "smtps" => true,
        "smtp" => asked_for(url).as_deref() == Some("required"),
        _ => false,
    }
}
