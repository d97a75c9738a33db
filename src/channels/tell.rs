//! Telling a person something.

use chrono::{DateTime, Utc};

use super::fall_back::mail;
use super::model::{Channel, Notice};
use super::parcel::Parcel;
use super::store;
use crate::accounts;
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::ids::AccountId;
use crate::platform::outbox::{self, Way};
use crate::platform::vault::Vault;
use crate::platform::words::Language;

/// Says `notice` to the owner of `account`, on each of `ways`: when, and only when, this transaction commits. Where no
/// device of theirs is told, it is a mail. An account that is gone or cannot be read is told nothing.
pub fn tell(
    conn: &mut Conn,
    vault: &Vault,
    now: DateTime<Utc>,
    account: AccountId,
    notice: &Notice,
    ways: &[Channel],
) -> DbResult<()> {
    let mut by_mail = ways.contains(&Channel::Mail);
    if ways.contains(&Channel::Push) {
        let devices = store::live(conn, account, now)?;
        let or_mail = !by_mail;
        by_mail |= devices.is_empty();
        let owner = accounts::find_readable(conn, vault, account)?;
        let language = owner.map_or_else(Language::default, |owner| owner.person.language());
        for (device, bridge) in devices {
            let parcel = Parcel::new(device, account, language, notice, or_mail);
            let parcel =
                serde_json::to_vec(&parcel).map_err(|_| DbError::corrupt("notice", account))?;
            let way = if bridge { Way::Webhook } else { Way::Push };
            outbox::enqueue(conn, vault, now, (way, notice.turn()), &parcel)?;
        }
    }
    if by_mail {
        mail(conn, vault, now, account, notice)?;
    }
    Ok(())
}
