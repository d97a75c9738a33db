//! Where a test keeps its files: in memory where possible, and never longer than the tests run.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;

use tempfile::TempDir;

/// Cleans up when the test process has ended, however it ended: its standard input ends then.
const SWEEP: &str = r#"trap '' INT HUP; cat >/dev/null; rm -rf "$1""#;

/// The folder of this process, and who removes it.
static ROOT: LazyLock<(PathBuf, Child)> = LazyLock::new(|| {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() {
        TempDir::with_prefix_in("alsfrs-tests-", memory)
    } else {
        TempDir::with_prefix("alsfrs-tests-")
    };
    let folder = folder.unwrap().keep();
    let sweeper = Command::new("sh")
        .args(["-c", SWEEP, "sweeper"])
        .arg(&folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn();
    (folder, sweeper.unwrap())
});

/// A new folder, for one test.
pub fn folder() -> TempDir {
    TempDir::new_in(&ROOT.0).unwrap()
}
