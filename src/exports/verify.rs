//! Proves, without the server, that the files of an export are those of its manifest, and the manifest ours.

use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use aws_lc_rs::digest::{Context, SHA256};
use parquet::file::reader::{FileReader, SerializedFileReader};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::format::File;
use super::manifest::KIND;
use crate::platform::secret::{from_text, signed_by};

/// Why nothing is proved.
#[derive(Debug, thiserror::Error)]
pub enum NotProved {
    /// It is no manifest.
    #[error("this is no manifest of an export")]
    NoManifest,
    /// The key that signed it is not among those that are trusted.
    #[error("none of these keys signed the manifest")]
    AnotherKey,
    /// It was changed.
    #[error("the manifest was changed after it was signed")]
    Changed,
    /// A file is not there, or cannot be read.
    #[error("{0}: {1}")]
    Unreadable(String, io::Error),
    /// A file is another.
    #[error("{0}: {1} are not those of the manifest")]
    Differs(String, &'static str),
}

#[derive(Deserialize)]
struct Signed {
    manifest: Value,
    jws: String,
}

#[derive(Deserialize)]
struct Header {
    typ: String,
    alg: String,
    kid: String,
}

#[derive(Deserialize)]
struct Jwks {
    keys: Vec<Jwk>,
}

#[derive(Deserialize)]
struct Jwk {
    #[serde(default)]
    kid: Option<String>,
    crv: String,
    x: String,
}

/// The public keys that are trusted.
#[derive(Debug, Clone)]
pub enum Keys {
    /// What `/.well-known/jwks.json` answered.
    Set(Vec<u8>),
    /// One, as its member `x` has it.
    One(String),
}

impl Keys {
    fn find(&self, kid: &str) -> Option<Vec<u8>> {
        let x = match self {
            Self::One(x) => x.clone(),
            Self::Set(bytes) => {
                let set: Jwks = serde_json::from_slice(bytes).ok()?;
                let mut keys = set.keys.into_iter();
                let named = |key: &Jwk| key.crv == "Ed25519" && key.kid.as_deref() == Some(kid);
                keys.find(named)?.x
            }
        };
        Some(from_text(&x)?.to_vec())
    }
}

/// Proves the signed `manifest` by `keys`, and the files in `folder` by it: these are they.
pub fn verify(manifest: &[u8], keys: &Keys, folder: &Path) -> Result<Vec<File>, NotProved> {
    let signed: Signed = serde_json::from_slice(manifest).map_err(|_| NotProved::NoManifest)?;
    let said = signed_by_ours(&signed.jws, keys)?;
    if said != signed.manifest {
        return Err(NotProved::Changed);
    }
    let files = said.get("files").cloned().unwrap_or_default();
    let files: Vec<File> = serde_json::from_value(files).map_err(|_| NotProved::NoManifest)?;
    for file in &files {
        prove(file, folder)?;
    }
    Ok(files)
}

/// What the signature is of.
fn signed_by_ours(jws: &str, keys: &Keys) -> Result<Value, NotProved> {
    let (signed, signature) = jws.rsplit_once('.').ok_or(NotProved::NoManifest)?;
    let (header, payload) = signed.split_once('.').ok_or(NotProved::NoManifest)?;
    let read = |text: &str| from_text(text).ok_or(NotProved::NoManifest);
    let header: Header =
        serde_json::from_slice(&read(header)?).map_err(|_| NotProved::NoManifest)?;
    if header.typ != KIND || header.alg != "EdDSA" {
        return Err(NotProved::NoManifest);
    }
    let key = keys.find(&header.kid).ok_or(NotProved::AnotherKey)?;
    if !signed_by(&key, signed.as_bytes(), &read(signature)?) {
        return Err(NotProved::Changed);
    }
    serde_json::from_slice(&read(payload)?).map_err(|_| NotProved::NoManifest)
}

fn prove(file: &File, folder: &Path) -> Result<(), NotProved> {
    let name = &file.name;
    let unreadable = |error| NotProved::Unreadable(name.clone(), error);
    // A name of ours has no path in it; another manifest is not followed.
    let is_plain = !name.contains(['/', '\\']) && !name.starts_with('.');
    let path = is_plain
        .then(|| folder.join(name))
        .ok_or(NotProved::NoManifest)?;
    let (bytes, sha256) = hashed(&path).map_err(unreadable)?;
    let differs = |what| Err(NotProved::Differs(name.clone(), what));
    if bytes != file.bytes || sha256 != file.sha256 {
        return differs("its bytes");
    }
    if rows(&path).map_err(unreadable)? != file.rows {
        return differs("its rows");
    }
    Ok(())
}

fn hashed(path: &Path) -> io::Result<(u64, String)> {
    let mut from = fs::File::open(path)?;
    let (mut hash, mut bytes) = (Context::new(&SHA256), 0);
    let mut part = vec![0; 64 * 1024];
    loop {
        let read = from.read(&mut part)?;
        let Some(part) = part.get(..read).filter(|part| !part.is_empty()) else {
            break;
        };
        hash.update(part);
        bytes += u64::try_from(read).unwrap_or_default();
    }
    Ok((
        bytes,
        data_encoding::HEXLOWER.encode(hash.finish().as_ref()),
    ))
}

/// How many rows a file has, by the kind that its name tells.
fn rows(path: &Path) -> io::Result<u64> {
    let mut from = BufReader::new(fs::File::open(path)?);
    match path.extension().and_then(|kind| kind.to_str()) {
        Some("csv") => {
            let mut table = csv::Reader::from_reader(from);
            let mut row = csv::ByteRecord::new();
            let mut rows = 0;
            while table.read_byte_record(&mut row)? {
                rows += 1;
            }
            Ok(rows)
        }
        Some("parquet") => {
            let table = SerializedFileReader::new(from.into_inner()).map_err(io::Error::other)?;
            let rows = table.metadata().file_metadata().num_rows();
            Ok(u64::try_from(rows).unwrap_or_default())
        }
        Some("json") => {
            #[derive(Deserialize)]
            struct Dataset {
                rows: Vec<IgnoredAny>,
            }
            let dataset: Dataset = serde_json::from_reader(from)?;
            Ok(u64::try_from(dataset.rows.len()).unwrap_or_default())
        }
        _ => {
            let (mut rows, mut line) = (0, Vec::new());
            while from.read_until(b'\n', &mut line)? > 0 {
                rows += 1;
                line.clear();
            }
            Ok(rows)
        }
    }
}
