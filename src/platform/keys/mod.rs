//! The keys of an installation: made in the key folder at the first start, readable by this user alone.

mod change;
mod file;
mod push;
mod root;

use std::io;
use std::path::{Path, PathBuf};

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use chrono::{DateTime, Utc};
use zeroize::Zeroizing;

use super::clock::Clock;
use super::ids::Ids;
use super::rotating::Rotating;
use super::secret::{sha256, to_text};
use super::vault::{Kek, Keks};

pub use change::{AFTERMATH, NOTICE, OUTLIVED, retire_root, retire_signing, rotate, set_aside};
pub use file::{KeyFile, Kind, in_use};
use file::{create_once, make_folder, read_private};
pub use push::PushKey;
use root::RootVersions;
pub use root::{MacKeys, Root, Roots, StatementKey};

/// Every key this process uses.
pub struct Keys {
    /// Sign access tokens: the oldest first; all of them verify.
    pub signing: Rotating<Vec<SigningKey>>,
    /// Derive what refresh tokens, cursors and codes are made with.
    pub roots: Roots,
    /// Wrap the data keys.
    pub keks: Keks,
    /// Show push services who asks: the oldest first.
    pub push: Rotating<Vec<PushKey>>,
    folder: PathBuf,
    seen: Rotating<Vec<KeyFile>>,
}

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

/// Why the keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Others on this machine could read it.
    #[error("{0} must be readable by its owner only (mode 0600)")]
    TooOpen(PathBuf),
    /// It holds something else.
    #[error("{0} holds no key of the expected form")]
    Unreadable(PathBuf),
    /// It was not made by chance, or is used for two things.
    #[error("{0} is no key that was made by chance for this alone: make another")]
    Weak(PathBuf),
    /// Nothing there.
    #[error("the key folder has no keys: make them with `alsfrs-diary keys init`")]
    None,
    /// The next key is there already.
    #[error("the next key is there already, and is used from {0} on")]
    Waiting(DateTime<Utc>),
    /// A device would be signed out.
    #[error("tokens of the old key are good until {0}: wait, or say --now if it was stolen")]
    TooEarly(DateTime<Utc>),
    /// The folder or a file could not be used.
    #[error("cannot use the key folder: {0}")]
    Io(#[from] io::Error),
}

const KEY_LENGTH: usize = 32;

/// Makes the keys that are missing in `folder`.
///
/// Several instances may start on one folder at once: the first file of a name stays.
pub fn make_missing(folder: &Path, ids: &Ids) -> Result<(), KeyError> {
    make_folder(folder)?;
    for kind in Kind::ALL {
        if kind.files(folder)?.is_empty() {
            let path = kind.path(folder, 1, None);
            create_once(&path, &new_key(kind, ids, &path)?)?;
        }
    }
    Ok(())
}

/// Whether `folder` has a key of every kind.
pub fn are_complete(folder: &Path) -> bool {
    let has = |kind: Kind| kind.files(folder).is_ok_and(|files| !files.is_empty());
    Kind::ALL.into_iter().all(has)
}

/// Whether `folder` has any key.
pub fn are_here(folder: &Path) -> bool {
    list(folder).is_ok_and(|files| !files.is_empty())
}

/// The key-encryption keys in `folder`, which need not be there.
pub fn keks(folder: &Path) -> Result<Vec<Kek>, KeyError> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    Kind::Kek.files(folder)?.iter().map(read_kek).collect()
}

fn new_key(kind: Kind, ids: &Ids, path: &Path) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let seed = Zeroizing::new(ids.secret::<KEY_LENGTH>());
    let unreadable = || KeyError::Unreadable(path.to_owned());
    match kind {
        Kind::Root | Kind::Kek => Ok(Zeroizing::new(seed.to_vec())),
        Kind::Push => push::pkcs8_of(seed.as_slice()).ok_or_else(unreadable),
        Kind::Signing => {
            let pair =
                Ed25519KeyPair::from_seed_unchecked(seed.as_slice()).map_err(|_| unreadable())?;
            let pkcs8 = pair.to_pkcs8().map_err(|_| unreadable())?;
            Ok(Zeroizing::new(pkcs8.as_ref().to_vec()))
        }
    }
}

