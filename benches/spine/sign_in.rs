//! Signing in, beside the reference implementation of argon2.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::client::Client;
use crate::people::{self, PASSWORD};
use crate::report::{Reach, Report, millis, say};
use crate::server::Server;

/// How often each is done; the median counts.
const TIMES: usize = 30;

/// One connection signs in again and again, the command in between, so that both see the same
/// machine.
pub async fn measure(name: &str, server: &Server, email: &str, report: &mut Report) {
    let mut client = Client::connect(server.address).await;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        let began = Instant::now();
        people::sign_in(&mut client, email).await;
        ours.push(began.elapsed());
        theirs.extend(reference());
    }
    let ours = median(&mut ours);
    if theirs.is_empty() {
        say("no argon2 command on this machine (Debian: argon2): sign-in has no limit beside it");
        return;
    }
    let theirs = median(&mut theirs);
    report.add(
        (&format!("{name}: sign-in"), 1),
        (format!("p50 {:.1} ms", millis(ours)), millis(ours)),
        (
            &format!("{:.1} ms argon2 command (C)", millis(theirs)),
            millis(theirs),
        ),
        Reach::AtMost(1.15),
    );
}

/// How long the command takes with our parameters (`src/accounts/hashing.rs`), where there is one.
fn reference() -> Option<Duration> {
    let began = Instant::now();
    let mut command = Command::new("argon2")
        .args(["somesaltsomesalt", "-id", "-t", "2", "-k", "19456"])
        .args(["-p", "1", "-l", "32", "-r"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .ok()?;
    let mut input = command.stdin.take()?;
    input.write_all(PASSWORD.as_bytes()).ok()?;
    drop(input);
    command.wait().ok()?.success().then(|| began.elapsed())
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
