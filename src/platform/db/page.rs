//! The things diesel cannot say once for both databases, or not cheaply.

use diesel::QueryResult;
use diesel::backend::Backend;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};

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
