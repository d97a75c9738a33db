//! Signing in, beside the reference implementation of argon2.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::client::{self, Client};
use crate::people::{self, PASSWORD, Patient};
use crate::report::{Reach, Report, millis, say};
use crate::server::Server;

/// How often each is done; the median counts.
const TIMES: usize = 30;

/// How often somebody is refused in each way.
const REFUSALS: usize = 200;

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

/// Nobody learns from the time taken whether there is an account (R6): wrong passwords of `patients`
/// and of nobody in turn.
pub async fn refusals(name: &str, server: &Server, patients: &[Patient], report: &mut Report) {
    let mut client = Client::connect(server.address).await;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for time in 0..REFUSALS {
        let theirs = &patients[time % patients.len()].email;
        known.push(refused(&mut client, theirs).await);
        unknown.push(refused(&mut client, &format!("nobody{time}@example.org")).await);
    }
    let (known, unknown) = (median(&mut known), median(&mut unknown));
    report.add(
        (&format!("{name}: sign-in of nobody, refused"), 1),
        (format!("p50 {:.1} ms", millis(unknown)), millis(unknown)),
        (
            &format!("{:.1} ms for a wrong password", millis(known)),
            millis(known),
        ),
        Reach::Within(0.05),
    );
}

async fn refused(client: &mut Client, email: &str) -> Duration {
    let body = format!(r#"{{"email": "{email}", "password": "eight loud crows at dusk"}}"#);
    let mut request = Vec::new();
    client::write(&mut request, "POST /v1/sessions", None, Some(&body));
    let began = Instant::now();
    assert_eq!(client.send(&request).await.status, 401);
    began.elapsed()
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
