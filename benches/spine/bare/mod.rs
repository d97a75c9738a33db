//! What the database can do when nothing stands before it: the limits.

mod read;
mod rows;
mod table;
mod write;

use alsfrs_diary::platform::clock::Clock;
use alsfrs_diary::platform::db::{Conn, Db, SQLITE_SETTINGS};
use alsfrs_diary::platform::ids::{AccountId, Ids, SessionId};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};

pub use read::read_over;
pub use rows::entry;
pub use table::as_csv;
pub use write::{cost_of_the_audit, in_commits_of, over, over_in_few};

/// Somebody whose rows a bare loop writes.
pub struct Person {
    pub key: i64,
    pub account: AccountId,
    pub session: SessionId,
}

/// Opens a connection as the server does, to a database that the server made.
pub fn connect(url: &str) -> Conn {
    if let Some(path) = url.strip_prefix("sqlite://") {
        let mut conn = SqliteConnection::establish(path).unwrap();
        conn.batch_execute(SQLITE_SETTINGS).unwrap();
        Conn::Sqlite(conn)
    } else {
        Conn::Pg(PgConnection::establish(url).unwrap())
    }
}

/// Makes the tables, and so many people to write rows of.
pub fn prepare(url: &str, people: usize) -> Vec<Person> {
    Db::open(url, 1).unwrap().migrate().unwrap();
    let mut conn = connect(url);
    let ids = Ids::new(Clock::machine());
    (0..people)
        .map(|_| rows::add_person(&mut conn, &ids))
        .collect()
}
