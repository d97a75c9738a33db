//! The link with which a patient says no: in every mail it is the same, and it is good for whatever is
//! asked when it is followed.

use url::Url;

use crate::platform::ids::PatientId;
use crate::platform::secret::{MacKey, from_text, same, to_text};
use crate::platform::vault::Vault;

/// What the link carries, whose diary, and that we made it. Nothing of it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VetoLink(pub PatientId);

const ID: usize = 16;

impl VetoLink {
    /// What makes the links: they are good for years, and so outlive every root key.
    pub fn key(vault: &Vault) -> MacKey {
        vault.mac_key("veto links")
    }

    /// Where it leads: the code is in the fragment, which browsers keep to themselves.
    pub fn url(self, key: &MacKey, public_url: &Url) -> Url {
        let id = self.0.0.as_bytes();
        let code = to_text(&[id.as_slice(), &key.tag(&[LABEL, id])].concat());
        let mut link = public_url.clone();
        if let Ok(mut path) = link.path_segments_mut() {
            path.pop_if_empty().push("veto");
        }
        link.set_fragment(Some(&code));
        link
    }

    /// Reads the code of a link; `None` unless we made it.
    pub fn read(vault: &Vault, code: &str) -> Option<Self> {
        let bytes = from_text(code.trim())?;
        let (id, given) = bytes.split_at_checked(ID)?;
        let ours = same(given, &Self::key(vault).tag(&[LABEL, id]));
        let id = uuid::Uuid::from_slice(id).ok().filter(|_| ours)?;
        Some(Self(id.into()))
    }
}

const LABEL: &[u8] = b"veto of";
