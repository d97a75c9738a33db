//! Ten thousand phones that ask every five minutes, and everybody's reminders in one hour: how a patient fares who
//! records a week meanwhile, and how much memory it takes.

use std::time::Duration;

use alsfrs_diary::channels::{self, About, Channel, Notice};
use alsfrs_diary::platform::App;
use alsfrs_diary::platform::db::{Conn, DbError};
use diesel::connection::SimpleConnection;

use super::{Size, caught_up};
use crate::client;
use crate::inside;
use crate::load::{at_a_rate, p99};
use crate::people::Patient;
use crate::place::Place;
use crate::report::{Reach, Report, millis, say};
use crate::server::Server;
use crate::weeks::{self, Slots};

/// Phones a second: ten thousand, each every five minutes.
const ASKING: u32 = 33;

/// Weeks a second that are recorded.
const RECORDING: u32 = 20;

/// The slowest of a hundred writes beside what it is without the crowd.
const SLOWER: f64 = 1.5;

/// More than idle, in MiB.
const SPARE: f64 = 64.0;

pub(super) async fn measure(
    place: &Place,
    server: Server,
    patients: &[Patient],
    size: Size,
    report: &mut Report,
) {
    let (name, time) = (place.name, size.time * 5);
    server.stop();
    let server = Server::start(place.folder.path(), &place.served).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let idle = server.memory("VmRSS");
    let slots = Slots::newest(patients.len());
    let alone = record(&server, patients, &slots, time).await;
    server.stop();
    say(&format!("{name}: {} reminders wait", size.reminders));
    due_within_the_hour(place, patients, size.reminders).await;

    let server = Server::start(place.folder.path(), &place.served).await;
    let cursors = caught_up(&server, patients).await;
    let phones = at_a_rate(&server, ASKING, asking(&cursors, time), 200);
    let (crowded, _) = tokio::join!(record(&server, patients, &slots, time), phones);
    let peak = server.memory("VmHWM");
    let left = waiting(place);
    server.stop();

    let gone = size.reminders.saturating_sub(left);
    let (alone, crowded) = (millis(p99(&alone)), millis(p99(&crowded)));
    report.add(
        (
            &format!("{name}: PUT an entry while {gone} reminders went out"),
            16,
        ),
        (format!("p99 {crowded:.1} ms"), crowded),
        (&format!("p99 {alone:.1} ms without"), alone),
        Reach::AtMost(SLOWER),
    );
    let most = idle + SPARE;
    report.add(
        (&format!("{name}: memory meanwhile"), 16),
        (format!("{peak:.1} MiB"), peak),
        (&format!("{most:.1} MiB: idle {idle:.1}, {SPARE}"), most),
        Reach::AtMost(1.0),
    );
}

async fn record(
    server: &Server,
    patients: &[Patient],
    slots: &Slots,
    time: Duration,
) -> Vec<Duration> {
    let number = time.as_secs() * u64::from(RECORDING);
    let requests = (0..number).map_while(|_| {
        let (who, week) = slots.next()?;
        let Patient { id, token, .. } = &patients[who];
        let mut request = Vec::new();
        let line = format!("PUT /v1/patients/{id}/entries/{week}");
        client::write(
            &mut request,
            &line,
            Some(token),
            Some(&weeks::body(who, week)),
        );
        Some(request)
    });
    at_a_rate(server, RECORDING, requests.collect(), 201).await
}

fn asking(cursors: &[(String, String)], time: Duration) -> Vec<Vec<u8>> {
    let number = time.as_secs() * u64::from(ASKING);
    let turns = cursors.iter().cycle();
    turns
        .take(usize::try_from(number).unwrap())
        .map(|(since, token)| {
            let mut request = Vec::new();
            let line = format!("GET /v1/changes?since={since}");
            client::write(&mut request, &line, Some(token), None);
            request
        })
        .collect()
}

/// So many mails in the outbox, one after the other over an hour.
async fn due_within_the_hour(place: &Place, patients: &[Patient], number: usize) {
    let app = inside::open(place);
    let (accounts, now) = (patients.len(), app.clock.now());
    let ids = accounts_of(&app, accounts).await;
    let mut left = number;
    while left > 0 {
        let (vault, ids, part) = (app.vault.clone(), ids.clone(), left.min(1_000));
        let tell = app.db.write(move |conn| {
            for who in ids.iter().cycle().take(part) {
                let notice = Notice::new("mail-reminder", About::Reminder);
                channels::tell(conn, &vault, now, *who, &notice, &[Channel::Mail])?;
            }
            Ok::<_, DbError>(())
        });
        tell.await.unwrap();
        left -= part;
    }
    let spread = match app.db.kind() {
        "sqlite" => format!(
            "UPDATE outbox SET not_before = {} + (abs(random()) % 3600) * 1000000",
            now.timestamp_micros()
        ),
        _ => "UPDATE outbox SET not_before = now() + random() * interval '1 hour'".to_owned(),
    };
    inside::close(app).await;
    // No statement of the server may take that long.
    let mut conn = crate::bare::connect(&place.owned);
    conn.batch_execute(&spread).unwrap();
}

async fn accounts_of(app: &App, number: usize) -> Vec<alsfrs_diary::platform::ids::AccountId> {
    use alsfrs_diary::schema::accounts;
    use diesel::prelude::*;

    let most = i64::try_from(number).unwrap();
    let read = app.db.read(move |conn: &mut Conn| {
        let some = accounts::table.select(accounts::id).limit(most);
        Ok::<_, DbError>(some.load(conn)?)
    });
    read.await.unwrap()
}

fn waiting(place: &Place) -> usize {
    use alsfrs_diary::schema::outbox;
    use diesel::prelude::*;

    let mut conn = crate::bare::connect(&place.owned);
    let count: i64 = outbox::table.count().get_result(&mut conn).unwrap();
    usize::try_from(count).unwrap()
}
