//! What a server must not be started with.

use std::net::IpAddr;
use std::path::Path;

use url::Url;

use super::{DEMO, Profile, Settings, Weak, place, weak};
use crate::platform::db::{self, OpenError};
use crate::platform::mail::{self, Mailer, MailerError};
use crate::platform::{keys, telemetry};

impl Settings {
    /// What is wrong with these settings; empty when the server may start.
    pub fn check(&self) -> Vec<Weak> {
        let mut found = Vec::new();
        self.check_mail(&mut found);
        self.check_places(&mut found);
        if !is_base(&self.public_url) {
            found.push(weak(
                "ALSFRS_PUBLIC_URL",
                "must be http:// or https:// and a host, with nothing behind it",
            ));
        }
        if !telemetry::is_filter(&self.log) {
            found.push(weak(
                "ALSFRS_LOG",
                "must list levels, as in warn,alsfrs_diary=debug",
            ));
        }
        let authorities = [self.fetch_authority(), self.push_authority()];
        found.extend(authorities.into_iter().filter_map(Result::err));
        found.extend(self.push_services().err());
        found.extend(self.webhook().err());
        if self.allowed_origins.iter().any(|origin| !is_origin(origin)) {
            found.push(weak(
                "ALSFRS_ALLOWED_ORIGINS",
                "must list exact origins such as https://app.example.org, no * and no null",
            ));
        }
        self.passkeys.check(&self.public_url, &mut found);
        self.check_hosts(&mut found);
        self.check_backups(&mut found);
        self.check_tls(&mut found);
        if let Some(address) = self.metrics_listen.0
            && !is_private(address.ip())
        {
            found.push(weak(
                "ALSFRS_METRICS_LISTEN",
                "must be a loopback or private address",
            ));
        }
        if self.profile == Profile::Production {
            self.check_for_production(&mut found);
        }
        found
    }

    fn check_mail(&self, found: &mut Vec<Weak>) {
        let (url, authority) = match (self.mail(), self.mail_authority()) {
            (Ok(url), Ok(authority)) => (url, authority),
            (url, authority) => {
                found.extend(url.err().into_iter().chain(authority.err()));
                return;
            }
        };
        if url.password().is_some() && !mail::is_protected(&url) {
            found.push(weak(
                "ALSFRS_MAIL_URL",
                "has a password that would go out unprotected: begin with smtps://, or end with \
                 ?tls=required",
            ));
        }
        let mailer = Mailer::new(&url, &self.mail_from, authority.as_deref(), mail::LONGEST);
        found.extend(mailer.err().map(|error| match error {
            MailerError::Sender => weak("ALSFRS_MAIL_FROM", "must be a mail address"),
            MailerError::UnknownScheme => weak("ALSFRS_MAIL_URL", error.to_string()),
            _ => weak(
                "ALSFRS_MAIL_URL",
                "names no server that mail can go to, or ALSFRS_MAIL_CA_FILE no authority",
            ),
        }));
    }

    /// What is wrong with where the data lie.
    fn check_places(&self, found: &mut Vec<Weak>) {
        match db::file_of(&self.database()) {
            Ok(_) | Err(OpenError::NotAFile) => {}
            Err(error) => found.push(weak("ALSFRS_DATABASE_URL", error.to_string())),
        }
        for (variable, folder) in [
            ("ALSFRS_DATA_DIR", &self.data_dir),
            ("ALSFRS_KEY_DIR", &self.keys()),
        ] {
            if !place::can_be_folder(folder) {
                found.push(weak(variable, "must be a folder, or one that can be made"));
            }
        }
        // An unmounted disk must not be taken for a journal without erasures.
        let journal = self.erasure_journal.as_deref();
        let folder = journal.map(|journal| journal.parent().unwrap_or(journal));
        if folder.is_some_and(|folder| folder != Path::new("") && !folder.is_dir()) {
            found.push(weak(
                "ALSFRS_ERASURE_JOURNAL",
                "must lie in a folder that is there",
            ));
        }
    }

    fn check_for_production(&self, found: &mut Vec<Weak>) {
        if self.public_url.scheme() != "https" {
            found.push(weak(
                "ALSFRS_PUBLIC_URL",
                "must begin with https:// in production",
            ));
        }
        if self.mail().is_ok_and(|url| url.scheme() == "file") {
            found.push(weak(
                "ALSFRS_MAIL_URL",
                "must be a mail server in production: no person would get a code",
            ));
        }
        if self.mail().is_ok_and(|url| is_exposed(&url)) {
            found.push(weak(
                "ALSFRS_MAIL_URL",
                "must begin with smtps://, or end with ?tls=required, in production: mail carries codes",
            ));
        }
        let database = self.database();
        let file = database.strip_prefix("sqlite://").map(Path::new);
        if file.is_some_and(place::is_unsafe) {
            let given = self.database_url.is_some();
            found.push(weak(
                if given {
                    "ALSFRS_DATABASE_URL"
                } else {
                    "ALSFRS_DATA_DIR"
                },
                "must not lie in memory or on another machine in production: SQLite could lose what \
                 it acknowledged",
            ));
        }
        if self.data_dir.join(DEMO).exists() {
            found.push(weak(
                "ALSFRS_DATA_DIR",
                "holds the invented people of the demo, whose passwords everybody knows",
            ));
        }
        if !keys::are_complete(&self.keys()) {
            found.push(weak(
                "ALSFRS_KEY_DIR",
                "has not every key: in production they are made once, with `alsfrs-diary keys init`, \
                 or put back from a backup",
            ));
        }
        self.check_rehearsal(found);
        if self.mail_from.contains("@localhost") {
            found.push(weak(
                "ALSFRS_MAIL_FROM",
                "must be a real sender in production",
            ));
        }
        found.extend(self.limits.missing().map(|variable| {
            weak(
                variable,
                "must not be off, nor above 100 failures, in production",
            )
        }));
        if self.limits.are_unfair() {
            found.push(weak(
                "ALSFRS_LIMIT_ALL_MAIL",
                "must be ten times what one network or recipient may have, in production",
            ));
        }
    }
}

/// Whether `url` is the whole of a service: where it is sent back to, and what its links begin with.
fn is_base(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https") && is_origin(url.as_str().trim_end_matches('/'))
}

/// `scheme://host[:port]` and nothing else.
pub(super) fn is_origin(text: &str) -> bool {
    Url::parse(text).is_ok_and(|url| url.origin().ascii_serialization() == text)
        && !text.contains('*')
}

/// Whether mail to `url` could be read on its way: without TLS, and not on this machine alone.
fn is_exposed(url: &Url) -> bool {
    let here = match url.host_str() {
        Some("localhost") => true,
        Some(host) => host
            .trim_matches(['[', ']'])
            .parse()
            .is_ok_and(|address: IpAddr| address.to_canonical().is_loopback()),
        None => false,
    };
    url.scheme() == "smtp" && !mail::is_protected(url) && !here
}

fn is_private(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => address.is_loopback() || address.is_private(),
        IpAddr::V6(address) => address.is_loopback() || address.is_unique_local(),
    }
}
