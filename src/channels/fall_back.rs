//! A mail, where no device of a person is reached.

use chrono::{DateTime, Utc};

use super::model::Notice;
use super::parcel::Parcel;
use super::store;
use crate::accounts;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::AccountId;
use crate::platform::mail;
use crate::platform::outbox::Turn;
use crate::platform::vault::Vault;

/// Says `notice` by mail. An account that is gone or cannot be read is told nothing.
pub fn mail(
    conn: &mut Conn,
    vault: &Vault,
    now: DateTime<Utc>,
    account: AccountId,
    notice: &Notice,
) -> DbResult<()> {
    let Some(account) = accounts::find_readable(conn, vault, account)? else {
        return Ok(());
    };
    let letter = account.person.recipient().letter(&notice.letter, &[]);
    mail::enqueue_in_turn(conn, vault, now, &letter, Turn::Later)
}

/// Ends the subscription of a device that is not reached any more: it subscribes anew when it is opened next. Where it
/// was the last one, what was to be said there is a mail.
pub fn end(conn: &mut Conn, vault: &Vault, now: DateTime<Utc>, parcel: &Parcel) -> DbResult<()> {
    let account = parcel.account();
    store::lock(conn, account)?;
    store::remove(conn, account, parcel.subscription())?;
    if parcel.or_mail && store::live(conn, account, now)?.is_empty() {
        mail(conn, vault, now, account, &parcel.notice)?;
    }
    Ok(())
}
