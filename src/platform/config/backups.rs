//! Backups that the server makes by itself: how often, where, and who can read them.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::{Settings, Weak, weak};
use crate::platform::age::Recipient;
use crate::platform::db;

/// What the server backs up by itself.
#[derive(Args, Clone, Debug)]
pub struct BackupSettings {
    /// A folder into which the server backs its SQLite database up by itself [default: it does not]
    #[arg(long, env = "ALSFRS_BACKUP_DIR")]
    pub backup_dir: Option<PathBuf>,

    /// Who can read these backups, as `age1…`: public halves of identities that are kept elsewhere
    #[arg(long, env = "ALSFRS_BACKUP_RECIPIENTS", value_delimiter = ',')]
    pub backup_recipients: Vec<Recipient>,

    /// Minutes from one backup to the next: what was recorded since the last one is lost with the disk
    #[arg(long, env = "ALSFRS_BACKUP_MINUTES", default_value_t = 15,
          value_parser = clap::value_parser!(u16).range(1..=1440))]
    pub backup_minutes: u16,

    /// Days that backups are kept: of the last two days all, before that one a day
    #[arg(long, env = "ALSFRS_BACKUP_DAYS", default_value_t = 35,
          value_parser = clap::value_parser!(u16).range(2..=3650))]
    pub backup_days: u16,
}

/// Backups that are to be made.
#[derive(Clone, Debug)]
pub struct BackupPlan {
    /// The URL of what is backed up.
    pub database: String,
    /// Where the backups go.
    pub folder: PathBuf,
    /// Who can read them.
    pub recipients: Vec<Recipient>,
    /// From one to the next.
    pub every: Duration,
    /// How many days they are kept.
    pub days: u16,
}

impl Settings {
    /// The backups that the server makes by itself, where it was asked to.
    pub fn backup_plan(&self) -> Option<BackupPlan> {
        let given = &self.backups;
        Some(BackupPlan {
            database: self.database(),
            folder: given.backup_dir.clone()?,
            recipients: given.backup_recipients.clone(),
            every: Duration::from_secs(u64::from(given.backup_minutes) * 60),
            days: given.backup_days,
        })
    }

    /// What is wrong with how it is backed up goes into `found`.
    pub(super) fn check_backups(&self, found: &mut Vec<Weak>) {
        let Some(folder) = &self.backups.backup_dir else {
            if !self.backups.backup_recipients.is_empty() {
                found.push(weak(
                    "ALSFRS_BACKUP_DIR",
                    "is missing beside ALSFRS_BACKUP_RECIPIENTS: no backup would be made",
                ));
            }
            return;
        };
        if db::file_of(&self.database()).is_err() {
            found.push(weak(
                "ALSFRS_BACKUP_DIR",
                "is for SQLite: PostgreSQL is backed up with its own tools",
            ));
        }
        // An unmounted disk must not be taken for an empty one.
        if !folder.is_dir() {
            found.push(weak("ALSFRS_BACKUP_DIR", "must be a folder that is there"));
        }
        if self.backups.backup_recipients.is_empty() {
            found.push(weak(
                "ALSFRS_BACKUP_RECIPIENTS",
                "must name who can read the backups, as age1…",
            ));
        }
    }
}
