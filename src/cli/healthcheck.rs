//! `healthcheck`: asks the server on this machine whether it is ready, for a container's health.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use super::failed;
use crate::platform::tls::speak_to_itself;

#[derive(Args)]
pub(super) struct Options {
    /// Where the server listens
    #[arg(long, env = "ALSFRS_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,

    /// The certificate that it shows, if it speaks TLS
    #[arg(long, env = "ALSFRS_TLS_CERT")]
    tls_cert: Option<PathBuf>,
}

/// A longer answer does not count.
const PATIENCE: Duration = Duration::from_secs(3);

pub(super) fn run(options: &Options) -> ExitCode {
    match is_ready(reachable(options.listen), options.tls_cert.as_deref()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => failed(&error),
    }
}

/// A server that listens everywhere is asked on loopback.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(match address.ip() {
            IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    address
}

fn is_ready(address: SocketAddr, certificate: Option<&Path>) -> io::Result<bool> {
    let stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    match certificate {
        None => ask(stream),
        Some(certificate) => ask(speak_to_itself(stream, certificate)?),
    }
}

fn ask(mut stream: impl Read + Write) -> io::Result<bool> {
    stream.write_all(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut status = String::new();
    BufReader::new(stream).read_line(&mut status)?;
    Ok(status.starts_with("HTTP/1.1 200 "))
}
