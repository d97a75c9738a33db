//! The keys of an installation: made in the key folder at the first start, readable by nobody else.

mod change;
mod file;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use chrono::{DateTime, Utc};
use zeroize::Zeroizing;

use super::ids::Ids;
use super::secret::{MacKey, Signer, sha256, to_text};
use super::vault::{Kek, Keks};

pub use change::{AFTERMATH, NOTICE, retire_signing, rotate, set_aside};
pub use file::{KeyFile, Kind, in_use};
use file::{create_once, make_folder, read_private};

/// Every key this process uses.
pub struct Keys {
    /// Sign access tokens.
    pub signing: SigningKeys,
    /// Derives the successor of a refresh token.
    pub refresh: MacKey,
    /// Authenticates cursors.
    pub cursor: MacKey,
    /// Hashes codes that are short enough to type, which a plain hash would not hide.
    pub code: MacKey,
    /// Hides whose attempts are counted.
    pub limit: MacKey,
    /// Makes the links with which patients say that nobody acts for them.
    pub veto: MacKey,
    /// Signs what is said of the audit.
    pub audit: Signer,
    /// Wrap the data keys.
    pub keks: Keks,
    folder: PathBuf,
    seen: RwLock<Vec<KeyFile>>,
}

/// The signing keys, as they are by now: an operator may add and remove some while this runs.
pub struct SigningKeys(RwLock<Arc<Vec<SigningKey>>>);

/// One Ed25519 key.
pub struct SigningKey {
    /// The name of the key in a token's header.
    pub kid: String,
    /// Signs from this instant on; before, it only verifies.
    pub from: DateTime<Utc>,
    /// PKCS#8, private.
    pub pkcs8: Zeroizing<Vec<u8>>,
    /// The 32 public bytes.
    pub public: Vec<u8>,
}

impl SigningKeys {
    /// All of them, oldest first: all verify.
    #[must_use]
    pub fn all(&self) -> Arc<Vec<SigningKey>> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn replace(&self, keys: Vec<SigningKey>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(keys);
    }
}

/// Why the keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Others on this machine could read it.
    #[error("{0} must be readable by its owner only (mode 0600)")]
    TooOpen(PathBuf),
    /// It holds something else.
    #[error("{0} holds no key of the expected form")]
    Unreadable(PathBuf),
    /// Nobody made it by chance, or it is used for two things.
    #[error("{0} is no key that was made by chance for this alone: make another")]
    Weak(PathBuf),
    /// Nothing there.
    #[error("the key folder has no keys: make them with `alsfrs-diary keys init`")]
    None,
    /// The next key is there already.
    #[error("the next key is there already, and is used from {0} on")]
    Waiting(DateTime<Utc>),
    /// Somebody would be signed out.
    #[error("tokens of the old key are good until {0}: wait, or say --now if it was stolen")]
    TooEarly(DateTime<Utc>),
    /// The folder or a file could not be used.
    #[error("cannot use the key folder: {0}")]
    Io(#[from] io::Error),
}

const KEY_LENGTH: usize = 32;

/// The file from which the keys for refresh tokens, cursors and codes are derived.
const ROOT: &str = "root.key";

/// Makes the keys that are missing in `folder`.
///
/// Several instances may start on one folder at once: the first file of a name stays.
///
/// # Errors
/// When the folder cannot be written.
pub fn make_missing(folder: &Path, ids: &Ids) -> Result<(), KeyError> {
    make_folder(folder)?;
    for kind in [Kind::Signing, Kind::Kek] {
        if kind.files(folder)?.is_empty() {
            let path = kind.path(folder, 1, None);
            create_once(&path, &new_key(kind, ids, &path)?)?;
        }
    }
    let root = folder.join(ROOT);
    if !root.exists() {
        create_once(&root, &ids.secret::<KEY_LENGTH>())?;
    }
    Ok(())
}

/// Whether `folder` has a key of every kind.
#[must_use]
pub fn are_complete(folder: &Path) -> bool {
    let has = |kind: Kind| kind.files(folder).is_ok_and(|files| !files.is_empty());
    has(Kind::Signing) && has(Kind::Kek) && folder.join(ROOT).exists()
}

