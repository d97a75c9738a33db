//! A mail, where no device of a person is reached.

use chrono::{DateTime, Utc};

use super::model::Notice;
use super::parcel::Parcel;
use super::store;
use crate::accounts;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::{AccountId, RowId, SubscriptionId};
use crate::platform::mail;
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
    mail::enqueue_until(conn, vault, now, &letter, (notice.turn(), notice.until))
}

/// Ends the subscription of a device that is not reached any more: it subscribes anew when it is opened next. Where it
/// was the last one of those that were sent the message `since`, what was to be said there is a mail.
pub fn end(
    conn: &mut Conn,
    vault: &Vault,
    now: DateTime<Utc>,
    parcel: &Parcel,
    since: RowId,
) -> DbResult<()> {
    let account = parcel.account();
    store::lock(conn, account)?;
    store::remove(conn, account, parcel.subscription())?;
    // One that subscribed after it was told knows nothing of it. Ids tell when they were made.
    let live = store::live(conn, account, now)?;
    let knows = |(device, _): &(SubscriptionId, bool)| device.0 < since.0;
    if parcel.or_mail && !live.iter().any(knows) {
        mail(conn, vault, now, account, &parcel.notice)?;
    }
    Ok(())
}
