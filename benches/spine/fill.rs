//! Clinics whose patients have recorded for years: sealed as the server seals it, and straight into its database.

use alsfrs_diary::access::{PatientKey, Relation, begin_diary, key_of};
use alsfrs_diary::clinical::Week;
use alsfrs_diary::on_each;
use alsfrs_diary::platform::App;
use alsfrs_diary::platform::clock::Zone;
use alsfrs_diary::platform::db::{At, Conn};
use alsfrs_diary::platform::ids::{AccountId, PatientId, RecordId, SiteId};
use alsfrs_diary::platform::vault::DataKey;
use alsfrs_diary::platform::vault::columns;
use alsfrs_diary::schema::{
    accounts, enrolments, entries, patient_facts, patients, records, sites,
};
use chrono::NaiveDate;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use crate::bare::{self, Person};
use crate::weeks;

/// As many patients are written in one transaction.
const AT_ONCE: usize = 20;

/// Adds a clinic of so many patients, who recorded each of the last `number` weeks.
pub fn clinic(app: &App, url: &str, patients: usize, number: usize) -> SiteId {
    let mut conn = bare::connect(url);
    let site: SiteId = app.ids.next();
    let new = diesel::insert_into(sites::table).values((
        sites::id.eq(site),
        sites::name.eq(format!("Clinic of {patients}")),
        sites::time_zone.eq("Europe/Berlin"),
        sites::created_at.eq(At::from(app.clock.now())),
    ));
    on_each!(&mut conn, |c| new.execute(c)).unwrap();
    let all = weeks::all();
    let last = all.split_at(all.len() - number).1;
    let style = "{bar:40} patient {pos} of {len}, {eta} to go";
    let bar = ProgressBar::new(u64::try_from(patients).unwrap())
        .with_style(ProgressStyle::with_template(style).unwrap());
    for first in (0..patients).step_by(AT_ONCE) {
        conn.batch_execute("BEGIN").unwrap();
        for who in first..patients.min(first + AT_ONCE) {
            patient(&mut conn, app, site, who, last);
            bar.inc(1);
        }
        conn.batch_execute("COMMIT").unwrap();
    }
    bar.finish_and_clear();
    // As the database would by itself in the night.
    match &mut conn {
        Conn::Sqlite(conn) => conn
            .batch_execute("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)")
            .unwrap(),
        Conn::Pg(conn) => {
            conn.batch_execute("VACUUM (ANALYZE)").unwrap();
            conn.batch_execute("CHECKPOINT").unwrap();
        }
    }
    site
}

fn patient(conn: &mut Conn, app: &App, site: SiteId, who: usize, weeks: &[Week]) {
    let began = weeks.first().unwrap().monday();
    let began_at = At::from(began.and_hms_opt(9, 0, 0).unwrap().and_utc());
    let account: AccountId = app.ids.next();
    let own = app.vault.key_for(conn, account).unwrap();
    let seal = |column, text: &str| own.seal(column, account.0.as_bytes(), text.as_bytes());
    let new = diesel::insert_into(accounts::table).values((
        accounts::id.eq(account),
        accounts::email_index.eq(app.vault.index(columns::EMAIL, &account.to_string())),
        accounts::email.eq(seal(columns::EMAIL, "ada@example.org").unwrap()),
        accounts::display_name.eq(seal(columns::DISPLAY_NAME, "Ada Example").unwrap()),
        accounts::role.eq(1_i16),
        accounts::time_zone.eq("Europe/Berlin"),
        accounts::epoch.eq(1),
        accounts::version.eq(1),
        accounts::created_at.eq(began_at),
    ));
    on_each!(conn, |c| new.execute(c)).unwrap();
    let id: PatientId = app.ids.next();
    let zone: Zone = "Europe/Berlin".parse().unwrap();
    begin_diary(conn, &app.vault, id, account, zone, began_at.into()).unwrap();
    let key = key_of(conn, id).unwrap().unwrap();
    let diary = app.vault.key_of(conn, id).unwrap().unwrap();
    let person = Person {
        key: key.0,
        account,
        session: app.ids.next(),
    };
    entries_of(conn, (who, &person), &diary, weeks);
    facts(conn, key, who);
    riluzole(conn, app, &person, &diary, began);
    let changes = i64::try_from(weeks.len()).unwrap() + 1;
    let counted =
        diesel::update(patients::table.find(key.0)).set(patients::last_change.eq(changes));
    on_each!(conn, |c| counted.execute(c)).unwrap();
    let subject = format!("S-{who}");
    let new = diesel::insert_into(enrolments::table).values((
        enrolments::site_id.eq(site),
        enrolments::patient_key.eq(key.0),
        enrolments::subject_index.eq(app
            .vault
            .index(columns::SUBJECT_ID, &format!("{site} {who}"))),
        enrolments::subject_id.eq(diary
            .seal(columns::SUBJECT_ID, site.0.as_bytes(), subject.as_bytes())
            .unwrap()),
        enrolments::notes.eq(true),
        enrolments::facts.eq(true),
        enrolments::research.eq(true),
        enrolments::since.eq(began_at),
    ));
    on_each!(conn, |c| new.execute(c)).unwrap();
}

