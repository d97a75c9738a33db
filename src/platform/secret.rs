//! Hashes, message authentication and text forms of secrets.

use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use aws_lc_rs::{digest, hmac};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use zeroize::Zeroizing;

/// SHA-256 of `bytes`: enough for secrets of 128 random bits and more, which cannot be guessed.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    let digest = digest::digest(&digest::SHA256, bytes);
    let mut out = [0; 32];
    out.copy_from_slice(digest.as_ref());
    out
}

/// Unpadded URL-safe Base64.
pub fn to_text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Reads what [`to_text`] wrote.
pub fn from_text(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    URL_SAFE_NO_PAD.decode(text).ok().map(Zeroizing::new)
}

/// Compares without telling by the time taken where the two differ.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    subtle::ConstantTimeEq::ct_eq(a, b).into()
}

/// An Ed25519 key that is derived, for statements of ours.
pub struct Signer {
    pair: Ed25519KeyPair,
    public: Vec<u8>,
}

impl Signer {
    /// Derives the key of `purpose` from `root`; `None` when the library fails.
    pub fn derive(root: &[u8], purpose: &str) -> Option<Self> {
        let seed = Zeroizing::new(MacKey::derive(root, purpose).tag(&[b"seed"]));
        let pair = Ed25519KeyPair::from_seed_unchecked(seed.as_slice()).ok()?;
        let public = pair.public_key().as_ref().to_vec();
        Some(Self { pair, public })
    }

    /// Signs `bytes`.
    pub fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        self.pair.sign(bytes).as_ref().to_vec()
    }

    /// The 32 public bytes.
    pub fn public(&self) -> &[u8] {
        &self.public
    }
}

/// Whether the key `public` signed `bytes`.
pub fn signed_by(public: &[u8], bytes: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(&ED25519, public)
        .verify(bytes, signature)
        .is_ok()
}

/// Hands on `part` after its length, so that none can borrow from another.
pub fn frame(part: &[u8], mut append: impl FnMut(&[u8])) {
    let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
    append(&length.to_be_bytes());
    append(part);
}

/// A key for HMAC-SHA-256, for one purpose.
#[derive(Clone)]
pub struct MacKey(hmac::Key);

impl MacKey {
    /// Derives the key of `purpose` from `root`: two purposes never share a key.
    pub fn derive(root: &[u8], purpose: &str) -> Self {
        let root = hmac::Key::new(hmac::HMAC_SHA256, root);
        let derived = hmac::sign(&root, purpose.as_bytes());
        Self(hmac::Key::new(hmac::HMAC_SHA256, derived.as_ref()))
    }

    /// Authenticates `parts`; each is preceded by its length, so that none can borrow from another.
    pub fn tag(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut context = hmac::Context::with_key(&self.0);
        for part in parts {
            frame(part, |bytes| context.update(bytes));
        }
        let mut out = [0; 32];
        out.copy_from_slice(context.sign().as_ref());
        out
    }
}

impl std::fmt::Debug for MacKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MacKey(…)")
    }
}
