//! The rows of several queries in one round trip to PostgreSQL.

use diesel::QueryResult;
use diesel::connection::{DefaultLoadingMode, LoadConnection};
use diesel::deserialize::{FromSqlRow, StaticallySizedRow};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::result::Error;
use diesel::row::{Field, Row};
use diesel::sql_types::Untyped;
use diesel::sqlite::{Sqlite, SqliteConnection};

use super::Conn;
use super::dual::Alone;

/// A query that both databases are asked.
pub trait Question: Query + QueryId + QueryFragment<Pg> + QueryFragment<Sqlite> {}

impl<Q: Query + QueryId + QueryFragment<Pg> + QueryFragment<Sqlite>> Question for Q {}

/// What a row of `Q` is read as.
pub trait RowOf<Q: Query>:
    FromSqlRow<Q::SqlType, Pg> + StaticallySizedRow<Q::SqlType, Pg> + FromSqlRow<Q::SqlType, Sqlite>
{
}

impl<Q: Query, T> RowOf<Q> for T where
    T: FromSqlRow<Q::SqlType, Pg>
        + StaticallySizedRow<Q::SqlType, Pg>
        + FromSqlRow<Q::SqlType, Sqlite>
{
}

/// A row, and those beside it.
pub type RowsBeside<A, B, C> = (A, (Option<B>, Option<C>));

/// The row that `first` finds, and those that two more queries find, of one snapshot; nothing when `first` finds none.
/// Each has one row at the most, and one of those beside it is missing when its first column is null.
pub fn load_beside<A, B, C, RowA, RowB, RowC>(
    conn: &mut Conn,
    first: &A,
    (one, other): &(B, C),
) -> QueryResult<Option<RowsBeside<RowA, RowB, RowC>>>
where
    A: Question,
    B: Question,
    C: Question,
    RowA: RowOf<A>,
    RowB: RowOf<B>,
    RowC: RowOf<C>,
{
    let conn = match conn {
        Conn::Pg(conn) => conn,
        Conn::Sqlite(conn) => {
            let Some(found) = load_alone(conn, first)? else {
                return Ok(None);
            };
            return Ok(Some((
                found,
                (load_alone(conn, one)?, load_alone(conn, other)?),
            )));
        }
    };
    let question = Beside(first, one, other);
    let mut rows = LoadConnection::<DefaultLoadingMode>::load(conn, question)?;
    let Some(row) = rows.next().transpose()? else {
        return Ok(None);
    };
    let after_first = RowA::FIELD_COUNT;
    let after_one = after_first + RowB::FIELD_COUNT;
    let columns = |from, to| row.partial_row(from..to);
    let is_there = |column: usize| row.get(column).is_some_and(|field| !field.is_null());
    let found = RowA::build_from_row(&columns(0, after_first));
    let one = is_there(after_first)
        .then(|| RowB::build_from_row(&columns(after_first, after_one)))
        .transpose();
    let other = is_there(after_one)
        .then(|| RowC::build_from_row(&columns(after_one, row.field_count())))
        .transpose();
    let broken = Error::DeserializationError;
    Ok(Some((
        found.map_err(broken)?,
        (one.map_err(broken)?, other.map_err(broken)?),
    )))
}

fn load_alone<Q: Question, T: RowOf<Q>>(
    conn: &mut SqliteConnection,
    question: &Q,
) -> QueryResult<Option<T>> {
    let mut rows = conn.load(Alone(question))?;
    let row = rows.next().transpose()?;
    row.map(|row| T::build_from_row(&row))
        .transpose()
        .map_err(Error::DeserializationError)
}

#[derive(QueryId)]
struct Beside<A, B, C>(A, B, C);

impl<A, B, C> QueryFragment<Pg> for Beside<A, B, C>
where
    A: QueryFragment<Pg>,
    B: QueryFragment<Pg>,
    C: QueryFragment<Pg>,
{
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        pass.push_sql("SELECT * FROM (");
        self.0.walk_ast(pass.reborrow())?;
        pass.push_sql(") AS first LEFT JOIN (");
        self.1.walk_ast(pass.reborrow())?;
        pass.push_sql(") AS one ON TRUE LEFT JOIN (");
        self.2.walk_ast(pass.reborrow())?;
        pass.push_sql(") AS other ON TRUE");
        Ok(())
    }
}

impl<A, B, C> Query for Beside<A, B, C> {
    type SqlType = Untyped;
}
