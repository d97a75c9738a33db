//! The two things diesel cannot say once for both databases.

use diesel::QueryResult;
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

/// Runs the same expression on the concrete connection of either database:
/// `on_each!(conn, |c| insert.execute(c))`.
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
