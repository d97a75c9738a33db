//! Where the programs of PostgreSQL are.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder with `initdb` and `postgres`, the latest version if there are several.
///
/// Canonical, because `postgres` finds its other files from where it really is.
pub fn find() -> Option<PathBuf> {
    on_path()
        .or_else(told_by_pg_config)
        .or_else(in_debian_folders)
}

fn on_path() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).find_map(|folder| complete(&folder))
}

fn told_by_pg_config() -> Option<PathBuf> {
    let told = Command::new("pg_config").arg("--bindir").output().ok()?;
    complete(Path::new(String::from_utf8(told.stdout).ok()?.trim()))
}

/// Debian keeps them apart by version, and off the path.
fn in_debian_folders() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let complete = versions
        .flatten()
        .filter_map(|version| complete(&version.path().join("bin")));
    complete.max_by_key(|folder| version_of(folder))
}

fn version_of(folder: &Path) -> Option<u32> {
    folder.parent()?.file_name()?.to_str()?.parse().ok()
}

fn complete(folder: &Path) -> Option<PathBuf> {
    let initdb = folder.join("initdb").canonicalize().ok()?;
    let folder = initdb.parent()?;
    folder
        .join("postgres")
        .exists()
        .then(|| folder.to_path_buf())
}
