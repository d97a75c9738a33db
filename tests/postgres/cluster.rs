//! The throwaway cluster: reached through a socket, gone with the process.

use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use diesel::{Connection, PgConnection};
use url::Url;

/// Serves until its standard input ends, which it does when the tests do, however they do; then
/// leaves nothing behind. A signal from the keyboard is for the tests, not for it.
const SCRIPT: &str = r#"
trap '' INT HUP
bin=$1 folder=$2 copied=$3; shift 3
if [ -n "$copied" ]; then
    "$bin/pg_basebackup" --dbname="$copied" --write-recovery-conf --no-sync -D "$folder/data"
else
    "$bin/initdb" --no-sync --auth=trust --username=postgres --encoding=UTF8 --locale=C -D "$folder/data"
fi </dev/null >"$folder/log" 2>&1 || exit 1
"$bin/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c max_connections=300 \
    "$@" </dev/null >>"$folder/log" 2>&1 &
server=$!
cat >/dev/null
kill -QUIT $server; wait $server; rm -rf "$folder"
"#;

/// Those that serve until the tests end. Kept open, and never written to: see [`SCRIPT`].
static KEPT: Mutex<Vec<Cluster>> = Mutex::new(Vec::new());

/// A cluster that serves until this is dropped.
pub struct Cluster {
    /// Leads to its database `postgres`.
    pub url: Url,
    keeper: Child,
}

/// Starts a cluster with the programs in `binaries`, in the first of `roots` that there is, with
/// further `settings`, as a standby of `primary` where one is named.
pub fn start(
    binaries: &Path,
    roots: &[&str],
    settings: &[&str],
    primary: Option<&Cluster>,
) -> Cluster {
    let folder = short_folder(roots);
    let copied = primary.map_or("", |primary| primary.url.as_str());
    let mut shell = Command::new("sh");
    shell
        .args(["-c", SCRIPT, "postgres-for-tests"])
        .args([binaries, &folder])
        .arg(copied)
        .args(settings)
        .current_dir(&folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0);
    run_unprivileged(&mut shell, &folder);
    let keeper = shell.spawn().expect("sh starts");
    let url = format!(
        "postgres:///postgres?host={}&user=postgres",
        folder.display()
    );
    wait_until_it_answers(&url, &folder.join("log"));
    Cluster {
        url: Url::parse(&url).expect("a URL"),
        keeper,
    }
}

impl Cluster {
    /// Keeps it until the tests end.
    pub fn kept(self) -> Url {
        let url = self.url.clone();
        KEPT.lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(self);
        url
    }
}

/// Ends it as a power loss would, and waits until it is gone.
impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        drop(self.keeper.wait());
    }
}

/// The name of a Unix socket has at most 107 bytes, so the folder is not where `TMPDIR` says.
pub fn short_folder(roots: &[&str]) -> PathBuf {
    let root = roots.iter().find(|root| Path::new(root).is_dir());
    tempfile::Builder::new()
        .prefix("alsfrs-pg-")
        .permissions(std::fs::Permissions::from_mode(0o700))
        .tempdir_in(root.expect("a folder for temporary files"))
        .expect("a temporary folder")
        .keep()
}

/// PostgreSQL refuses to run as root: root lends it another user, and the folder.
pub fn run_unprivileged(command: &mut Command, folder: &Path) {
    let root = folder.metadata().expect("a new folder").uid() == 0;
    if root {
        let (user, group) = ["postgres", "nobody"]
            .into_iter()
            .find_map(ids_of)
            .expect("an unprivileged user in /etc/passwd");
        chown(folder, Some(user), Some(group)).expect("root gives the folder away");
        command.uid(user).gid(group);
    }
}

fn ids_of(name: &str) -> Option<(u32, u32)> {
    let users = std::fs::read_to_string("/etc/passwd").ok()?;
    users.lines().find_map(|line| {
        let mut fields = line.split(':');
        if fields.next()? != name {
            return None;
        }
        Some((fields.nth(1)?.parse().ok()?, fields.next()?.parse().ok()?))
    })
}

fn wait_until_it_answers(url: &str, log: &Path) {
    let asked = Instant::now();
    while let Err(error) = PgConnection::establish(url) {
        if asked.elapsed() > Duration::from_secs(30) {
            let log = std::fs::read_to_string(log).unwrap_or_default();
            panic!("PostgreSQL does not start: {error}\n{log}");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}
