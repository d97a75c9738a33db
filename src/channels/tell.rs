//! Telling somebody something.

use chrono::{DateTime, Utc};

use super::model::{Channel, Notice};
use crate::accounts;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::AccountId;
use crate::platform::mail::{self, Mail};
use crate::platform::outbox::Turn;
use crate::platform::vault::Vault;

/// Says `notice` to the owner of `account`, on each of `ways`: when, and only when, this transaction commits. An
/// account that is gone or cannot be read is told nothing.
pub fn tell(
    conn: &mut Conn,
    vault: &Vault,
    now: DateTime<Utc>,
    account: AccountId,
    notice: &Notice,
    ways: &[Channel],
) -> DbResult<()> {
    if ways.is_empty() {
        return Ok(());
    }
    let Some(account) = accounts::find_readable(conn, vault, account)? else {
        return Ok(());
    };
    let letter = Mail {
        to: account.person.email.as_str().to_owned(),
        subject: notice.subject.clone(),
        body: notice.text.clone(),
    };
    mail::enqueue_in_turn(conn, vault, now, &letter, Turn::Later)
}
