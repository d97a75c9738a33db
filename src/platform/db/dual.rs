//! The things diesel cannot say once for both databases, or not cheaply.

use diesel::QueryResult;
use diesel::backend::Backend;
use diesel::connection::{DefaultLoadingMode, LoadConnection};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::Untyped;
use diesel::sqlite::{Sqlite, SqliteConnection};

use super::{Conn, MultiBackend};

/// Runs a query that is valid for PostgreSQL and for SQLite (`ON CONFLICT`, `UNION`, …) on either.
#[derive(Debug, Clone, Copy, QueryId)]
pub struct Dual<Q>(pub Q);

impl<Q> QueryFragment<MultiBackend> for Dual<Q>
where
    Q: QueryFragment<diesel::pg::Pg> + QueryFragment<diesel::sqlite::Sqlite>,
{
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(&self.0, pass)
    }
}

impl<Q: Query> Query for Dual<Q> {
    type SqlType = Q::SqlType;
}

impl<Q> diesel::RunQueryDsl<Conn> for Dual<Q> {}

/// Keeps an `UPDATE` prepared. Diesel prepares each anew, because a changeset may have another shape
/// the next time: this is for one that always has the same.
#[derive(Debug, Clone, Copy)]
pub struct Steady<Q>(pub Q);

impl<DB: Backend, Q: QueryFragment<DB>> QueryFragment<DB> for Steady<Q> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        self.0.walk_ast(pass)
    }

    fn is_safe_to_cache_prepared(&self, _: &DB) -> QueryResult<bool> {
        Ok(true)
    }
}

/// It is known by its text.
impl<Q> QueryId for Steady<Q> {
    type QueryId = ();

    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q: Query> Query for Steady<Q> {
    type SqlType = Q::SqlType;
}

impl<Q, C> diesel::RunQueryDsl<C> for Steady<Q> {}

/// A statement that writes, on either database.
pub trait Statement {
    /// As PostgreSQL is asked.
    fn on_postgres(&self) -> &dyn QueryFragment<Pg>;

    /// Runs it on SQLite.
    fn on_sqlite(&self, conn: &mut SqliteConnection) -> QueryResult<()>;
}

impl<Q: QueryFragment<Pg> + QueryFragment<Sqlite> + QueryId> Statement for Q {
    fn on_postgres(&self) -> &dyn QueryFragment<Pg> {
        self
    }

    fn on_sqlite(&self, conn: &mut SqliteConnection) -> QueryResult<()> {
        let mut rows = conn.load(Alone(self))?;
        rows.try_for_each(|row| row.map(drop))
    }
}

/// Runs all of these: on PostgreSQL in one round trip, as one statement, none of whose parts sees what
/// another wrote; on SQLite one after the other. Each must have the same SQL whatever it writes.
///
/// They are loaded, as if they had rows: what diesel is told to execute it prepares anew each time, when
/// an update is in it, even a [`Steady`] one.
pub fn write_together(conn: &mut Conn, statements: &[&dyn Statement]) -> QueryResult<()> {
    match conn {
        Conn::Pg(conn) => {
            let mut rows = LoadConnection::<DefaultLoadingMode>::load(conn, Together(statements))?;
            rows.try_for_each(|row| row.map(drop))
        }
        Conn::Sqlite(conn) => statements
            .iter()
            .try_for_each(|statement| statement.on_sqlite(conn)),
    }
}

/// One of them, known as it is known by itself.
pub(super) struct Alone<'a, Q>(pub(super) &'a Q);

impl<Q: QueryFragment<Sqlite>> QueryFragment<Sqlite> for Alone<'_, Q> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        self.0.walk_ast(pass)
    }

    fn is_safe_to_cache_prepared(&self, backend: &Sqlite) -> QueryResult<bool> {
        self.0.is_safe_to_cache_prepared(backend)
    }
}

impl<Q: QueryId> QueryId for Alone<'_, Q> {
    type QueryId = Q::QueryId;

    const HAS_STATIC_QUERY_ID: bool = Q::HAS_STATIC_QUERY_ID;
}

impl<Q> Query for Alone<'_, Q> {
    type SqlType = Untyped;
}

/// All but the last are common table expressions of the last.
struct Together<'a>(&'a [&'a dyn Statement]);

impl QueryFragment<Pg> for Together<'_> {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Some((last, others)) = self.0.split_last() else {
            return Ok(());
        };
        for (place, other) in others.iter().enumerate() {
            pass.push_sql(if place == 0 { "WITH " } else { ", " });
            pass.push_identifier(&format!("part_{place}"))?;
            pass.push_sql(" AS (");
            other.on_postgres().walk_ast(pass.reborrow())?;
            pass.push_sql(") ");
        }
        last.on_postgres().walk_ast(pass)
    }

    fn is_safe_to_cache_prepared(&self, _: &Pg) -> QueryResult<bool> {
        Ok(true)
    }
}

impl Query for Together<'_> {
    type SqlType = Untyped;
}

/// It is known by its text.
impl QueryId for Together<'_> {
    type QueryId = ();

    const HAS_STATIC_QUERY_ID: bool = false;
}

/// Runs the same expression on the concrete connection of either database:
/// `on_each!(conn, |c| insert.execute(c))`.
///
/// What every request runs goes this way too: through [`Conn`] diesel writes the text of a statement
/// anew each time, even of one that is prepared already.
#[macro_export]
macro_rules! on_each {
    ($conn:expr, |$c:ident| $run:expr) => {
        match $conn {
            $crate::platform::db::Conn::Pg($c) => $run,
            $crate::platform::db::Conn::Sqlite($c) => $run,
        }
    };
}
pub use on_each;
