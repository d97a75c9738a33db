//! Agreeing to something, and taking that back: one as easy as the other, and neither ever changed.

use serde_json::json;

use super::model::{Consent, Decision};
use super::store;
use crate::access::{self, SignedIn};
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::Ids;

/// Keeps `decision`, which holds from now on.
///
/// # Errors
/// When the database is broken.
pub fn decide(conn: &mut Conn, who: &SignedIn, ids: &Ids, decision: Decision) -> DbResult<Consent> {
    access::lock_own_diary(conn, who)?;
    let id = ids.next();
    store::add(conn, who, id, &decision)?;
    if let Some(what) = decision.purpose.opens() {
        access::share(conn, who, what, decision.given)?;
    }
    let action = if decision.given {
        Action::ConsentGiven
    } else {
        Action::ConsentWithdrawn
    };
    let detail = json!({ "consent": id, "purpose": decision.purpose });
    audit::record_by(conn, who, action, &detail)?;
    Ok(Consent {
        id,
        decision,
        at: who.at(),
    })
}
