//! By which names the service may be asked.

use url::Host;

use super::{Profile, Settings, Weak, weak};

impl Settings {
    /// The names by which requests may come; `None` where any will do: in development, unless some are
    /// listed.
    pub fn hosts(&self) -> Option<Vec<String>> {
        if self.profile == Profile::Development && self.public_hosts.is_empty() {
            return None;
        }
        let own = self.public_url.host_str().map(str::to_owned);
        let named = self.public_hosts.iter().filter_map(|name| read(name));
        Some(own.into_iter().chain(named).collect())
    }

    pub(super) fn check_hosts(&self, found: &mut Vec<Weak>) {
        if self.public_hosts.iter().any(|name| read(name).is_none()) {
            found.push(weak(
                "ALSFRS_PUBLIC_HOSTS",
                "must list names of hosts such as diary.example.org, without a port",
            ));
        }
    }
}

/// In the form in which names are compared.
fn read(name: &str) -> Option<String> {
    Host::parse(name).ok().map(|host| host.to_string())
}
