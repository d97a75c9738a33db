//! A clinic's entries as CSV by the program that comes with the database.

use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use alsfrs_diary::platform::ids::SiteId;

/// What of a week is readable there: all but what is sealed.
const COLUMNS: &str = "e.patient_key, e.week, e.revision, e.assessed_on, e.speech, e.salivation, e.swallowing, \
     e.handwriting, e.cutting, e.dressing, e.turning, e.walking, e.stairs, e.dyspnea, e.orthopnea, \
     e.respiratory_insufficiency, e.tube_form, e.gastrostomy, e.instrument, e.respondent, e.symptoms, \
     e.weight_tenths, e.recorded_at, e.recorded_by, e.recorded_as";

/// How long it takes to write them to `file`; `None` where the program is not on this machine.
pub fn as_csv(url: &str, site: SiteId, file: &Path) -> Option<Duration> {
    let path = url.strip_prefix("sqlite://");
    let named = match path {
        Some(_) => format!("x'{}'", site.0.as_simple()),
        None => format!("'{site}'"),
    };
    let query = format!(
        "SELECT {COLUMNS} FROM entries e JOIN enrolments n ON n.patient_key = e.patient_key \
         WHERE n.site_id = {named} ORDER BY e.patient_key, e.week"
    );
    let mut program = Command::new(path.map_or("psql", |_| "sqlite3"));
    let copy = format!("COPY ({query}) TO STDOUT WITH (FORMAT csv, HEADER)");
    match path {
        Some(path) => program.args(["-readonly", "-csv", "-header", path, &query]),
        None => program.args(["--no-psqlrc", "--dbname", url, "--command", &copy]),
    };
    let to = File::create(file).unwrap();
    let began = Instant::now();
    let ended = program
        .stdin(Stdio::null())
        .stdout(to.try_clone().unwrap())
        .status()
        .ok()?;
    to.sync_all().unwrap();
    assert!(ended.success(), "the table was not written");
    Some(began.elapsed())
}
