//! How long the server takes to start on a database that has been in use for years.

use alsfrs_diary::platform::db::{Conn, Db};
use diesel::connection::SimpleConnection;

use crate::report::{Reach, Report, millis, say};
use crate::server::Server;
use crate::{bare, place, weeks};

/// With 182 weeks each: 1,001,000 entries.
const PATIENTS: usize = 5_500;
const WEEKS: usize = 182;

/// Milliseconds from the command to the first time it is ready.
const LONGEST: f64 = 1000.0;

/// Makes the database, and starts the server on it three times; the slowest counts.
pub async fn measure(report: &mut Report) {
    let folder = place::folder();
    let url = format!("sqlite://{}", folder.path().join("diary.sqlite").display());
    say("start: a database of a million entries is made");
    Db::open(&url, 1).unwrap().migrate().unwrap();
    fill(&mut bare::connect(&url));
    let mut slowest = 0.0_f64;
    for _ in 0..3 {
        let server = Server::start(folder.path(), &url).await;
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

/// Entries and audit, in the form the server would have given them.
const FILL: &str = "
    PRAGMA synchronous = OFF;
    BEGIN;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :patients)
    INSERT INTO accounts (id, email_index, email, display_name, role, time_zone, epoch, version, created_at)
    SELECT CAST(printf('a%015d', i) AS BLOB), printf('%043d', i),
        randomblob(48), randomblob(40), 1,
        'Europe/Berlin', 1, 1, 0 FROM n;
    INSERT INTO patients (key, id, account_id, time_zone, last_change, version, created_at)
    SELECT rowid, CAST(printf('p%015d', rowid) AS BLOB), id, time_zone, :weeks, 1, 0 FROM accounts;
    INSERT INTO entries
    SELECT key, number, 1, place, 0, day, 4, 4, 3, 2, 2, 3, 3, 2, 1, 4, 4, 4, 0, 0,
        'alsfrs-r/1999-en-1', 1, '{\"weakness\":6}', 684, 0, account_id, 1, randomblob(35), NULL
    FROM patients, weeks;
    INSERT INTO audit_events (at, action, actor, session_id, patient_key, change_no, detail)
    SELECT 0, 'entry.recorded', account_id, account_id, key, place, '{\"revision\":1}'
    FROM weeks, patients;
    COMMIT;
    PRAGMA wal_checkpoint(TRUNCATE);
";

fn fill(conn: &mut Conn) {
    let all = weeks::all();
    let weeks: Vec<String> = (1..=WEEKS)
        .zip(all.iter().rev().take(WEEKS).rev())
        .map(|(place, week)| format!("({place}, {}, '{}')", week.number(), week.monday()))
        .collect();
    conn.batch_execute(&format!(
        "CREATE TEMP TABLE weeks (place, number, day); INSERT INTO weeks VALUES {};",
        weeks.join(", ")
    ))
    .unwrap();
    let fill = FILL
        .replace(":patients", &PATIENTS.to_string())
        .replace(":weeks", &WEEKS.to_string());
    conn.batch_execute(&fill).unwrap();
}
