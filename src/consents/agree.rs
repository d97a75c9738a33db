//! Agreeing to something, and taking that back: one as easy as the other, and neither ever changed.

use chrono::TimeDelta;
use serde_json::json;

use super::model::{Consent, Decision};
use super::store;
use crate::access::{self, SignedIn};
use crate::audit::{self, Action};
use crate::platform::db::Conn;
use crate::platform::http::HttpResult;
use crate::platform::ids::Ids;
use crate::platform::limit::Excess;

/// Decisions of one person in a day. What is given can be taken back beyond them.
const MOST: u32 = 50;

const DAY: TimeDelta = TimeDelta::days(1);

/// Keeps `decision`, which holds from now on. What was decided last on the purpose and is decided again,
/// word by word, is the same decision: the answer was lost.
pub fn decide(
    conn: &mut Conn,
    who: &SignedIn,
    ids: &Ids,
    decision: Decision,
) -> HttpResult<Consent> {
    access::lock_own_diary(conn, who)?;
    let last = store::last(conn, who, decision.purpose)?;
    if let Some(last) = last.filter(|last| last.decision == decision) {
        return Ok(last);
    }
    refuse_too_many(conn, who, &decision)?;
    let id = ids.next();
    store::add(conn, who, id, &decision)?;
    access::share(conn, who, decision.purpose.opens(), decision.given)?;
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

fn refuse_too_many(conn: &mut Conn, who: &SignedIn, decision: &Decision) -> HttpResult<()> {
    let Some(first) = store::first_of_newest(conn, who, MOST)? else {
        return Ok(());
    };
    let since = who.at() - first;
    let takes_back = !decision.given && store::is_given(conn, who, decision.purpose)?;
    if takes_back || since < TimeDelta::zero() || since >= DAY {
        return Ok(());
    }
    Err(Excess {
        name: "decisions",
        most: MOST,
        seconds: 86_400,
        wait: DAY - since,
    }
    .into())
}
