//! Backups that only their recipients read, and what comes of them when the worst has happened.

mod by_itself;
mod drill;
mod files;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::home::Home;

/// Who can read the backups of these tests, and how.
pub const RECIPIENT: &str = "age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa";
const IDENTITY: &str = "AGE-SECRET-KEY-1GQ9778VQXMMJVE8SK7J6VT8UJ4HDQAJUVSFCWCM02D8GEWQ72PVQ2Y5J33";

/// Where the identity is kept.
pub fn identity(folder: &Path) -> PathBuf {
    let file = folder.join("identity.txt");
    std::fs::write(&file, format!("# kept elsewhere\n{IDENTITY}\n")).unwrap();
    file
}

/// The flags that name the database and the keys of `home`.
fn flags(home: &Home) -> [String; 2] {
    [
        format!("--data-dir={}", home.folder().display()),
        format!("--database-url={}", home.database_url()),
    ]
}

pub fn back_up(home: &Home, out: &Path) -> (Option<i32>, String) {
    let out = format!("--out={}", out.display());
    let [folder, url] = flags(home);
    let words = ["backup", "--recipient", RECIPIENT, &out, &folder, &url];
    home.run(&words)
}

pub fn restore(home: &Home, from: &Path, identity: &Path, more: &[&str]) -> (Option<i32>, String) {
    let from = format!("--from={}", from.display());
    let identity = format!("--identity={}", identity.display());
    let [folder, url] = flags(home);
    let words = ["restore", &from, &identity, &folder, &url];
    home.run(&[&words, more].concat())
}

/// Plain copies of the database that somebody forgot.
fn left_over(home: &Home) -> Vec<PathBuf> {
    let files = home.folder().read_dir().unwrap().flatten();
    let names = files.map(|file| file.path());
    names
        .filter(|path| path.to_string_lossy().contains(".copy-"))
        .collect()
}

pub fn copy(from: &Path, to: &Path) {
    let copied = Command::new("cp").arg("-a").args([from, to]).status();
    assert!(copied.unwrap().success());
}

/// The program `age` itself; `None` where it is not installed, which is said aloud.
fn age() -> Option<Command> {
    let found = Command::new("age").arg("--version").output();
    if found.is_ok_and(|output| output.status.success()) {
        return Some(Command::new("age"));
    }
    let missing = "age is not installed: backups were not held against it";
    assert!(std::env::var_os("CI").is_none(), "{missing}");
    eprintln!("\n{missing}\n");
    None
}
