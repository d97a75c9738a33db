//! The rows of one recorded week, as the server writes them.

use alsfrs_diary::clinical::{INSTRUMENT_VERSION, Week};
use alsfrs_diary::on_each;
use alsfrs_diary::platform::clock::Clock;
use alsfrs_diary::platform::db::{At, Conn, Json, Steady, write_together};
use alsfrs_diary::platform::ids::{AccountId, Ids, PatientId, SessionId};
use alsfrs_diary::platform::secret::sha256;
use alsfrs_diary::schema::{accounts, audit_events, entries, patients};
use chrono::NaiveDate;
use diesel::dsl::Eq;
use diesel::prelude::*;
use serde_json::json;

use super::Person;
use crate::weeks;

#[derive(Insertable)]
#[diesel(table_name = entries)]
// So that a diary is one statement.
#[diesel(treat_none_as_default_value = false)]
pub struct EntryRow {
    patient_key: i64,
    week: i32,
    revision: i32,
    shown_revision: i32,
    change_no: i64,
    voided: bool,
    assessed_on: NaiveDate,
    speech: i16,
    salivation: i16,
    swallowing: i16,
    handwriting: i16,
    cutting: i16,
    dressing: i16,
    turning: i16,
    walking: i16,
    stairs: i16,
    dyspnea: i16,
    orthopnea: i16,
    respiratory_insufficiency: i16,
    tube_form: bool,
    gastrostomy: bool,
    instrument: &'static str,
    respondent: i16,
    symptoms: Json,
    weight_tenths: i16,
    recorded_at: At,
    recorded_by: AccountId,
    recorded_as: i16,
}

#[derive(Insertable)]
#[diesel(table_name = audit_events)]
struct EventRow {
    at: At,
    action: &'static str,
    actor: AccountId,
    session_id: SessionId,
    patient_key: i64,
    change_no: i64,
    detail: Json,
}

/// Takes the patient's row lock, where there are others who write.
pub fn lock(conn: &mut Conn, person: &Person) {
    if let Conn::Pg(conn) = conn {
        let row = patients::table.find(person.key).select(patients::key);
        row.for_update().first::<i64>(conn).unwrap();
    }
}

/// Writes one week as the server does: one read that locks, and one statement for the entry, the counters and
/// the event behind the one before it.
pub fn write_chained(conn: &mut Conn, (who, person): (usize, &Person), week: Week, now: At) {
    let (change_no, seq, previous) = counters(conn, person);
    let event = event(person, week, change_no, now);
    let said = [
        event.detail.value().to_string().into_bytes(),
        previous.unwrap_or_default(),
    ];
    let hash = sha256(&said.concat()).to_vec();
    let entry = entry(who, person, week, change_no, now);
    let entry = diesel::insert_into(entries::table).values((&entry, noted()));
    let counted = diesel::update(patients::table.find(person.key)).set((
        patients::last_change.eq(change_no),
        patients::audit_seq.eq(seq),
        patients::audit_end.eq(&hash),
    ));
    let chained = (audit_events::seq.eq(seq), audit_events::hash.eq(&hash));
    let event = diesel::insert_into(audit_events::table).values((&event, chained));
    write_together(conn, &[&entry, &Steady(counted), &event]).unwrap();
}

/// Writes one week that nobody writes down: what is left of [`write_chained`] without the audit.
pub fn write_unseen(conn: &mut Conn, (who, person): (usize, &Person), week: Week, now: At) {
    let (change_no, ..) = counters(conn, person);
    let entry = entry(who, person, week, change_no, now);
    let entry = diesel::insert_into(entries::table).values((&entry, noted()));
    let counted =
        diesel::update(patients::table.find(person.key)).set(patients::last_change.eq(change_no));
    write_together(conn, &[&entry, &Steady(counted)]).unwrap();
}

/// The next numbers of change and event, and the hash that the event follows; the row is locked.
fn counters(conn: &mut Conn, person: &Person) -> (i64, i64, Option<Vec<u8>>) {
    let end = patients::table.find(person.key).select((
        patients::last_change + 1,
        patients::audit_seq + 1,
        patients::audit_end,
    ));
    let end = match conn {
        Conn::Pg(conn) => end.for_update().first(conn),
        Conn::Sqlite(conn) => end.first(conn),
    };
    end.unwrap()
}

