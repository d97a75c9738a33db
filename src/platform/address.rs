//! Addresses of servers that are asked over TLS.

use url::Url;

/// Whether it is `https`, of a host, and without a name and a password.
pub fn is_plain_https(url: &Url) -> bool {
    let is_plain = url.username().is_empty() && url.password().is_none();
    url.scheme() == "https" && is_plain && url.has_host()
}
