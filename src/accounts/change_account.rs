//! Changing what is known of a person.

use serde_json::json;

use super::model::{Account, Person};
use super::store;
use crate::access::SignedIn;
use crate::audit::{self, Action};
use crate::platform::clock::Zone;
use crate::platform::db::{Conn, DbResult};

/// What is to change; `None` leaves it.
#[derive(Clone)]
#[expect(
    clippy::option_option,
    reason = "left out and taken away are two things"
)]
pub struct Changes {
    /// What others see them as.
    pub display_name: Option<String>,
    /// Where they live.
    pub time_zone: Option<Zone>,
    /// The language they read, or none.
    pub locale: Option<Option<String>>,
}

impl Changes {
    fn make(self, person: &mut Person) {
        if let Some(name) = self.display_name {
            person.display_name = name;
        }
        if let Some(zone) = self.time_zone {
            person.time_zone = zone;
        }
        if let Some(locale) = self.locale {
            person.locale = locale;
        }
    }
}

/// Makes `changes` to `account`; `None` when another change came first.
pub fn change_account(
    conn: &mut Conn,
    who: &SignedIn,
    mut account: Account,
    changes: Changes,
) -> DbResult<Option<Account>> {
    changes.make(&mut account.person);
    if !store::update(conn, who.vault(), &account)? {
        return Ok(None);
    }
    account.version = account.version.saturating_add(1);
    let detail = json!({ "version": account.version });
    audit::record_by(conn, who, Action::AccountChanged, &detail)?;
    Ok(Some(account))
}