fn next_change(conn: &mut Conn, person: &Person) -> i64 {
    let change = diesel::update(patients::table.find(person.key))
        .set(patients::last_change.eq(patients::last_change + 1))
        .returning(patients::last_change);
    on_each!(conn, |c| Steady(change).get_result::<i64>(c)).unwrap()
}

fn add_entry(
    conn: &mut Conn,
    (who, person): (usize, &Person),
    week: Week,
    change_no: i64,
    now: At,
) {
    let entry = entry(who, person, week, change_no, now);
    let entry = diesel::insert_into(entries::table).values((&entry, noted()));
    on_each!(conn, |c| entry.execute(c)).unwrap();
}

fn event(person: &Person, week: Week, change_no: i64, now: At) -> EventRow {
    EventRow {
        at: now,
        action: "entry.recorded",
        actor: person.account,
        session_id: person.session,
        patient_key: person.key,
        change_no,
        detail: Json::new(&json!({ "week": week, "revision": 1 })),
    }
}

/// Writes one week: the counter, the entry, the audit.
pub fn write(conn: &mut Conn, (who, person): (usize, &Person), week: Week, now: At) {
    let change_no = next_change(conn, person);
    add_entry(conn, (who, person), week, change_no, now);
    let event = event(person, week, change_no, now);
    let event = diesel::insert_into(audit_events::table).values(&event);
    on_each!(conn, |c| event.execute(c)).unwrap();
}

/// One week, without its note.
pub fn entry(who: usize, person: &Person, week: Week, change_no: i64, now: At) -> EntryRow {
    let [
        speech,
        salivation,
        swallowing,
        handwriting,
        cutting,
        dressing,
        turning,
        walking,
        stairs,
        dyspnea,
        orthopnea,
        respiratory_insufficiency,
    ] = weeks::answers(who, week);
    EntryRow {
        patient_key: person.key,
        week: week.number(),
        revision: 1,
        shown_revision: 1,
        change_no,
        voided: false,
        assessed_on: week.monday(),
        speech,
        salivation,
        swallowing,
        handwriting,
        cutting,
        dressing,
        turning,
        walking,
        stairs,
        dyspnea,
        orthopnea,
        respiratory_insufficiency,
        tube_form: false,
        gastrostomy: false,
        instrument: INSTRUMENT_VERSION,
        respondent: 1,
        symptoms: Json::new(&json!({ "weakness": 6, "fatigue": 4 })),
        weight_tenths: 684,
        recorded_at: now,
        recorded_by: person.account,
        recorded_as: 1,
    }
}

/// A note of the same length in each.
fn noted() -> Eq<entries::note, Vec<u8>> {
    entries::note.eq(sealed(weeks::NOTE))
}

/// As long as what the server seals: form, nonce and tag come to the text.
fn sealed(text: &str) -> Vec<u8> {
    [&[0; 29], text.as_bytes()].concat()
}

/// Adds somebody with a diary.
pub fn add_person(conn: &mut Conn, ids: &Ids) -> Person {
    let account: AccountId = ids.next();
    let now = At::from(Clock::machine().now());
    let new = diesel::insert_into(accounts::table).values((
        accounts::id.eq(account),
        accounts::email_index.eq(account.to_string()),
        accounts::email.eq(sealed("ada@example.org")),
        accounts::display_name.eq(sealed("Ada Example")),
        accounts::role.eq(1_i16),
        accounts::time_zone.eq("Europe/Berlin"),
        accounts::epoch.eq(1),
        accounts::version.eq(1),
        accounts::created_at.eq(now),
    ));
    on_each!(conn, |c| new.execute(c)).unwrap();
    let new = diesel::insert_into(patients::table)
        .values((
            patients::id.eq(ids.next::<PatientId>()),
            patients::account_id.eq(account),
            patients::time_zone.eq("Europe/Berlin"),
            patients::last_change.eq(0_i64),
            patients::created_at.eq(now),
        ))
        .returning(patients::key);
    Person {
        key: on_each!(conn, |c| new.get_result(c)).unwrap(),
        account,
        session: ids.next(),
    }
}
