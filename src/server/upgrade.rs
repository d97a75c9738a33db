//! What a migration cannot do, because only the program has the keys.

use crate::platform::db::{Conn, DbResult, FOLDED, PLAIN_GOES, Step};
use crate::platform::mail;
use crate::platform::vault::Vault;
use crate::{accounts, circle, diary};

/// Each with the migration that it comes before.
pub const STEPS: [Step<Vault>; 2] = [(PLAIN_GOES, seal_plain), (FOLDED, accounts::fold_addresses)];

/// Seals what version 0.1 kept in the clear, before the plain columns go.
fn seal_plain(conn: &mut Conn, vault: &Vault) -> DbResult<()> {
    accounts::seal_plain(conn, vault)?;
    circle::seal_plain(conn, vault)?;
    diary::seal_plain(conn, vault)?;
    mail::seal_plain(conn, vault)
}