impl Keys {
    /// Reads the keys in `folder`; `clock` says which of them are used.
    pub fn read(folder: &Path, clock: Clock) -> Result<Self, KeyError> {
        if !are_complete(folder) {
            return Err(KeyError::None);
        }
        let found = KeyFolder::read(folder)?;
        Ok(Self {
            signing: Rotating::new(found.signing),
            roots: Roots::new(found.roots, clock),
            keks: Keks::new(found.keks).ok_or(KeyError::None)?,
            push: Rotating::new(found.push),
            folder: folder.to_owned(),
            seen: Rotating::new(found.files),
        })
    }

    /// What shows that a statement about the audit is ours: the keys that are here, and what was kept
    /// of those that are retired.
    pub fn statement_keys(&self) -> Result<Vec<StatementKey>, KeyError> {
        let mut keys = self.roots.statement_keys();
        for file in file::statement_keys(&self.folder)? {
            let public = std::fs::read(&file.path)?;
            let until = Some(file.from);
            keys.push(StatementKey { public, until });
        }
        Ok(keys)
    }

    /// Looks whether keys were added or taken away, and uses what there is now; whether anything
    /// has changed.
    pub fn look_again(&self) -> Result<bool, KeyError> {
        let there = list(&self.folder)?;
        if *self.seen.get() == there {
            return Ok(false);
        }
        let found = KeyFolder::read(&self.folder)?;
        if found.signing.is_empty() || found.keks.is_empty() || found.push.is_empty() {
            return Err(KeyError::None);
        }
        self.signing.set(found.signing);
        self.roots.replace(found.roots);
        self.keks.replace(found.keks);
        self.push.set(found.push);
        self.seen.set(found.files);
        Ok(true)
    }
}

/// Every key there is.
fn list(folder: &Path) -> Result<Vec<KeyFile>, KeyError> {
    let mut files = Vec::new();
    for kind in Kind::ALL {
        files.extend(kind.files(folder)?);
    }
    Ok(files)
}

/// What the folder holds.
struct KeyFolder {
    files: Vec<KeyFile>,
    signing: Vec<SigningKey>,
    roots: RootVersions,
    keks: Vec<Kek>,
    push: Vec<PushKey>,
}

impl KeyFolder {
    fn read(folder: &Path) -> Result<Self, KeyError> {
        let files = list(folder)?;
        let (roots, keks) = (Kind::Root.files(folder)?, Kind::Kek.files(folder)?);
        refuse_shared(&roots, &keks)?;
        let (signing, push) = (Kind::Signing.files(folder)?, Kind::Push.files(folder)?);
        let roots: Vec<_> = roots.iter().map(Root::read).collect::<Result<_, _>>()?;
        Ok(Self {
            files,
            signing: signing
                .iter()
                .map(SigningKey::read)
                .collect::<Result<_, _>>()?,
            roots: RootVersions::new(roots).ok_or(KeyError::None)?,
            keks: keks.iter().map(read_kek).collect::<Result<_, _>>()?,
            push: push.iter().map(PushKey::read).collect::<Result<_, _>>()?,
        })
    }
}

/// Refuses a key that is used for two things.
fn refuse_shared(roots: &[KeyFile], keks: &[KeyFile]) -> Result<(), KeyError> {
    for root in roots {
        let secret = read_private(&root.path)?;
        for kek in keks {
            if *read_private(&kek.path)? == *secret {
                return Err(KeyError::Weak(kek.path.clone()));
            }
        }
    }
    Ok(())
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

/// Every byte the same: the file was filled by hand.
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
