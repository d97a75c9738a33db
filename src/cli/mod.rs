//! Floor 6: the command line.

mod admin;
mod audit;
mod audit_export;
mod backup;
mod check;
mod client;
mod demo;
mod export;
mod healthcheck;
mod keys;
mod migrate;
mod openapi;
mod outbox;
mod restore;
mod retention;
mod serve;
mod site;

use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

use clap::{ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::platform::config::{Settings, unknown_variables};
use crate::platform::db::{self, DbError, OpenError};
use crate::platform::{App, StartError, telemetry};
use crate::server::{self, ServeError};

/// The exit code for settings that cannot be used (`EX_CONFIG` of sysexits.h).
const BAD_CONFIGURATION: u8 = 78;

/// Backend of an ALSFRS-R symptom diary.
#[derive(Parser)]
#[command(name = "alsfrs-diary", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the API
    Serve(Settings),
    /// Fill a database of its own with invented people, and serve it
    Demo(demo::Options),
    /// Bring the database to the schema of this build
    Migrate(migrate::Options),
    /// Print the contract as OpenAPI 3.1
    Openapi(openapi::Options),
    /// Ask the server on this machine whether it is ready
    Healthcheck(healthcheck::Options),
    /// Look after the keys
    #[command(subcommand)]
    Keys(keys::Command),
    /// Make the accounts of those who work here
    #[command(subcommand)]
    Admin(admin::AdminCommand),
    /// Let programs of clinics read over FHIR
    #[command(subcommand)]
    Client(client::ClientCommand),
    /// Make clinics, and say who works there
    #[command(subcommand)]
    Site(site::SiteCommand),
    /// Look at who did what
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Copy the database while the service runs, for recipients of age; SQLite only
    Backup(backup::Options),
    /// Make a backup the database of an empty place
    Restore(restore::Options),
    /// Look at what waits to be sent, and have what was given up sent again
    #[command(subcommand)]
    Outbox(outbox::Command),
    /// Let go of what need not be kept any longer
    #[command(subcommand)]
    Retention(retention::Command),
    /// Take the data of a clinic out, and prove what was
    Export(export::Export),
    /// Look at the settings without starting anything
    #[command(subcommand)]
    Config(ConfigCommand),
}

impl Command {
    /// The settings it takes, if any.
    fn settings(&mut self) -> Option<&mut Settings> {
        Some(match self {
            Self::Serve(settings) | Self::Config(ConfigCommand::Check(settings)) => settings,
            Self::Migrate(options) => &mut options.settings,
            Self::Keys(command) => command.settings(),
            Self::Admin(command) => command.settings(),
            Self::Client(command) => command.settings(),
            Self::Site(command) => command.settings(),
            Self::Audit(AuditCommand::Verify(options)) => &mut options.settings,
            Self::Audit(AuditCommand::Export(options)) => &mut options.settings,
            Self::Export(export) => return export.settings(),
            Self::Backup(options) => &mut options.settings,
            Self::Restore(options) => &mut options.settings,
            Self::Outbox(command) => command.settings(),
            Self::Retention(retention::Command::Run(options)) => &mut options.settings,
            Self::Demo(_) | Self::Openapi(_) | Self::Healthcheck(_) => return None,
        })
    }

    /// Whether it opens all that its settings name.
    fn opens_all(&self) -> bool {
        match self {
            Self::Serve(_)
            | Self::Migrate(_)
            | Self::Admin(_)
            | Self::Site(_)
            | Self::Outbox(_)
            | Self::Retention(_)
            | Self::Audit(AuditCommand::Export(_))
            | Self::Export(_) => true,
            Self::Demo(_)
            | Self::Openapi(_)
            | Self::Healthcheck(_)
            | Self::Keys(_)
            | Self::Client(_)
            | Self::Audit(AuditCommand::Verify(_))
            | Self::Backup(_)
            | Self::Restore(_)
            | Self::Config(_) => false,
        }
    }
}

#[derive(Subcommand)]
enum AuditCommand {
    /// Say whether the audit is as it was written, and what was changed first if it is not
    Verify(audit::Options),
    /// Write it down for those who collect audits: one event a line. With SQLite the server must not run
    Export(audit_export::Options),
}

#[derive(Subcommand)]
enum ConfigCommand {
    /// Say what is wrong with the settings, and what they are
    Check(Settings),
}

