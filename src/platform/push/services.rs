//! Which push services are asked: a browser names one, and anybody could name any server.

use url::Url;

use crate::platform::address::is_plain_https;

/// A host, or with `*.` before it each host below.
#[derive(Clone, Debug)]
pub struct Services(Vec<String>);

/// What is no host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("names of hosts, such as push.example.org or *.push.example.org")]
pub struct ServicesError;

impl Services {
    /// From the settings.
    pub fn new(hosts: &[String]) -> Result<Self, ServicesError> {
        let is_host = |host: &String| {
            let name = host.strip_prefix("*.").unwrap_or(host);
            let url = Url::parse(&format!("https://{name}/"));
            url.is_ok_and(|url| url.host_str() == Some(name))
        };
        if hosts.iter().all(is_host) {
            Ok(Self(hosts.to_vec()))
        } else {
            Err(ServicesError)
        }
    }

    /// Whether a push may go there.
    pub fn may_be_asked(&self, endpoint: &Url) -> bool {
        let Some(host) = endpoint.host_str() else {
            return false;
        };
        let is_below = |name: &str| {
            let rest = host.strip_suffix(name);
            rest.is_some_and(|rest| rest.len() > 1 && rest.ends_with('.'))
        };
        let listed = self.0.iter().any(|listed| match listed.strip_prefix("*.") {
            Some(name) => is_below(name),
            None => listed == host,
        });
        listed && is_plain_https(endpoint)
    }
}
