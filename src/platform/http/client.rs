//! Who is at the other end: believed only as far as the proxies we know.

use std::future::{Ready, ready};
use std::net::{IpAddr, SocketAddr};

use actix_web::dev::Payload;
use actix_web::http::header::HeaderMap;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};

use super::problem::HttpError;
use crate::platform::App;

/// The client's address: the right-most in `X-Forwarded-For` that is no proxy of ours, and that
/// header only from a proxy of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddr(pub IpAddr);

impl ClientAddr {
    /// Reads it from the peer and the headers.
    pub fn find(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> Self {
        let mut client = peer.to_canonical();
        let forwarded = headers
            .get_all("x-forwarded-for")
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .map(str::trim)
            .collect::<Vec<_>>();
        for hop in forwarded.into_iter().rev() {
            if !proxies.contains(&client) {
                break;
            }
            let Some(address) = hop_address(hop) else {
                break;
            };
            client = address;
        }
        Self(client)
    }

    /// By what it is counted.
    pub fn network(self) -> Network {
        self.0.into()
    }

    /// The network it is in, and no more: `192.0.2.0/24`, `2001:db8:1::/48`.
    pub fn coarse(self) -> String {
        match self.0.to_canonical() {
            IpAddr::V4(address) => {
                let [a, b, c, _] = address.octets();
                format!("{a}.{b}.{c}.0/24")
            }
            IpAddr::V6(address) => {
                let [a, b, c, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}::/48")
            }
        }
    }
}

/// The address in an entry of `X-Forwarded-For`, as the proxies in use write it: bare, in brackets, with a
/// port, or as IPv4 inside IPv6.
fn hop_address(hop: &str) -> Option<IpAddr> {
    let bare = hop.strip_prefix('[').and_then(|hop| hop.strip_suffix(']'));
    let address: Option<IpAddr> = bare.unwrap_or(hop).parse().ok();
    let with_port = || Some(hop.parse::<SocketAddr>().ok()?.ip());
    address
        .or_else(with_port)
        .map(|address| address.to_canonical())
}

/// The network that one client is taken to have for itself, by which it is counted: an IPv4 address,
/// or the first half of an IPv6 address, the least that a provider gives out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Network([u8; 8]);

impl Network {
    /// As bytes, to be counted by.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl From<IpAddr> for Network {
    fn from(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(address) => {
                let [a, b, c, d] = address.octets();
                // No public IPv6 address begins so.
                Self([0, 0, 0, 0, a, b, c, d])
            }
            IpAddr::V6(address) => {
                let half = address.to_bits() >> 64;
                Self(u64::try_from(half).unwrap_or_default().to_be_bytes())
            }
        }
    }
}

impl FromRequest for ClientAddr {
    type Error = HttpError;
    type Future = Ready<Result<Self, HttpError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let peer = request
            .peer_addr()
            .map_or(IpAddr::from([127, 0, 0, 1]), |peer| peer.ip());
        let proxies = request
            .app_data::<Data<App>>()
            .map_or(&[][..], |app| app.trusted_proxies.as_slice());
        ready(Ok(Self::find(peer, request.headers(), proxies)))
    }
}
