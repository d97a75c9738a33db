//! The tables of the circle: who was invited, and who was let in.

pub mod answers;
pub mod grants;
pub mod invitations;
pub mod let_in;
pub mod trustees;
pub mod unwanted;

use super::model::Terms;
use crate::access::{self, Level, PatientKey, Relation};
use crate::platform::db::{Conn, DbResult};

/// The terms that a row of either table holds; `None` for codes that no terms have.
fn terms((level, relation): (i16, i16)) -> Option<Terms> {
    let (level, relation) = Level::from_code(level).zip(Relation::from_code(relation))?;
    Some(Terms { level, relation })
}

/// The number under which the change that is being made is then written down: the row is locked.
pub fn next_number(conn: &mut Conn, key: PatientKey) -> DbResult<i64> {
    let (last, ..) = access::chain_end(conn, key)?;
    Ok(last + 1)
}