/// Every week with its note.
fn entries_of(conn: &mut Conn, (who, person): (usize, &Person), key: &DataKey, weeks: &[Week]) {
    let rows: Vec<_> = (1..)
        .zip(weeks)
        .map(|(change, week)| {
            let place = ((i64::from(week.number()) << 32) | 1).to_be_bytes();
            let note = key.seal(columns::NOTE, &place, weeks::NOTE.as_bytes());
            let recorded = week.monday().and_hms_opt(18, 0, 0).unwrap().and_utc();
            let row = bare::entry(who, person, *week, change, At::from(recorded));
            (row, entries::note.eq(note.unwrap()))
        })
        .collect();
    let new = diesel::insert_into(entries::table).values(rows);
    on_each!(conn, |c| new.execute(c)).unwrap();
}

fn facts(conn: &mut Conn, key: PatientKey, who: usize) {
    let odd = i16::try_from(who % 40).unwrap();
    let new = diesel::insert_into(patient_facts::table).values((
        patient_facts::patient_key.eq(key.0),
        patient_facts::version.eq(1),
        patient_facts::onset_region.eq(1 + odd % 3),
        patient_facts::birth_year.eq(1940 + odd),
        patient_facts::sex.eq(1 + odd % 2),
        patient_facts::change_no.eq(0_i64),
    ));
    on_each!(conn, |c| new.execute(c)).unwrap();
}

/// A medicine from the beginning on.
fn riluzole(conn: &mut Conn, app: &App, person: &Person, key: &DataKey, began: NaiveDate) {
    let id: RecordId = app.ids.next();
    let said = json!({
        "treatment_kind": "drug", "name": "riluzole", "atc": "N07XX02", "started_on": began,
        "dose": "50 mg", "schedule": "twice a day", "in_trial": false,
    });
    let said = said.to_string().into_bytes();
    let place = [id.0.as_bytes(), 1_i32.to_be_bytes().as_slice()].concat();
    let new = diesel::insert_into(records::table).values((
        records::id.eq(id),
        records::patient_key.eq(person.key),
        records::kind.eq(1_i16),
        records::began_on.eq(began),
        records::revision.eq(1),
        records::change_no.eq(1_i64),
        records::shown_revision.eq(1),
        records::voided.eq(false),
        records::content.eq(key.seal(columns::RECORD_CONTENT, &place, &said).unwrap()),
        records::recorded_at.eq(At::from(app.clock.now())),
        records::recorded_by.eq(person.account),
        records::recorded_as.eq(Relation::Oneself.code()),
    ));
    on_each!(conn, |c| new.execute(c)).unwrap();
}
