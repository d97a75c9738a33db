//! The link with which a patient says no: in each mail about one request it is the same, and it is
//! good for as long as that request is.

use url::Url;

use crate::platform::ids::RowId;
use crate::platform::secret::{MacKey, from_text, same, to_text};

/// What the link carries: the name of the request, and that we made it. Nothing of it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VetoLink {
    /// Which request.
    pub request: RowId,
}

const ID: usize = 16;

impl VetoLink {
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

    /// Reads the code of a link; `None` unless we made it.
    #[must_use]
    pub fn read(key: &MacKey, code: &str) -> Option<Self> {
        let bytes = from_text(code.trim())?;
        let (id, given) = bytes.split_at_checked(ID)?;
        let request = uuid::Uuid::from_slice(id).ok()?.into();
        same(given, &tag(key, id)).then_some(Self { request })
    }
}

fn tag(key: &MacKey, id: &[u8]) -> [u8; 32] {
    key.tag(&[b"veto", id])
}
