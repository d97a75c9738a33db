//! How long the server takes to start on a database that has been in use for years.

use crate::place::Place;
use crate::report::{Reach, Report, millis, say};
use crate::server::Server;
use crate::{fill, inside};

/// With 182 weeks each: 1,001,000 entries.
const PATIENTS: usize = 5_500;
const WEEKS: usize = 182;

/// Milliseconds from the command to the first time it is ready.
const LONGEST: f64 = 1000.0;

/// Makes the database, and starts the server on it three times; the slowest counts.
pub async fn measure(report: &mut Report) {
    say("start: a database of a million entries is made");
    let place = Place::sqlite();
    let app = inside::open(&place);
    fill::clinic(&app, &place.owned, PATIENTS, WEEKS);
    inside::close(app).await;
    let mut slowest = 0.0_f64;
    for _ in 0..3 {
        let server = Server::start(place.folder.path(), &place.served).await;
        slowest = slowest.max(millis(server.started_in));
        server.stop();
    }
    report.add(
        ("SQLite: start on 1 million entries", 0),
        (format!("{slowest:.0} ms"), slowest),
        (&format!("{LONGEST} ms"), LONGEST),
        Reach::AtMost(1.0),
    );
}
