//! What people see first: a filled diary, and a guide to it.

use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::app::Database::Sqlite;
use crate::home::{Home, said_by};

/// A demo that runs, and what it printed up to the last line of its guide.
struct Demo {
    program: Child,
    /// Kept open, since the program may say more.
    _printed: BufReader<ChildStdout>,
    guide: String,
}

impl Demo {
    fn start(home: &Home) -> Self {
        let mut program = home
            .program()
            .args(["demo", &folder(home)])
            .env("ALSFRS_LISTEN", "127.0.0.1:0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut printed = BufReader::new(program.stdout.take().unwrap());
        let mut guide = String::new();
        while !guide.contains("begin anew") {
            assert_ne!(printed.read_line(&mut guide).unwrap(), 0, "{guide}");
        }
        Self {
            program,
            _printed: printed,
            guide,
        }
    }

    /// What a shell prints to whom pastes the guide: its commands are what is neither prose nor a list.
    fn pasted(&self) -> String {
        let begin = self.guide.find("# Paste this first").unwrap();
        let end = self.guide.find("Stop with Ctrl-C").unwrap();
        let mut shell = Command::new("sh");
        let (code, said) = said_by(shell.args(["-c", &self.guide[begin..end]]));
        assert_eq!(code, Some(0), "{said}");
        said
    }

    fn end(mut self) {
        self.program.kill().unwrap();
        self.program.wait().unwrap();
        let mut progress = String::new();
        let mut errors = self.program.stderr.unwrap();
        errors.read_to_string(&mut progress).unwrap();
        assert_eq!(progress, "", "there is no terminal");
    }
}

fn folder(home: &Home) -> String {
    format!("--folder={}", home.folder().join("demo").display())
}

#[test]
fn what_the_demo_prints_works_as_pasted_and_a_week_later_too() {
    if Command::new("curl").arg("--version").output().is_err() {
        assert!(std::env::var_os("CI").is_none(), "no curl");
        eprintln!("NOT TESTED: there is no curl, so nothing of the guide is pasted");
        return;
    }
    let home = Home::empty(Sqlite).unwrap();

    let demo = Demo::start(&home);
    let said = demo.pasted();

    assert!(demo.guide.lines().count() < 60, "{}", demo.guide);
    // Links go where it listens, though that is not the usual port.
    let (_, rest) = demo.guide.split_once("The demo is ready: ").unwrap();
    let (base, _) = rest.split_once(' ').unwrap();
    let (_, metadata) =
        said_by(Command::new("curl").args(["-s", &format!("{base}/fhir/metadata")]));
    assert!(metadata.contains(&format!("{base}/fhir\"")), "{metadata}");
    let mut lines = said.lines();
    let trend: Vec<_> = lines
        .by_ref()
        .take_while(|line| !line.contains("status"))
        .collect();
    assert!(trend.len() > 3, "{said}");
    assert!(
        trend.iter().all(|line| line.starts_with("\"text\":\"")),
        "{said}"
    );
    assert!(said.contains("summary_only"), "{said}");
    assert!(said.contains("\n201\n200\n404\n"), "{said}");
    assert!(said.contains("opened your trend"), "{said}");
    demo.end();

    home.clock.turn(chrono::TimeDelta::days(7));
    let demo = Demo::start(&home);
    let again = demo.pasted();

    // Bob has lost his access; the next week is free again.
    assert!(again.contains("\n201\n404\n404\n"), "{again}");
    demo.end();
}

#[test]
fn what_others_wrote_into_a_folder_is_not_taken_for_the_demos() {
    let home = Home::empty(Sqlite).unwrap();
    let demo = home.folder().join("demo");
    let (database, mail) = (demo.join("diary.sqlite"), demo.join("mail/letter.eml"));
    std::fs::create_dir_all(demo.join("mail")).unwrap();
    let run = || {
        let mut program = home.program();
        program.args(["demo", &folder(&home), "--listen=127.0.0.1:0"]);
        said_by(&mut program)
    };

    std::fs::write(&mail, "a letter").unwrap();
    let (code, said) = run();
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("not the demo's"), "{said}");
    std::fs::write(&database, "years of a diary").unwrap();
    let (code, said) = run();
    assert_eq!(code, Some(1), "{said}");
    // One that is being filled is not taken away from who fills it.
    std::fs::write(demo.join("demo.begun"), "").unwrap();
    let lock = std::fs::File::create(demo.join("diary.sqlite.lock")).unwrap();
    lock.lock().unwrap();
    let (code, said) = run();
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("another process"), "{said}");

    assert_eq!(std::fs::read(&database).unwrap(), b"years of a diary");
    assert_eq!(std::fs::read(&mail).unwrap(), b"a letter");
}

#[test]
fn an_address_that_is_taken_is_said_before_anything_is_filled() {
    let home = Home::empty(Sqlite).unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();

    let mut demo = home.program();
    let (code, said) = said_by(
        demo.args(["demo", &folder(&home)])
            .env("ALSFRS_LISTEN", &address),
    );

    assert_ne!(code, Some(0));
    assert!(said.contains(&address), "{said}");
    assert!(!home.folder().join("demo").join("diary.sqlite").exists());
}
