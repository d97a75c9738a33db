//! Rows a second by loops that do nothing but write.

use std::time::{Duration, Instant};

use alsfrs_diary::clinical::Week;
use alsfrs_diary::platform::clock::Clock;
use alsfrs_diary::platform::db::{At, Conn};
use diesel::connection::SimpleConnection;

use super::{Person, connect, rows};
use crate::load::count;
use crate::weeks::Slots;

/// One connection, so many weeks a commit.
pub fn in_commits_of(
    size: usize,
    url: &str,
    people: &[Person],
    slots: &Slots,
    time: Duration,
) -> f64 {
    let mut conn = connect(url);
    let began = Instant::now();
    let mut written = 0;
    while began.elapsed() < time {
        let group = commit(&mut conn, size, people, slots);
        written += group;
        if group < size {
            break;
        }
    }
    count(written) / began.elapsed().as_secs_f64()
}

/// How much longer one connection takes for a week that the audit has too, in seconds a week: commits of
/// `size`, with it and without in turn, so that both meet the same disk.
pub fn cost_of_the_audit(
    size: usize,
    url: &str,
    people: &[Person],
    slots: &Slots,
    time: Duration,
) -> f64 {
    let mut conn = connect(url);
    let (mut with, mut without) = (Duration::ZERO, Duration::ZERO);
    let (mut seen, mut unseen) = (0, 0);
    let began = Instant::now();
    while began.elapsed() < time {
        let turn = Instant::now();
        seen += commit_by(&mut conn, size, people, slots, rows::write_chained);
        with += turn.elapsed();
        let turn = Instant::now();
        unseen += commit_by(&mut conn, size, people, slots, rows::write_unseen);
        without += turn.elapsed();
    }
    with.as_secs_f64() / count(seen.max(1)) - without.as_secs_f64() / count(unseen.max(1))
}

/// So many connections, each on a thread of its own, one week a commit: the lock and each row in a statement.
pub fn over(
    connections: usize,
    url: &str,
    people: &[Person],
    slots: &Slots,
    time: Duration,
) -> f64 {
    over_by(connections, url, time, |conn| {
        rows_locked(conn, people, slots)
    })
}

/// The same by one read that locks and one statement that writes.
pub fn over_in_few(
    connections: usize,
    url: &str,
    people: &[Person],
    slots: &Slots,
    time: Duration,
) -> f64 {
    over_by(connections, url, time, |conn| {
        commit_by(conn, 1, people, slots, rows::write_chained)
    })
}

fn rows_locked(conn: &mut Conn, people: &[Person], slots: &Slots) -> usize {
    commit_by(conn, 1, people, slots, |conn, (who, person), week, now| {
        rows::lock(conn, person);
        rows::write(conn, (who, person), week, now);
    })
}

fn over_by(
    connections: usize,
    url: &str,
    time: Duration,
    commit: impl Fn(&mut Conn) -> usize + Sync,
) -> f64 {
    let conns: Vec<Conn> = (0..connections).map(|_| connect(url)).collect();
    let began = Instant::now();
    let written: usize = std::thread::scope(|scope| {
        let threads: Vec<_> = conns
            .into_iter()
            .map(|mut conn| {
                let commit = &commit;
                scope.spawn(move || {
                    let mut written = 0;
                    while began.elapsed() < time && commit(&mut conn) == 1 {
                        written += 1;
                    }
                    written
                })
            })
            .collect();
        let done = threads.into_iter().map(|thread| thread.join().unwrap());
        done.sum()
    });
    count(written) / began.elapsed().as_secs_f64()
}

/// Writes as many weeks as there are left, `size` at the most.
fn commit(conn: &mut Conn, size: usize, people: &[Person], slots: &Slots) -> usize {
    commit_by(conn, size, people, slots, rows::write)
}

fn commit_by(
    conn: &mut Conn,
    size: usize,
    people: &[Person],
    slots: &Slots,
    write: impl Fn(&mut Conn, (usize, &Person), Week, At),
) -> usize {
    let begin = match conn {
        Conn::Sqlite(_) => "BEGIN IMMEDIATE",
        Conn::Pg(_) => "BEGIN",
    };
    conn.batch_execute(begin).unwrap();
    let now = At::from(Clock::machine().now());
    let mut written = 0;
    for (who, week) in std::iter::from_fn(|| slots.next()).take(size) {
        let person = people.get(who).unwrap();
        write(conn, (who, person), week, now);
        written += 1;
    }
    conn.batch_execute("COMMIT").unwrap();
    written
}
