//! `demo`: a database of its own with two years of a believable diary, and a server on it.
//!
//! Everything is written through the functions that the API uses, on a clock that runs through
//! those two years.

mod clinic;
mod curve;
mod household;
mod people;
mod story;
mod treated;

use std::os::unix::fs::DirBuilderExt;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::parser::ValueSource;
use clap::{Args, CommandFactory, FromArgMatches, Parser};

use super::failed;
use crate::platform::clock::Clock;
use crate::platform::config::{self, Settings};
use crate::platform::db;
use crate::platform::limit::Limit;
use crate::platform::telemetry;
use crate::server;
use story::Story;

#[derive(Args)]
pub(super) struct Options {
    /// Where to listen for requests
    #[arg(long, env = "ALSFRS_LISTEN", default_value = "127.0.0.1:8080")]
    listen: std::net::SocketAddr,

    /// The folder of the demo; filled once, kept until it is deleted
    #[arg(long, default_value = "./data/demo")]
    folder: PathBuf,
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// How long it may take until the file of what was filled is closed.
const LET_GO: Duration = Duration::from_secs(5);

pub(super) async fn run(options: Options) -> ExitCode {
    telemetry::log_to_stdout("error");
    match prepare_and_serve(options).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(error.as_ref()),
    }
}

async fn prepare_and_serve(options: Options) -> Result<(), Failure> {
    let (mut settings, is_url_named) = settings(&options)?;
    // An address that is taken is said at once, not after two years of weeks.
    let listener = server::bind(&settings)?;
    if !is_url_named {
        settings.public_url = format!("http://{}", listener.local_addr()?).parse()?;
    }
    let filled = options.folder.join(config::DEMO);
    if !filled.exists() {
        let begun = begin(&settings)?;
        let story = fill(&settings).await?;
        std::fs::write(&filled, serde_json::to_string_pretty(&story)?)?;
        std::fs::remove_file(begun)?;
    }
    let story: Story = serde_json::from_str(&std::fs::read_to_string(&filled)?)?;
    let clock = settings.clock();
    let (now, mails) = (clock.now(), settings.data_dir.join("mail"));
    // The codes of the clinician are for the person at this machine.
    let is_here = listener.local_addr()?.ip().is_loopback();
    let people = story.people(is_here);
    let running = server::start_demo(&settings, clock, listener, &people).await?;
    let base = format!("http://{}", running.address());
    println!("{}", story.guide(&base, now, &mails));
    Ok(running.until_told().await?)
}

async fn fill(settings: &Settings) -> Result<Story, Failure> {
    let (clock, hand) = Clock::shifted(settings.rehearsal.clock());
    // All its people come from one address.
    let mut settings = settings.clone();
    settings.limits.sign_up = Limit(None);
    let app = server::open(&settings, clock).await?;
    let story = household::move_in(&app, &hand, &settings).await?;
    let closing = app.db.closing();
    drop(app);
    closing.wait(LET_GO).await;
    Ok(story)
}

/// The usual settings, but for where the demo lives; and whether a public address was named, which links
/// go to then.
fn settings(options: &Options) -> Result<(Settings, bool), clap::Error> {
    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        settings: Settings,
    }
    let line = Line::command().try_get_matches_from(["demo"])?;
    let is_url_named = line.value_source("public_url") != Some(ValueSource::DefaultValue);
    let mut settings = Line::from_arg_matches(&line)?.settings;
    settings.listen = options.listen;
    settings.data_dir.clone_from(&options.folder);
    settings.database_url = None;
    settings.mail_url = None;
    settings.metrics_listen = config::Listen(None);
    // Two years pass in a moment, and then weeks until the demo is looked at again.
    settings.rehearsal.test_settle = Some(0);
    Ok((settings, is_url_named))
}

/// Marks the folder as the demo's, and clears what an interrupted run of it has left; where the mark is.
///
/// Fails where the folder holds the data or the mail of others: filling it would delete them.
fn begin(settings: &Settings) -> Result<PathBuf, Failure> {
    let folder = &settings.data_dir;
    let (begun, database) = (folder.join("demo.begun"), folder.join("diary.sqlite"));
    if begun.exists() {
        db::remove(&database)?;
    } else if database.exists() || folder.join("mail").exists() {
        return Err("this folder holds a database or mail that is not the demo's: name another with --folder".into());
    }
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    std::fs::write(&begun, "")?;
    Ok(begun)
}
