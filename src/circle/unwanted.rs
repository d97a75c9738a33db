//! "Never again": the link in an invitation with which no more of them come to an address.

use chrono::{DateTime, Utc};
use url::Url;

use super::store::unwanted;
use crate::accounts::EmailAddress;
use crate::platform::db::{Conn, DbResult};
use crate::platform::secret::{MacKey, from_text, same, to_text};
use crate::platform::vault::Vault;

const TAG: usize = 32;

fn key(vault: &Vault) -> MacKey {
    vault.mac_key("never again links")
}

fn tag(vault: &Vault, email_index: &[u8]) -> [u8; TAG] {
    key(vault).tag(&[b"never again", email_index])
}

/// The link for this address: nothing of it is stored, and in every mail it is the same.
pub fn link(vault: &Vault, email: &EmailAddress, public_url: &Url) -> Url {
    let index = email.index(vault);
    let tag = tag(vault, index.as_bytes());
    let mut link = public_url.clone();
    if let Ok(mut path) = link.path_segments_mut() {
        path.pop_if_empty().push("never-again");
    }
    link.set_fragment(Some(&to_text(&[&tag, index.as_bytes()].concat())));
    link
}

/// Whether no invitation is mailed to this address.
pub fn wants_none(conn: &mut Conn, vault: &Vault, email: &EmailAddress) -> DbResult<bool> {
    unwanted::is_listed(conn, &email.index(vault))
}

/// Lets no invitation be mailed to the address that `code` is for, or lets them be mailed again;
/// `None` when the code is not ours. Harmless twice.
pub fn set(
    conn: &mut Conn,
    vault: &Vault,
    code: &str,
    never: bool,
    now: DateTime<Utc>,
) -> DbResult<Option<()>> {
    let Some(index) = read(vault, code) else {
        return Ok(None);
    };
    if never {
        unwanted::add(conn, &index, now)?;
    } else {
        unwanted::remove(conn, &index)?;
    }
    Ok(Some(()))
}

fn read(vault: &Vault, code: &str) -> Option<String> {
    let bytes = from_text(code.trim())?;
    let (given, index) = bytes.split_at_checked(TAG)?;
    let index = same(given, &tag(vault, index)).then_some(index)?;
    String::from_utf8(index.to_vec()).ok()
}
