//! The certificate that the server shows, taken anew when its files change.

mod itself;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio_rustls::rustls::client::verify_server_cert_signed_by_trust_anchor;
use tokio_rustls::rustls::crypto::aws_lc_rs::default_provider;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, UnixTime};
use tokio_rustls::rustls::server::{ClientHello, ParsedCertificate, ResolvesServerCert};
use tokio_rustls::rustls::sign::CertifiedKey;
use tokio_rustls::rustls::version::{TLS12, TLS13};
use tokio_rustls::rustls::{self, CertificateError as Refused, RootCertStore, ServerConfig};

use super::rotating::Rotating;

pub use itself::speak_to_itself;

/// The last second of the year 9999, after which none ends.
const FAR_AWAY: Duration = Duration::from_secs(253_402_300_799);

/// Who renews a certificate hears so long before its end that it is high time.
pub const HIGH_TIME: TimeDelta = TimeDelta::days(14);

/// Why a certificate cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CertificateError {
    /// Its file.
    #[error("the file of the certificate has none in PEM")]
    NoCertificate,
    /// The file of its key.
    #[error("the file of the key has none in PEM that can sign")]
    NoKey,
    /// The two.
    #[error("the key is not that of the certificate")]
    OfAnother,
}

/// The certificate that new connections are shown.
#[derive(Debug)]
pub struct Certificate {
    chain: PathBuf,
    key: PathBuf,
    shown: Rotating<CertifiedKey>,
}

impl Certificate {
    /// Reads the chain in `certificate` and its `key`, both in PEM.
    pub fn read(certificate: &Path, key: &Path) -> Result<Self, CertificateError> {
        let shown = read(certificate, key)?;
        Ok(Self {
            chain: certificate.to_owned(),
            key: key.to_owned(),
            shown: Rotating::new(shown),
        })
    }

    /// Reads the files again, and whether they hold another certificate now, which is shown from here on.
    pub fn look_again(&self) -> Result<bool, CertificateError> {
        let read = read(&self.chain, &self.key)?;
        let is_new = self.shown.get().cert != read.cert;
        if is_new {
            self.shown.set(read);
        }
        Ok(is_new)
    }

    /// When clients stop taking it; `None` where that cannot be told.
    pub fn ends(&self) -> Option<DateTime<Utc>> {
        let shown = self.shown.get();
        let own = ParsedCertificate::try_from(shown.end_entity_cert().ok()?).ok()?;
        let known = default_provider().signature_verification_algorithms;
        // What is refused for a day after its end is refused with the day on which it ended.
        let later = UnixTime::since_unix_epoch(FAR_AWAY);
        let no_roots = RootCertStore::empty();
        let refused =
            verify_server_cert_signed_by_trust_anchor(&own, &no_roots, &[], later, known.all);
        let Err(rustls::Error::InvalidCertificate(Refused::ExpiredContext { not_after, .. })) =
            refused
        else {
            return None;
        };
        DateTime::from_timestamp(i64::try_from(not_after.as_secs()).ok()?, 0)
    }

    /// TLS 1.2 and 1.3 with it, for HTTP/1.1.
    ///
    /// # Panics
    /// Never: the cryptography that is built in has both.
    #[expect(
        clippy::expect_used,
        reason = "a provider without TLS 1.3 is no build of ours"
    )]
    pub fn server(self: Arc<Self>) -> ServerConfig {
        let mut server = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_protocol_versions(&[&TLS13, &TLS12])
            .expect("both versions")
            .with_no_client_auth()
            .with_cert_resolver(self);
        server.alpn_protocols = vec![b"http/1.1".to_vec()];
        server
    }
}

impl ResolvesServerCert for Certificate {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.shown.get())
    }
}

fn read(certificate: &Path, key: &Path) -> Result<CertifiedKey, CertificateError> {
    let chain = CertificateDer::pem_file_iter(certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .ok()
        .filter(|chain| !chain.is_empty())
        .ok_or(CertificateError::NoCertificate)?;
    let key = PrivateKeyDer::from_pem_file(key).map_err(|_| CertificateError::NoKey)?;
    CertifiedKey::from_der(chain, key, &default_provider()).map_err(|error| match error {
        rustls::Error::InconsistentKeys(_) => CertificateError::OfAnother,
        rustls::Error::InvalidCertificate(_) => CertificateError::NoCertificate,
        _ => CertificateError::NoKey,
    })
}
