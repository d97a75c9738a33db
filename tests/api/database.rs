//! A look behind the API's back, into the database of a test.

use std::time::{Duration, Instant};

use alsfrs_diary::platform::db::Conn;
use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::home::Home;

impl Home {
    /// Runs statements, as a mishap or an intruder would.
    pub fn sql(&self, statements: &str) {
        self.try_sql(statements).unwrap();
    }

    /// Runs statements that the database may refuse.
    pub fn try_sql(&self, statements: &str) -> QueryResult<()> {
        self.connect().batch_execute(statements)
    }

    /// The one number that `query` selects.
    pub fn query_i64(&self, query: &str) -> i64 {
        let number = sql::<BigInt>(&format!("({query})"));
        diesel::select(number)
            .get_result(&mut self.connect())
            .unwrap()
    }

    /// The one text that `query` selects.
    pub fn query_text(&self, query: &str) -> String {
        let text = sql::<Text>(&format!("({query})"));
        diesel::select(text)
            .get_result(&mut self.connect())
            .unwrap()
    }

    /// How often the audit has `action`.
    pub fn written_down(&self, action: &str) -> i64 {
        let events = "select count(*) from audit_events";
        self.query_i64(&format!("{events} where action = '{action}'"))
    }

    /// Until something on PostgreSQL waits for a lock.
    pub async fn until_a_lock_is_waited_for(&self) {
        let waiting = "select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'";
        let asked = Instant::now();
        while self.query_i64(waiting) == 0 {
            assert!(asked.elapsed().as_secs() < 20, "nobody waits");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    fn connect(&self) -> Conn {
        let url = self.database_url();
        match url.strip_prefix("sqlite://") {
            Some(path) => {
                let mut file = SqliteConnection::establish(path).unwrap();
                file.batch_execute("PRAGMA busy_timeout = 5000").unwrap();
                Conn::Sqlite(file)
            }
            None => Conn::Pg(PgConnection::establish(&url).unwrap()),
        }
    }
}