fn new_key(kind: Kind, ids: &Ids, path: &Path) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let seed = Zeroizing::new(ids.secret::<KEY_LENGTH>());
    match kind {
        Kind::Kek => Ok(Zeroizing::new(seed.to_vec())),
        Kind::Signing => {
            let unreadable = || KeyError::Unreadable(path.to_owned());
            let pair =
                Ed25519KeyPair::from_seed_unchecked(seed.as_slice()).map_err(|_| unreadable())?;
            let pkcs8 = pair.to_pkcs8().map_err(|_| unreadable())?;
            Ok(Zeroizing::new(pkcs8.as_ref().to_vec()))
        }
    }
}

impl Keys {
    /// Reads the keys in `folder`.
    ///
    /// # Errors
    /// When one is missing, is readable by others, or holds no key.
    pub fn read(folder: &Path) -> Result<Self, KeyError> {
        if !are_complete(folder) {
            return Err(KeyError::None);
        }
        let root = folder.join(ROOT);
        let secret = read_private(&root)?;
        if secret.len() != KEY_LENGTH {
            return Err(KeyError::Unreadable(root));
        }
        for file in Kind::Kek.files(folder)? {
            if *read_private(&file.path)? == *secret {
                return Err(KeyError::Weak(file.path));
            }
        }
        if is_monotonous(&secret) {
            return Err(KeyError::Weak(root));
        }
        let (seen, signing, keks) = read_folder(folder)?;
        Ok(Self {
            signing: SigningKeys(RwLock::new(Arc::new(signing))),
            refresh: MacKey::derive(&secret, "refresh"),
            cursor: MacKey::derive(&secret, "cursor"),
            code: MacKey::derive(&secret, "code"),
            limit: MacKey::derive(&secret, "limit"),
            veto: MacKey::derive(&secret, "veto"),
            audit: Signer::derive(&secret, "audit").ok_or(KeyError::Unreadable(root))?,
            keks: Keks::new(keks).ok_or(KeyError::None)?,
            folder: folder.to_owned(),
            seen: RwLock::new(seen),
        })
    }

    /// Looks whether keys were added or taken away, and uses what there is now; whether anything
    /// has changed.
    ///
    /// # Errors
    /// As [`Self::read`]; what was read before then stays in use.
    pub fn look_again(&self) -> Result<bool, KeyError> {
        let there = list(&self.folder)?;
        if *self.seen.read().unwrap_or_else(PoisonError::into_inner) == there {
            return Ok(false);
        }
        let (seen, signing, keks) = read_folder(&self.folder)?;
        if signing.is_empty() || keks.is_empty() {
            return Err(KeyError::None);
        }
        self.signing.replace(signing);
        self.keks.replace(keks);
        *self.seen.write().unwrap_or_else(PoisonError::into_inner) = seen;
        Ok(true)
    }
}

/// Every key that there may be several of.
fn list(folder: &Path) -> Result<Vec<KeyFile>, KeyError> {
    let (signing, keks) = (Kind::Signing.files(folder)?, Kind::Kek.files(folder)?);
    Ok(signing.into_iter().chain(keks).collect())
}

type Found = (Vec<KeyFile>, Vec<SigningKey>, Vec<Kek>);

fn read_folder(folder: &Path) -> Result<Found, KeyError> {
    let signing = Kind::Signing.files(folder)?;
    let keks = Kind::Kek.files(folder)?;
    let signing_keys = signing
        .iter()
        .map(SigningKey::read)
        .collect::<Result<_, _>>()?;
    let kek_keys = keks.iter().map(read_kek).collect::<Result<_, _>>()?;
    let files = signing.into_iter().chain(keks).collect();
    Ok((files, signing_keys, kek_keys))
}

impl SigningKey {
    fn read(file: &KeyFile) -> Result<Self, KeyError> {
        let pkcs8 = read_private(&file.path)?;
        let pair = Ed25519KeyPair::from_pkcs8(&pkcs8)
            .map_err(|_| KeyError::Unreadable(file.path.clone()))?;
        let public = pair.public_key().as_ref().to_vec();
        let kid = to_text(&sha256(&public)).chars().take(16).collect();
        let from = file.from;
        Ok(Self {
            kid,
            from,
            pkcs8,
            public,
        })
    }
}

/// Every byte the same: somebody filled the file by hand.
fn is_monotonous(key: &[u8]) -> bool {
    key.iter().all(|byte| Some(byte) == key.first())
}

fn read_kek(file: &KeyFile) -> Result<Kek, KeyError> {
    let key = read_private(&file.path)?;
    if is_monotonous(&key) {
        return Err(KeyError::Weak(file.path.clone()));
    }
    Kek::new(file.number, file.from, &key).ok_or_else(|| KeyError::Unreadable(file.path.clone()))
}
