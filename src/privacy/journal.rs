//! The journal of erasures: a file outside the database, so that a restored backup forgets again
//! whom it should not remember.

use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use chrono::{DateTime, SecondsFormat, Utc};

use crate::platform::ids::AccountId;

/// Where it is.
#[derive(Debug, Clone)]
pub struct Journal(PathBuf);

impl Journal {
    /// The journal in this file, which need not be there yet.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// Writes down, for good, that `account` is forgotten. An id names nobody once its keys are gone.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add(&self, account: AccountId, at: DateTime<Utc>) -> io::Result<()> {
        let mut file = File::options()
            .append(true)
            .create(true)
            .mode(0o600)
            .open(&self.0)?;
        let at = at.to_rfc3339_opts(SecondsFormat::Secs, true);
        // On a line of its own, even after one that a power loss has torn.
        file.write_all(format!("\n{at} {account}\n").as_bytes())?;
        file.sync_all()
    }

    /// Everybody in it. A line that was torn while it was written names nobody: its erasure had not
    /// begun, and was tried again.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn all(&self) -> io::Result<Vec<AccountId>> {
        let text = match std::fs::read_to_string(&self.0) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            read => read?,
        };
        let account = |line: &str| line.split_once(' ')?.1.parse().ok();
        Ok(text.lines().filter_map(account).collect())
    }
}
