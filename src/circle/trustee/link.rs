//! The link with which a patient says no: in every mail it is the same, and it is good for whatever is
//! asked when it is followed.

use url::Url;

use crate::platform::ids::{PatientId, RowId};
use crate::platform::keys::MacKeys;
use crate::platform::secret::{MacKey, from_text, same, to_text};
use crate::platform::vault::Vault;

/// What the link carries, and that we made it. Nothing of it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VetoLink {
    /// Whose diary.
    Of(PatientId),
    /// The name of a request, as links carried it before.
    To(RowId),
}

const ID: usize = 16;

impl VetoLink {
    /// What makes the links: they are good for years, and so outlive every root key.
    pub fn key(vault: &Vault) -> MacKey {
        vault.mac_key("veto links")
    }

    /// Where it leads: the code is in the fragment, which browsers keep to themselves.
    pub fn url(self, key: &MacKey, public_url: &Url) -> Url {
        let (label, id) = match self {
            Self::Of(patient) => (OF, patient.0),
            Self::To(request) => (TO, request.0),
        };
        let id = id.as_bytes();
        let code = to_text(&[id.as_slice(), &key.tag(&[label, id])].concat());
        let mut link = public_url.clone();
        if let Ok(mut path) = link.path_segments_mut() {
            path.pop_if_empty().push("veto");
        }
        link.set_fragment(Some(&code));
        link
    }

    /// Reads the code of a link; `None` unless we made it, with the vault's key or, as they were made
    /// before, with an `older` one.
    pub fn read(vault: &Vault, older: &MacKeys, code: &str) -> Option<Self> {
        let bytes = from_text(code.trim())?;
        let (id, given) = bytes.split_at_checked(ID)?;
        let own = [Self::key(vault)];
        let mut keys = own.iter().chain(older.all());
        let label = keys.find_map(|key| {
            let ours = |label: &&[u8]| same(given, &key.tag(&[label, id]));
            [OF, TO].into_iter().find(ours)
        })?;
        let id = uuid::Uuid::from_slice(id).ok()?;
        Some(if label == OF {
            Self::Of(id.into())
        } else {
            Self::To(id.into())
        })
    }
}

const OF: &[u8] = b"veto of";
const TO: &[u8] = b"veto";
