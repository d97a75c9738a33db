//! The disk that holds the data: how much room there is, and what could not be read or written.

use std::io;
use std::path::Path;

/// The share of the disk under `folder` that is free for us, from 0 to 1.
pub fn free_share(folder: &Path) -> io::Result<f64> {
    let disk = rustix::fs::statvfs(folder)?;
    Ok(share(disk.f_bavail, disk.f_blocks))
}

/// Says, beside what was wrong, with which file.
pub fn naming(path: &Path) -> impl Fn(io::Error) -> io::Error {
    move |error| io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// `part` of `whole`, counted in thousandths; all of what has no size.
fn share(part: u64, whole: u64) -> f64 {
    let thousandths = part.saturating_mul(1000).checked_div(whole);
    thousandths
        .and_then(|thousandths| u32::try_from(thousandths).ok())
        .map_or(1.0, |thousandths| f64::from(thousandths) / 1000.0)
}
