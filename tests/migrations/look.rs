//! An empty database, and a look at what the migrations make of it.

use std::collections::BTreeSet;

use alsfrs_diary::platform::db::{Conn, Db};
use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use tempfile::TempDir;

use crate::columns::Kind;
use crate::postgres::TestDatabase;

const POSTGRES_COLUMNS: &str = "
    select coalesce(string_agg(table_name || '.' || column_name || ' ' || data_type ||
           case is_nullable when 'YES' then ' optional' else ' required' end, chr(10)), '')
    from information_schema.columns
    where table_schema = 'public' and table_name <> '__diesel_schema_migrations'";

const SQLITE_COLUMNS: &str = "
    select coalesce(group_concat(tables.name || '.' || columns.name || ' ' || columns.type ||
           iif(columns.\"notnull\" or columns.pk, ' required', ' optional'), char(10)), '')
    from sqlite_master as tables join pragma_table_info(tables.name) as columns
    where tables.type = 'table' and tables.name not in ('__diesel_schema_migrations', 'sqlite_sequence')";

/// Without those that a constraint brings along.
const POSTGRES_INDEXES: &str = "
    select coalesce(string_agg(indexrelid::regclass || ' on ' || indrelid::regclass, chr(10)), '')
    from pg_index
    where indrelid::regclass::text in (select tablename from pg_tables where schemaname = 'public')
      and not exists (select from pg_constraint where conindid = indexrelid)";

const SQLITE_INDEXES: &str = "
    select coalesce(group_concat(name || ' on ' || tbl_name, char(10)), '')
    from sqlite_master where type = 'index' and sql is not null";

/// A database that begins without a table.
pub struct Empty {
    pub db: Db,
    kind: Kind,
    url: String,
    _home: Home,
}

/// What goes when the test is over.
enum Home {
    Folder(TempDir),
    Postgres(TestDatabase),
}

impl Empty {
    /// `None` where PostgreSQL is missing, which was said aloud.
    pub fn of(kind: Kind) -> Option<Self> {
        let home = match kind {
            Kind::Sqlite => Home::Folder(TempDir::new().unwrap()),
            Kind::Postgres => Home::Postgres(TestDatabase::create(false)?),
        };
        let url = match &home {
            Home::Folder(folder) => format!("sqlite://{}/diary.sqlite", folder.path().display()),
            Home::Postgres(database) => database.url(),
        };
        Some(Self {
            db: Db::open(&url, 2).unwrap(),
            kind,
            url,
            _home: home,
        })
    }

    /// Every column, as `accounts.email text required`.
    pub fn columns(&self) -> BTreeSet<String> {
        self.lines(match self.kind {
            Kind::Sqlite => SQLITE_COLUMNS,
            Kind::Postgres => POSTGRES_COLUMNS,
        })
    }

    /// Every index of its own name, as `mails_by_due on mails`.
    pub fn indexes(&self) -> BTreeSet<String> {
        self.lines(match self.kind {
            Kind::Sqlite => SQLITE_INDEXES,
            Kind::Postgres => POSTGRES_INDEXES,
        })
    }

    pub fn count(&self, table: &str) -> i64 {
        let count = sql::<BigInt>(&format!("(select count(*) from {table})"));
        diesel::select(count)
            .get_result(&mut self.connect())
            .unwrap()
    }

    pub fn run(&self, statement: &str) {
        self.try_run(statement).unwrap();
    }

    pub fn try_run(&self, statement: &str) -> QueryResult<()> {
        self.connect().batch_execute(statement)
    }

    fn lines(&self, query: &str) -> BTreeSet<String> {
        let text: String = diesel::select(sql::<Text>(&format!("({query})")))
            .get_result(&mut self.connect())
            .unwrap();
        text.lines().map(str::to_owned).collect()
    }

    fn connect(&self) -> Conn {
        match self.url.strip_prefix("sqlite://") {
            Some(path) => Conn::Sqlite(SqliteConnection::establish(path).unwrap()),
            None => Conn::Pg(PgConnection::establish(&self.url).unwrap()),
        }
    }
}
