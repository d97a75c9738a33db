//! The parts of the server themselves, for what is put into its database while it does not run.

use std::time::Duration;

use alsfrs_diary::platform::App;
use alsfrs_diary::platform::clock::Clock;
use alsfrs_diary::platform::config::Settings;
use clap::Parser;

use crate::place::Place;

/// How long it may take until the file of the database is closed.
const LET_GO: Duration = Duration::from_secs(20);

/// Opens what the server has.
pub fn open(place: &Place) -> App {
    #[derive(Parser)]
    struct CommandLine {
        #[command(flatten)]
        settings: Settings,
    }
    let folder = place.folder.path().display();
    let words = [
        "bench".to_owned(),
        format!("--data-dir={folder}"),
        format!("--database-url={}", place.served),
    ];
    let settings = CommandLine::parse_from(words).settings;
    App::open(&settings, Clock::machine()).unwrap()
}

/// Leaves it to the server.
pub async fn close(app: App) {
    let closing = app.db.closing();
    drop(app);
    closing.wait(LET_GO).await;
}
