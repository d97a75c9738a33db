//! Changing what is known of a person.

use serde_json::json;

use super::model::{Account, Person};
use super::store;
use crate::access::SignedIn;
use crate::audit::{self, Action};
use crate::platform::clock::Zone;
use crate::platform::db::{Conn, DbResult};

/// What a person says of themselves.
#[derive(Clone, PartialEq)]
pub struct Details {
    /// What others see them as.
    pub display_name: String,
    /// Where they live.
    pub time_zone: Zone,
    /// The language they read.
    pub locale: Option<String>,
}

/// Puts `details` into `account`; `None` when another change came first. What changes nothing leaves
/// no trace.
pub fn change_account(
    conn: &mut Conn,
    who: &SignedIn,
    mut account: Account,
    details: Details,
) -> DbResult<Option<Account>> {
    let person = &account.person;
    let before = Details {
        display_name: person.display_name.clone(),
        time_zone: person.time_zone,
        locale: person.locale.clone(),
    };
    if details == before {
        return Ok(Some(account));
    }
    account.person = Person {
        display_name: details.display_name,
        time_zone: details.time_zone,
        locale: details.locale,
        ..account.person
    };
    if !store::update(conn, who.vault(), &account)? {
        return Ok(None);
    }
    if account.person.time_zone != before.time_zone {
        store::zones::note_move(conn, account.id)?;
    }
    account.version = account.version.saturating_add(1);
    let detail = json!({ "version": account.version });
    audit::record_by(conn, who, Action::AccountChanged, &detail)?;
    Ok(Some(account))
}
