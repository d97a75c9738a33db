//! Where a file lies: a database must not lie where a power loss, or another machine, undoes its
//! promises.

use std::path::Path;

/// File systems in memory or over a network, as Linux names them.
const UNSAFE: [&str; 9] = [
    "tmpfs",
    "ramfs",
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "9p",
    "fuse.sshfs",
];

/// Whether `file` is known to lie in memory or on another machine. Where the system does not tell,
/// it is not.
pub(super) fn is_unsafe(file: &Path) -> bool {
    let Ok(mounts) = std::fs::read_to_string("/proc/self/mounts") else {
        return false;
    };
    let folder = existing(file);
    kind_of(&mounts, &folder).is_some_and(|kind| UNSAFE.contains(&kind))
}

/// Whether `path` is a folder that can be read, or lies below one.
pub(super) fn can_be_folder(path: &Path) -> bool {
    if path.exists() {
        return path.read_dir().is_ok();
    }
    existing(path).is_dir()
}

/// The folder, or where it will be made, without links.
fn existing(folder: &Path) -> std::path::PathBuf {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    absolute
        .ancestors()
        .find_map(|ancestor| ancestor.canonicalize().ok())
        .unwrap_or(absolute)
}

/// The kind of the mount that is nearest above `folder`; the last of those at one place counts.
fn kind_of<'a>(mounts: &'a str, folder: &Path) -> Option<&'a str> {
    mounts
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ').skip(1);
            Some((Path::new(words.next()?), words.next()?))
        })
        .filter(|(place, _)| folder.starts_with(place))
        .max_by_key(|(place, _)| place.components().count())
        .map(|(_, kind)| kind)
}
