//! One connection, to either database.

#![expect(missing_docs, reason = "the derive makes public items of its own")]

use diesel::pg::PgConnection;
use diesel::sqlite::SqliteConnection;

/// A connection to whichever database this process was started on.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// PostgreSQL.
    Pg(PgConnection),
    /// SQLite.
    Sqlite(SqliteConnection),
}

impl Conn {
    /// Asks the database for nothing but an answer.
    pub fn answers(&mut self) -> diesel::QueryResult<()> {
        diesel::connection::SimpleConnection::batch_execute(self, "SELECT 1")
    }
}
