//! What a migration cannot do, because only the program has the keys.

use crate::platform::db::{Conn, DbResult};
use crate::platform::mail;
use crate::platform::vault::Vault;
use crate::{accounts, circle, diary};

/// Seals what version 0.1 kept in the clear, before the plain columns go.
pub(super) fn seal_plain(conn: &mut Conn, vault: &Vault) -> DbResult<()> {
    accounts::seal_plain(conn, vault)?;
    circle::seal_plain(conn, vault)?;
    diary::seal_plain(conn, vault)?;
    mail::seal_plain(conn, vault)
}
