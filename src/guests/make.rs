//! Makes a link for one week.

use serde_json::json;

use super::model::{GuestLink, MOST_A_DAY, Token};
use super::{Refusal, store};
use crate::access::{Access, Denial, Manage, Role};
use crate::audit::Action;
use crate::circle;
use crate::platform::clock::days_before;
use crate::platform::db::Conn;
use crate::platform::http::HttpResult;
use crate::platform::ids::Ids;

/// Makes a link that shows its holder this name of the patient and nothing else, with the token that opens it.
///
/// Fails while the patient shares with no circle, in a closed diary, and when a day's links are made.
pub fn make(
    conn: &mut Conn,
    access: &Access<Manage>,
    shown_name: Option<String>,
    ids: &Ids,
) -> HttpResult<(GuestLink, Token)> {
    if access.is_closed() {
        return Err(Denial::DiaryClosed.into());
    }
    if !access.lets_in(Role::Caregiver) {
        return Err(circle::Refusal::SharingTakenBack.into());
    }
    if store::made_since(conn, access, days_before(access.at(), 1))? >= MOST_A_DAY {
        return Err(Refusal::TooManyGuestLinks.into());
    }
    let token = Token::new(ids);
    let link = store::add(conn, access, ids.next(), &token, shown_name)?;
    circle::write_down(
        conn,
        access,
        Action::GuestLinkMade,
        &json!({ "link": link.id }),
    )?;
    Ok((link, token))
}
