//! Chooses what the card shows.

use serde_json::json;

use super::model::{Card, Choice, Token};
use super::store;
use crate::access::{Access, Denial, Manage, Role};
use crate::audit::Action;
use crate::circle;
use crate::platform::db::Conn;
use crate::platform::http::HttpResult;
use crate::platform::ids::Ids;

/// Shows `choice` from now on, in the place of what the card `before` showed, whose link stays. The same again changes nothing.
///
/// Fails in a closed diary, and while the patient shares with no person.
pub fn choose(
    conn: &mut Conn,
    access: &Access<Manage>,
    before: Option<Card>,
    choice: Choice,
    ids: &Ids,
) -> HttpResult<Card> {
    if access.is_closed() {
        return Err(Denial::DiaryClosed.into());
    }
    if !access.lets_in(Role::Caregiver) {
        return Err(circle::Refusal::SharingTakenBack.into());
    }
    let (version, token) = match before {
        Some(same) if same.choice == choice => return Ok(same),
        Some(before) => (before.version + 1, before.token),
        None => (first_version(access), Token::new(ids)),
    };
    let card = Card {
        choice,
        version,
        changed_at: access.at(),
        token,
    };
    store::put(conn, access, &card)?;
    circle::write_down(
        conn,
        access,
        Action::CardChosen,
        &json!({ "version": version }),
    )?;
    Ok(card)
}

/// Higher than that of each card before: each of its changes was one of the record too.
fn first_version(access: &Access<Manage>) -> i32 {
    i32::try_from(access.last_change() + 1).unwrap_or(i32::MAX)
}
