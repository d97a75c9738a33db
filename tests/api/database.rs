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

    /// Makes whatever writes into `table` stay there, in the middle of its transaction.
    pub fn hold_up(&self, table: &str) {
        self.sql(&if self.is_on_sqlite() {
            format!(
                "create trigger held_up before insert on {table} begin \
                    select count(*) from (with recursive n(x) as \
                        (select 1 union all select x + 1 from n) select x from n); end"
            )
        } else {
            format!(
                "create function hold_up() returns trigger language plpgsql as \
                    'begin perform pg_sleep(600); return new; end'; \
                create trigger held_up before insert on {table} for each row execute function hold_up()"
            )
        });
    }

    /// Until something is held up: on SQLite nothing but that has the only place of who writes for so long.
    pub async fn until_held_up(&self) {
        const TIMES: u8 = 20;

        let began = Instant::now();
        let mut seen = 0;
        while seen < TIMES {
            assert!(began.elapsed().as_secs() < 30, "nothing is under way");
            tokio::time::sleep(Duration::from_millis(20)).await;
            let is_there = if self.is_on_sqlite() {
                let alone = "pragma busy_timeout = 0; begin immediate; rollback";
                self.try_sql(alone).is_err()
            } else {
                let asleep = "select count(*) from pg_stat_activity
                    where datname = current_database() and wait_event = 'PgSleep'";
                self.query_i64(asleep) > 0
            };
            seen = if is_there { seen + 1 } else { 0 };
        }
    }

    /// Takes away what [`Self::hold_up`] made, and ends what a process that was killed left behind.
    pub fn let_on(&self, table: &str) {
        if self.is_on_sqlite() {
            self.sql("drop trigger held_up");
        } else {
            self.sql(&format!(
                "select pg_terminate_backend(pid) from pg_stat_activity \
                    where datname = current_database() and wait_event = 'PgSleep'; \
                drop trigger held_up on {table}"
            ));
        }
    }

    fn is_on_sqlite(&self) -> bool {
        self.database_url().starts_with("sqlite:")
    }

    fn connect(&self) -> Conn {
        Self::connect_to(&self.database_url())
    }

    /// As the server's own role.
    pub fn connect_as_server(&self) -> Conn {
        Self::connect_to(&self.serving_url())
    }

    fn connect_to(url: &str) -> Conn {
        match url.strip_prefix("sqlite://") {
            Some(path) => {
                let mut file = SqliteConnection::establish(path).unwrap();
                file.batch_execute("PRAGMA busy_timeout = 5000").unwrap();
                Conn::Sqlite(file)
            }
            None => Conn::Pg(PgConnection::establish(url).unwrap()),
        }
    }
}
