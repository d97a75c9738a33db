//! Reads a second of what a trend is made of, by threads that do nothing but read.

use std::time::{Duration, Instant};

use alsfrs_diary::on_each;
use alsfrs_diary::platform::db::Conn;
use alsfrs_diary::platform::ids::PatientId;
use alsfrs_diary::schema::{entries, patients};
use chrono::NaiveDate;
use diesel::prelude::*;

use super::connect;
use crate::load::count;

type Triple = (Option<i16>, Option<i16>, Option<i16>);
type Row = (
    i32,
    NaiveDate,
    (Triple, Triple, Triple, Triple),
    bool,
    bool,
    i16,
    Option<i16>,
);

/// So many threads read the diaries of `patients` in turn; each must have `weeks` rows.
pub fn read_over(
    threads: usize,
    url: &str,
    patients: &[PatientId],
    weeks: usize,
    time: Duration,
) -> f64 {
    let mut conns: Vec<Conn> = (0..threads).map(|_| connect(url)).collect();
    let keys = keys(conns.first_mut().unwrap(), patients);
    let began = Instant::now();
    let read: usize = std::thread::scope(|scope| {
        let threads: Vec<_> = conns
            .into_iter()
            .map(|mut conn| {
                let mut keys = keys.iter().cycle();
                scope.spawn(move || {
                    let mut read = 0;
                    while began.elapsed() < time {
                        let rows = diary(&mut conn, *keys.next().unwrap());
                        assert_eq!(rows.len(), weeks);
                        read += 1;
                    }
                    read
                })
            })
            .collect();
        let done = threads.into_iter().map(|thread| thread.join().unwrap());
        done.sum()
    });
    count(read) / began.elapsed().as_secs_f64()
}

fn keys(conn: &mut Conn, ids: &[PatientId]) -> Vec<i64> {
    let found = patients::table
        .filter(patients::id.eq_any(ids))
        .select(patients::key);
    on_each!(conn, |c| found.load(c)).unwrap()
}

/// The query of `src/diary/history.rs`.
fn diary(conn: &mut Conn, key: i64) -> Vec<Row> {
    let rows = entries::table
        .filter(entries::patient_key.eq(key))
        .filter(entries::voided.eq(false))
        .order(entries::week)
        .select((
            entries::week,
            entries::assessed_on,
            (
                (entries::speech, entries::salivation, entries::swallowing),
                (entries::handwriting, entries::cutting, entries::dressing),
                (entries::turning, entries::walking, entries::stairs),
                (
                    entries::dyspnea,
                    entries::orthopnea,
                    entries::respiratory_insufficiency,
                ),
            ),
            entries::tube_form,
            entries::gastrostomy,
            entries::respondent,
            entries::weight_tenths,
        ));
    on_each!(conn, |c| rows.load(c)).unwrap()
}
