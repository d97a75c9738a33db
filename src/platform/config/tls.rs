//! TLS in the process, for a machine without a proxy.

use std::path::PathBuf;

use clap::Args;

use super::{Profile, Settings, Weak, weak};
use crate::platform::tls::{Certificate, CertificateError};

/// The certificate with which requests come in by TLS.
#[derive(Args, Clone, Debug, Default)]
pub struct TlsSettings {
    /// The certificate chain in PEM with which requests come in by TLS; read again when it changes
    #[arg(long, env = CERT)]
    pub tls_cert: Option<PathBuf>,

    /// The key of that certificate, in PEM
    #[arg(long, env = KEY)]
    pub tls_key: Option<PathBuf>,
}

const CERT: &str = "ALSFRS_TLS_CERT";
const KEY: &str = "ALSFRS_TLS_KEY";

impl TlsSettings {
    /// The certificate, where one is named.
    pub fn certificate(&self) -> Result<Option<Certificate>, Weak> {
        let (certificate, key) = match (&self.tls_cert, &self.tls_key) {
            (None, None) => return Ok(None),
            (Some(certificate), Some(key)) => (certificate, key),
            (Some(_), None) => return Err(weak(KEY, "is missing beside ALSFRS_TLS_CERT")),
            (None, Some(_)) => return Err(weak(CERT, "is missing beside ALSFRS_TLS_KEY")),
        };
        let read = Certificate::read(certificate, key);
        read.map(Some).map_err(|error| match error {
            CertificateError::NoCertificate => weak(CERT, "names no certificate in PEM"),
            CertificateError::NoKey => weak(KEY, "names no key in PEM that can sign"),
            CertificateError::OfAnother => weak(KEY, "is not the key of the certificate"),
        })
    }
}

impl Settings {
    pub(super) fn check_tls(&self, found: &mut Vec<Weak>) {
        match self.tls.certificate() {
            Err(weak) => found.push(weak),
            Ok(None) if self.is_exposed() => found.push(weak(
                "ALSFRS_LISTEN",
                "is open to others without TLS: in production name a certificate in ALSFRS_TLS_CERT, the proxy in \
                 ALSFRS_TRUSTED_PROXIES, or listen on this machine alone",
            )),
            Ok(_) => {}
        }
    }

    /// Whether the settings of production let others than a proxy of ours in without TLS.
    fn is_exposed(&self) -> bool {
        let listen = self.listen.ip().to_canonical();
        self.profile == Profile::Production
            && !listen.is_loopback()
            && self.trusted_proxies.is_empty()
    }
}
