//! What an installation keeps: its data folder, its mail, its database. It goes with the test.

use std::path::Path;

use alsfrs_diary::platform::config::Settings;
use alsfrs_diary::platform::limit::LimitSettings;
use clap::Parser;
use tempfile::TempDir;

use crate::mail::MailBox;
use crate::postgres::TestDatabase;
use crate::scratch;

/// On which database a test runs: most run on both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Database {
    Sqlite,
    Postgres,
}

/// A fresh installation, which the instances of one test share.
pub struct Home {
    mail: MailBox,
    folder: TempDir,
    database: Option<TestDatabase>,
}

/// Everybody in a test comes from one address, and some sign in a hundred times: the limits have tests
/// of their own, which start with [`usual_limits`].
const UNLIMITED: [&str; 8] = [
    "--limit-sign-in=off",
    "--limit-guesses=60000",
    "--limit-failures=60000",
    "--limit-sign-up=off",
    "--limit-mail=off",
    "--limit-refresh=off",
    "--limit-invitations=off",
    "--limit-requests=off",
];

/// The limits as they are unless somebody sets them.
pub fn usual_limits() -> LimitSettings {
    CommandLine::try_parse_from(["alsfrs-diary"])
        .unwrap()
        .settings
        .limits
}

#[derive(Parser)]
struct CommandLine {
    #[command(flatten)]
    settings: Settings,
}

impl Home {
    /// `None` where that database is missing on this machine.
    pub fn new(on: Database) -> Option<Self> {
        Self::with_tables(on, true)
    }

    /// The same without a table.
    pub fn empty(on: Database) -> Option<Self> {
        Self::with_tables(on, false)
    }

    fn with_tables(on: Database, migrated: bool) -> Option<Self> {
        let database = match on {
            Database::Sqlite => None,
            Database::Postgres => Some(TestDatabase::create(migrated)?),
        };
        let folder = scratch::folder();
        Some(Self {
            mail: MailBox::in_folder(folder.path().join("mail")),
            folder,
            database,
        })
    }

    /// The mail that it has sent.
    pub fn mail(&self) -> &MailBox {
        &self.mail
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where its database is.
    pub fn database_url(&self) -> String {
        match &self.database {
            Some(database) => database.url(),
            None => format!("sqlite://{}", self.folder().join("diary.sqlite").display()),
        }
    }

    /// Its settings, as a person gives them on the command line.
    pub fn flags(&self) -> Vec<String> {
        let mut flags = [
            "--listen=127.0.0.1:0",
            "--metrics-listen=off",
            "--workers=1",
            "--database-connections=4",
        ]
        .map(str::to_owned)
        .to_vec();
        flags.extend(UNLIMITED.map(str::to_owned));
        flags.push(format!("--data-dir={}", self.folder().display()));
        flags.push(format!("--database-url={}", self.database_url()));
        flags
    }

    /// The same without those that `others` give.
    pub fn flags_but(&self, others: &[&str]) -> Vec<String> {
        let name = |flag: &str| flag.split('=').next().map(str::to_owned);
        let mut flags = self.flags();
        flags.retain(|flag| others.iter().all(|other| name(other) != name(flag)));
        flags
    }

    /// All of them, read.
    pub fn settings(&self) -> Settings {
        let words = ["alsfrs-diary".to_owned()].into_iter().chain(self.flags());
        CommandLine::try_parse_from(words).unwrap().settings
    }
}
