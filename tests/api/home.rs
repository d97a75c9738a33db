//! What an installation keeps: its data folder, its mail, its database. It goes with the test.

use std::path::Path;
use std::process::Command;

use alsfrs_diary::platform::clock::{Clock, ClockHand};
use alsfrs_diary::platform::config::Settings;
use alsfrs_diary::platform::limit::LimitSettings;
use chrono::{DateTime, TimeDelta, Utc};
use clap::Parser;
use tempfile::TempDir;

use crate::mail::MailBox;
use crate::postgres::TestDatabase;
use crate::scratch;
use crate::serving::as_server;

/// On which database a test runs: most run on both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Database {
    Sqlite,
    Postgres,
}

/// When every test begins: a Monday, in the week 2026-W48.
const BEGINNING: &str = "2026-11-23T12:00:00Z";

/// A fresh installation, which the instances of one test share.
pub struct Home {
    /// Turns the clock that all instances of this test share, and the command line with them.
    pub clock: ClockHand,
    time: Clock,
    mail: MailBox,
    folder: TempDir,
    database: Option<TestDatabase>,
    is_migrated: bool,
}

/// A fresh installation for several instances, or the end of the test where that database is missing.
macro_rules! home {
    ($on:expr) => {
        match $crate::home::Home::new($on) {
            Some(home) => std::sync::Arc::new(home),
            None => return,
        }
    };
}
pub(crate) use home;

/// Everybody in a test comes from one address, and some sign in a hundred times: the limits have tests
/// of their own, which start with [`usual_limits`].
const UNLIMITED: [&str; 12] = [
    "--limit-sign-in=off",
    "--limit-guesses=60000",
    "--limit-failures=60000",
    "--limit-sign-up=off",
    "--limit-mail=off",
    "--limit-mail-of-a-day=off",
    "--limit-network-mail=off",
    "--limit-invited=off",
    "--limit-caused-mail=off",
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

/// A clock that begins when every test does, and its hand.
fn beginning() -> (Clock, ClockHand) {
    let (time, clock) = Clock::shifted(TimeDelta::zero());
    clock.set(BEGINNING.parse().unwrap());
    (time, clock)
}

/// A clock that nothing turns, for what needs no installation.
pub fn held_clock() -> Clock {
    beginning().0
}

/// The program, with such a clock.
pub fn held_program() -> Command {
    program_at(&beginning().1)
}

fn program_at(clock: &ClockHand) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_alsfrs-diary"));
    let ahead = clock.offset().num_microseconds().unwrap();
    program.env("ALSFRS_TEST_CLOCK", ahead.to_string());
    program
}

/// What the program does, and says.
pub fn said_by(program: &mut Command) -> (Option<i32>, String) {
    let output = program.output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(said).unwrap())
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
        let (time, clock) = beginning();
        Some(Self {
            clock,
            time,
            mail: MailBox::in_folder(folder.path().join("mail")),
            folder,
            database,
            is_migrated: migrated,
        })
    }

    /// What time it is here.
    pub fn now(&self) -> DateTime<Utc> {
        self.time.now()
    }

    /// What says so.
    pub fn time(&self) -> Clock {
        self.time.clone()
    }

    /// The program, with the clock of this installation.
    pub fn program(&self) -> Command {
        program_at(&self.clock)
    }

    /// What the program does with `arguments`, and says.
    pub fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        said_by(self.program().args(arguments))
    }

    /// The mail that it has sent.
    pub fn mail(&self) -> &MailBox {
        &self.mail
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where its database is, for its owner.
    pub fn database_url(&self) -> String {
        match &self.database {
            Some(database) => database.url(),
            None => format!("sqlite://{}", self.folder().join("diary.sqlite").display()),
        }
    }

    /// Its settings, as a person gives them on the command line.
    pub fn flags(&self) -> Vec<String> {
        let mut flags = [
            // The tests turn the clock, and wait for no hour: see `clocks`.
            "--test-settle=0",
            "--listen=127.0.0.1:0",
            "--metrics-listen=off",
            "--workers=1",
            "--database-connections=4",
        ]
        .map(str::to_owned)
        .to_vec();
        flags.extend(UNLIMITED.map(str::to_owned));
        flags.push(format!("--data-dir={}", self.folder().display()));
        flags.push(format!("--database-url={}", self.serving_url()));
        flags
    }

    /// Where its database is, for the server.
    pub fn serving_url(&self) -> String {
        match &self.database {
            Some(database) if self.is_migrated => as_server(&database.url()),
            _ => self.database_url(),
        }
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
