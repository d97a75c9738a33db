//! Invites the patients of a table. A table with a fault in any row is refused whole, every fault told
//! by its row; of a sound one each row has its own result.

use super::invite::{Ways, invite};
use super::model::{Invitation, NewInvitation};
use super::refusal::Refusal;
use crate::access::{Enrol, SiteAccess};
use crate::platform::db::Conn;
use crate::platform::http::HttpResult;
use crate::platform::limit::{Excess, Limits, Quota};

/// What became of a row.
pub enum Outcome {
    /// It is on its way.
    Invited(Invitation),
    /// Another patient has the subject id.
    SubjectIdTaken,
    /// The address was invited as often as one day allows.
    InvitedTooOften,
}

/// Invites every row in its order, each with its number.
///
/// Fails when the site has invited as many as a day allows: then none of them is.
pub fn import(
    conn: &mut Conn,
    access: &SiteAccess<Enrol>,
    rows: &[(usize, NewInvitation)],
    ways: &Ways,
    limits: &Limits,
) -> HttpResult<Vec<(usize, Outcome)>> {
    let mut outcomes = Vec::with_capacity(rows.len());
    for (number, new) in rows {
        limits.take_in(conn, &[Quota::OfSite(access.site())], access.at())??;
        let invited: Result<(), Excess> =
            limits.take_in(conn, &[Quota::Invited(new.email.as_str())], access.at())?;
        let outcome = match invited {
            Err(_) => Outcome::InvitedTooOften,
            Ok(()) => match invite(conn, access, new, ways)? {
                Ok(invitation) => Outcome::Invited(invitation),
                Err(Refusal::SubjectIdTaken) => Outcome::SubjectIdTaken,
                Err(refusal) => return Err(refusal.into()),
            },
        };
        outcomes.push((*number, outcome));
    }
    Ok(outcomes)
}
