//! Secrets from files, as containers mount them: a variable shows in `/proc` and in crash reports.

use std::path::Path;

use super::{Settings, Weak, weak};

impl Settings {
    /// These settings with what stands in the files that they name.
    ///
    /// # Errors
    /// When a file cannot be read, is empty, or the value is given as well.
    pub fn with_secrets(mut self) -> Result<Self, Weak> {
        let database = self.database_url_file.as_deref();
        read(&mut self.database_url, "ALSFRS_DATABASE_URL_FILE", database)?;
        let mail = self.mail_url_file.as_deref();
        read(&mut self.mail_url, "ALSFRS_MAIL_URL_FILE", mail)?;
        Ok(self)
    }
}

fn read(value: &mut Option<String>, variable: &str, file: Option<&Path>) -> Result<(), Weak> {
    let Some(file) = file else {
        return Ok(());
    };
    if value.is_some() {
        return Err(weak(variable, "is given beside the value itself: keep one"));
    }
    let text = std::fs::read_to_string(file)
        .map_err(|_| weak(variable, "names a file that cannot be read"))?;
    let secret = text.trim();
    if secret.is_empty() {
        return Err(weak(variable, "names a file that is empty"));
    }
    *value = Some(secret.to_owned());
    Ok(())
}
