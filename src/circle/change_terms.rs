//! Changes how far a member is let in, or what they are to the patient.

use serde_json::json;

use super::model::{Member, NewTerms};
use super::store::grants;
use super::write_down;
use crate::access::{Access, Manage};
use crate::audit::Action;
use crate::platform::db::{Conn, DbResult};

/// Applies `new` to `member`, and returns the member as they are now. What changes nothing leaves
/// no trace.
pub fn change_terms(
    conn: &mut Conn,
    access: &Access<Manage>,
    member: Member,
    new: NewTerms,
) -> DbResult<Member> {
    let NewTerms {
        terms,
        may_see_flags,
    } = new;
    if terms == member.terms && may_see_flags == member.may_see_flags {
        return Ok(member);
    }
    grants::change(conn, access, member.account, (terms, may_see_flags))?;
    let changed = Member {
        terms,
        may_see_flags,
        version: member.version + 1,
        ..member
    };
    let detail = json!({
        "account": changed.account,
        "level": terms.level,
        "relation": terms.relation,
        "may_see_flags": may_see_flags,
        "version": changed.version,
    });
    write_down(conn, access, Action::LevelChanged, &detail)?;
    Ok(changed)
}