/// Reads the command line and does what it says.
pub fn run() -> ExitCode {
    let unknown = unknown_variables(
        std::env::vars_os().filter_map(|(name, _)| name.into_string().ok()),
        &known_variables(&Cli::command()),
    );
    if !unknown.is_empty() {
        return badly_configured(unknown);
    }
    let Cli { command: mut said } =
        Cli::from_arg_matches(&read().1).unwrap_or_else(|error| error.exit());
    if let Some(Err(weak)) = said.settings().map(Settings::read_secrets) {
        return badly_configured([weak]);
    }
    if said.opens_all()
        && let Some(settings) = said.settings()
    {
        let weak = settings.check();
        if !weak.is_empty() {
            return badly_configured(weak);
        }
    }
    match said {
        Command::Serve(settings) => in_runtime(serve::run(settings)),
        Command::Demo(options) => in_runtime(demo::run(options)),
        Command::Migrate(options) => in_runtime(migrate::run(options)),
        Command::Openapi(options) => openapi::run(&options),
        Command::Healthcheck(options) => healthcheck::run(&options),
        Command::Export(export) => in_runtime(export::run(export)),
        Command::Keys(command) => keys::run(&command),
        Command::Admin(command) => in_runtime(admin::run(command)),
        Command::Client(command) => in_runtime(client::run(command)),
        Command::Site(command) => in_runtime(site::run(command)),
        Command::Outbox(command) => in_runtime(outbox::run(command)),
        Command::Backup(options) => backup::run(&options),
        Command::Restore(options) => restore::run(&options),
        Command::Retention(command) => in_runtime(retention::run(command)),
        Command::Audit(AuditCommand::Verify(options)) => in_runtime(audit::verify(options)),
        Command::Audit(AuditCommand::Export(options)) => in_runtime(audit_export::run(options)),
        Command::Config(ConfigCommand::Check(settings)) => {
            let (command, matches) = read();
            let check = |command: &clap::Command, name| command.find_subcommand(name).cloned();
            let listed = check(&command, "config").and_then(|config| check(&config, "check"));
            let given = matches
                .subcommand_matches("config")
                .and_then(|config| config.subcommand_matches("check"));
            match listed.zip(given) {
                Some((listed, given)) => check::run(&settings, &listed, given),
                None => ExitCode::FAILURE,
            }
        }
    }
}

/// The commands there are, and which was given. They are let go of before it begins: a server runs for months.
fn read() -> (clap::Command, ArgMatches) {
    let command = Cli::command();
    let matches = command.clone().get_matches();
    (command, matches)
}

fn in_runtime(work: impl Future<Output = ExitCode>) -> ExitCode {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build();
    match runtime {
        Ok(runtime) => {
            let code = runtime.block_on(work);
            drop(runtime);
            telemetry::finish_log();
            code
        }
        Err(error) => failed(&error),
    }
}

/// Opens what the settings name, for a command that makes no database and migrates none: servers of the version
/// before may still run.
async fn open_alone(settings: &Settings) -> Result<App, ServeError> {
    let there = db::look(&settings.database(), |_| Ok(())).map_err(StartError::from)?;
    if there.is_none() {
        return Err(StartError::from(OpenError::Missing).into());
    }
    server::open(settings, settings.clock()).await
}

/// The same, or what is beside the server that runs and has the file of the database: a command need not wait until
/// it is stopped.
async fn open(settings: &Settings) -> Result<App, ServeError> {
    match open_alone(settings).await {
        Err(ServeError::Start(StartError::Database(OpenError::OpenElsewhere))) => {
            let (settings, clock) = (settings.clone(), settings.clock());
            tokio::task::spawn_blocking(move || Ok(App::open_beside(&settings, clock)?))
                .await
                .unwrap_or(Err(ServeError::Database(DbError::Panicked)))
        }
        opened => opened,
    }
}

/// Says why, and how the process ends.
fn failed(error: &dyn std::error::Error) -> ExitCode {
    complain(format_args!("alsfrs-diary: {error}"));
    ExitCode::FAILURE
}

fn badly_configured(weak: impl IntoIterator<Item = impl Display>) -> ExitCode {
    for weak in weak {
        complain(weak);
    }
    BAD_CONFIGURATION.into()
}

/// `eprintln!`, which does not panic where there is no room for what it says.
fn complain(what: impl Display) {
    drop(writeln!(std::io::stderr(), "{what}"));
}

/// Every environment variable that some command reads.
fn known_variables(command: &clap::Command) -> Vec<String> {
    let own = command
        .get_arguments()
        .filter_map(|argument| argument.get_env())
        .map(|name| name.to_string_lossy().into_owned());
    let of_subcommands = command.get_subcommands().flat_map(known_variables);
    own.chain(of_subcommands).collect()
}
