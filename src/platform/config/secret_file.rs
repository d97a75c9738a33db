//! Secrets from files, as containers mount them: a variable shows in `/proc` and in crash reports, a
//! flag to everybody on the machine, and neither can be taken back while the process runs.

use std::path::Path;

use url::Url;
use zeroize::Zeroizing;

use super::{Profile, Settings, Weak, weak};

impl Settings {
    /// These settings with what stands in the files that they name.
    ///
    /// Fails when a file cannot be read, is empty, or the value is given as well; in production also when a
    /// value that was given otherwise carries a password.
    pub fn read_secrets(&mut self) -> Result<(), Weak> {
        if self.profile == Profile::Production {
            self.refuse_shown()?;
        }
        let database = self.database_url_file.as_deref();
        read(&mut self.database_url, "ALSFRS_DATABASE_URL_FILE", database)?;
        let mail = self.mail_url_file.as_deref();
        read(&mut self.mail_url, "ALSFRS_MAIL_URL_FILE", mail)?;
        if self.database_url.as_deref().is_some_and(names_no_file) {
            return Err(weak(
                "ALSFRS_DATABASE_URL",
                "names no file: SQLite would keep it in memory, or in a file of an odd name",
            ));
        }
        Ok(())
    }
}

impl Settings {
    /// Refuses passwords that others on the machine could read.
    fn refuse_shown(&self) -> Result<(), Weak> {
        if self.database_url.as_deref().is_some_and(has_password) {
            return Err(weak(
                "ALSFRS_DATABASE_URL",
                "has a password, which shows in /proc: put the URL into a file, and name that in \
                 ALSFRS_DATABASE_URL_FILE, or keep the password in a passfile",
            ));
        }
        if self.mail_url.as_deref().is_some_and(has_password) {
            return Err(weak(
                "ALSFRS_MAIL_URL",
                "has a password, which shows in /proc: put the URL into a file, and name that in \
                 ALSFRS_MAIL_URL_FILE",
            ));
        }
        if std::env::var_os("PGPASSWORD").is_some() {
            return Err(weak(
                "PGPASSWORD",
                "shows in /proc: put the database's URL into a file, and name that in \
                 ALSFRS_DATABASE_URL_FILE, or keep the password in a passfile",
            ));
        }
        Ok(())
    }
}

/// Whether what follows `sqlite://` means something else than a path to SQLite.
fn names_no_file(url: &str) -> bool {
    url.strip_prefix("sqlite://").is_some_and(|path| {
        path.is_empty() || path.starts_with(':') || path.starts_with("file:") || path.contains('?')
    })
}

fn has_password(url: &str) -> bool {
    Url::parse(url).is_ok_and(|url| {
        url.password().is_some() || url.query_pairs().any(|(name, _)| name == "password")
    })
}

fn read(value: &mut Option<String>, variable: &str, file: Option<&Path>) -> Result<(), Weak> {
    let Some(file) = file else {
        return Ok(());
    };
    if value.is_some() {
        return Err(weak(variable, "is given beside the value itself: keep one"));
    }
    let text = std::fs::read_to_string(file).map(Zeroizing::new);
    let text = text.map_err(|_| weak(variable, "names a file that cannot be read"))?;
    let secret = text.trim();
    if secret.is_empty() {
        return Err(weak(variable, "names a file that is empty"));
    }
    *value = Some(secret.to_owned());
    Ok(())
}
