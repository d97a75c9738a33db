//! Takes an erased account out of every site.

use super::store::{coordinators, enrolments, invitations, staff};
use crate::access::Erasing;
use crate::platform::db::{Conn, DbResult};

/// Forgets where the account was enrolled, invited to, and where it worked.
pub fn erase(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    invitations::forget(conn, gone.email_index())?;
    coordinators::forget(conn, gone)?;
    enrolments::forget(conn, gone)?;
    staff::forget(conn, gone.account())
}
