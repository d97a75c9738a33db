//! The link with which a patient says no: in each mail about one request it is the same, and it is
//! good for as long as that request is.

use url::Url;

use crate::platform::ids::RowId;
use crate::platform::keys::MacKeys;
use crate::platform::secret::{MacKey, from_text, same, to_text};
use crate::platform::vault::Vault;

/// What the link carries: the name of the request, and that we made it. Nothing of it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VetoLink {
    /// Which request.
    pub request: RowId,
}

const ID: usize = 16;

impl VetoLink {
    /// What makes the links: they are good for years, and so outlive every root key.
    #[must_use]
    pub fn key(vault: &Vault) -> MacKey {
        vault.mac_key("veto links")
    }

    /// Where it leads: the code is in the fragment, which browsers keep to themselves.
    #[must_use]
    pub fn url(self, key: &MacKey, public_url: &Url) -> Url {
        let id = self.request.0.as_bytes();
        let code = to_text(&[id.as_slice(), &tag(key, id)].concat());
        let mut link = public_url.clone();
        if let Ok(mut path) = link.path_segments_mut() {
            path.pop_if_empty().push("veto");
        }
        link.set_fragment(Some(&code));
        link
    }

    /// Reads the code of a link; `None` unless we made it, with the vault's key or, as they were made
    /// before, with an `older` one.
    #[must_use]
    pub fn read(vault: &Vault, older: &MacKeys, code: &str) -> Option<Self> {
        let bytes = from_text(code.trim())?;
        let (id, given) = bytes.split_at_checked(ID)?;
        let request = uuid::Uuid::from_slice(id).ok()?.into();
        let own = [Self::key(vault)];
        let mut keys = own.iter().chain(older.all());
        let ours = keys.any(|key| same(given, &tag(key, id)));
        ours.then_some(Self { request })
    }
}

fn tag(key: &MacKey, id: &[u8]) -> [u8; 32] {
    key.tag(&[b"veto", id])
}
