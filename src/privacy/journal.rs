//! The journal of erasures: a file outside the database, so that a restored backup forgets
//! again the accounts that it should not remember.

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
    pub fn at(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// Opens it, and makes it where it is missing: whether it can be written is known before anything is begun.
    pub(super) fn open(&self) -> io::Result<File> {
        File::options()
            .append(true)
            .create(true)
            .mode(0o600)
            .open(&self.0)
    }

    /// Writes down, for good, that `account` is forgotten. An id names no person once its keys are gone.
    pub fn gone(&self, account: AccountId, at: DateTime<Utc>) -> io::Result<()> {
        self.add(at, &account.to_string())
    }

    /// Writes down that `account` stays, whatever it asked for until `at`.
    pub fn kept(&self, account: AccountId, at: DateTime<Utc>) -> io::Result<()> {
        self.add(at, &format!("{KEPT}{account}"))
    }

    fn add(&self, at: DateTime<Utc>, what: &str) -> io::Result<()> {
        let mut file = self.open()?;
        let at = at.to_rfc3339_opts(SecondsFormat::Micros, true);
        // On a line of its own, even after one that a power loss has torn.
        file.write_all(format!("\n{at} {what}\n").as_bytes())?;
        file.sync_all()
    }

    /// All that is in it. A line that was torn while it was written says nothing: what it was about was
    /// tried again.
    pub fn read(&self) -> io::Result<Vec<Line>> {
        let text = match std::fs::read_to_string(&self.0) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            read => read?,
        };
        Ok(text.lines().filter_map(Line::read).collect())
    }
}

/// Before the account, so that no torn line says that it is gone.
const KEPT: &str = "kept ";

/// What became of one account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// When.
    pub at: DateTime<Utc>,
    /// Whose.
    pub account: AccountId,
    /// Whether it stays; else it is gone.
    pub kept: bool,
}

impl Line {
    fn read(line: &str) -> Option<Self> {
        let (at, what) = line.split_once(' ')?;
        let kept = what.strip_prefix(KEPT);
        let account = kept.unwrap_or(what).parse().ok()?;
        let (at, kept) = (at.parse().ok()?, kept.is_some());
        Some(Self { at, account, kept })
    }
}
