//! The keys of an installation: made in the data folder at the first start, readable by nobody else.

use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use zeroize::Zeroizing;

use super::ids::Ids;
use super::secret::{MacKey, sha256, to_text};
use super::vault::{Kek, Keks};

/// Every key this process uses.
pub struct Keys {
    /// Signing keys, oldest first; the newest signs, all of them verify.
    pub signing: Vec<SigningKey>,
    /// Derives the successor of a refresh token.
    pub refresh: MacKey,
    /// Authenticates cursors.
    pub cursor: MacKey,
    /// Hashes codes that are short enough to type, which a plain hash would not hide.
    pub code: MacKey,
    /// Wrap the data keys.
    pub keks: Keks,
    /// Hides whose attempts are counted.
    pub limit: MacKey,
}

/// One Ed25519 key.
pub struct SigningKey {
    /// The name of the key in a token's header.
    pub kid: String,
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
    /// The folder or a file could not be used.
    #[error("cannot use the key folder: {0}")]
    Io(#[from] io::Error),
}

const KEY_LENGTH: usize = 32;

impl Keys {
    /// Reads the keys in `data_dir/keys`, and makes those that are missing.
    ///
    /// Several instances may start on one folder at once: the first file of a name stays.
    ///
    /// # Errors
    /// When a key file is readable by others, holds no key, or cannot be made.
    pub fn load(data_dir: &Path, ids: &Ids) -> Result<Self, KeyError> {
        let folder = data_dir.join("keys");
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&folder)?;
        if files(&folder, is_kek)?.is_empty() {
            create_once(&folder.join("kek-0001.key"), &ids.secret::<KEY_LENGTH>())?;
        }
        if files(&folder, is_signing)?.is_empty() {
            let seed = Zeroizing::new(ids.secret::<32>());
            let path = folder.join("signing-0001.pk8");
            let pair = Ed25519KeyPair::from_seed_unchecked(seed.as_slice())
                .map_err(|_| KeyError::Unreadable(path.clone()))?;
            let pkcs8 = pair
                .to_pkcs8()
                .map_err(|_| KeyError::Unreadable(path.clone()))?;
            create_once(&path, pkcs8.as_ref())?;
        }
        let root = folder.join("root.key");
        if !root.exists() {
            create_once(&root, &ids.secret::<KEY_LENGTH>())?;
        }
        Self::read(&folder, &root)
    }

    fn read(folder: &Path, root: &Path) -> Result<Self, KeyError> {
        let secret = read_private(root)?;
        if secret.len() != KEY_LENGTH {
            return Err(KeyError::Unreadable(root.to_owned()));
        }
        let signing = files(folder, is_signing)?
            .iter()
            .map(|path| SigningKey::read(path))
            .collect::<Result<Vec<_>, _>>()?;
        let keks = files(folder, is_kek)?
            .iter()
            .map(|path| read_kek(path))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            signing,
            refresh: MacKey::derive(&secret, "refresh"),
            cursor: MacKey::derive(&secret, "cursor"),
            code: MacKey::derive(&secret, "code"),
            keks: Keks::new(keks).ok_or_else(|| KeyError::Unreadable(folder.to_owned()))?,
            limit: MacKey::derive(&secret, "limit"),
        })
    }
}

impl SigningKey {
    fn read(path: &Path) -> Result<Self, KeyError> {
        let pkcs8 = read_private(path)?;
        let pair = Ed25519KeyPair::from_pkcs8(&pkcs8)
            .map_err(|_| KeyError::Unreadable(path.to_owned()))?;
        let public = pair.public_key().as_ref().to_vec();
        let kid = to_text(&sha256(&public)).chars().take(16).collect();
        Ok(Self { kid, pkcs8, public })
    }
}

/// `kek-0001.key` holds version 1.
fn read_kek(path: &Path) -> Result<Kek, KeyError> {
    let unreadable = || KeyError::Unreadable(path.to_owned());
    let version = name(path)
        .strip_prefix("kek-")
        .and_then(|rest| rest.strip_suffix(".key"))
        .and_then(|number| number.parse().ok())
        .ok_or_else(unreadable)?;
    Kek::new(version, &read_private(path)?).ok_or_else(unreadable)
}

fn is_signing(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "pk8")
}

fn is_kek(path: &Path) -> bool {
    name(path).starts_with("kek-") && path.extension().is_some_and(|end| end == "key")
}

fn name(path: &Path) -> &str {
    path.file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default()
}

/// The files of one kind, in the order of their names.
fn files(folder: &Path, is_one: fn(&Path) -> bool) -> Result<Vec<PathBuf>, io::Error> {
    let mut files = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    files.retain(|path| is_one(path));
    files.sort();
    Ok(files)
}

/// Writes a new file whole, or leaves the one that is there.
fn create_once(path: &Path, bytes: &[u8]) -> Result<(), io::Error> {
    let draft = path.with_extension(format!("draft-{}", std::process::id()));
    let mut file = File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&draft)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    let linked = fs::hard_link(&draft, path);
    fs::remove_file(&draft)?;
    match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

fn read_private(path: &Path) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let mode = fs::metadata(path)?.permissions().mode();
    if mode & 0o077 != 0 {
        return Err(KeyError::TooOpen(path.to_owned()));
    }
    Ok(Zeroizing::new(fs::read(path)?))
}
