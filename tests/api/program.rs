//! The real program, in a process of its own: for what only a process can suffer.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::ops::Deref;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::client::Client;
use crate::home::Home;
use crate::people::{Person, sign_up};
use crate::raw::free_port;

/// `alsfrs-diary serve`, and what it says.
pub struct Program {
    process: Child,
    address: SocketAddr,
    said: Arc<Mutex<String>>,
    home: Arc<Home>,
}

/// How long it may take to start, or to end.
const PATIENCE: Duration = Duration::from_secs(40);

impl Program {
    /// Serves what is in `home`, with `flags` before the usual ones.
    pub fn serve(home: &Arc<Home>, flags: &[&str]) -> Self {
        let mut process = start(home, flags, Stdio::piped(), Stdio::piped());
        let said = Arc::default();
        listen_to(process.stdout.take().expect("a pipe"), &said);
        listen_to(process.stderr.take().expect("a pipe"), &said);
        let address = wait_for(&said);
        Self {
            process,
            address,
            said,
            home: Arc::clone(home),
        }
    }

    /// The same, but nothing is known of what it says: the two streams lead elsewhere.
    pub async fn unheard(home: &Arc<Home>, out: Stdio, err: Stdio) -> Self {
        let address = SocketAddr::from(([127, 0, 0, 1], free_port()));
        let program = Self {
            process: start(home, &[&format!("--listen={address}")], out, err),
            address,
            said: Arc::default(),
            home: Arc::clone(home),
        };
        let asked = Instant::now();
        while tokio::net::TcpStream::connect(address).await.is_err() {
            assert!(asked.elapsed() < PATIENCE, "it does not start");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        program
    }

    /// What the process has not been able to write stays in the pipe that this end keeps open.
    pub fn unread(&mut self) -> impl Read + use<> {
        self.process.stdout.take().expect("a pipe")
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn nobody(&self) -> Client {
        Client::of(self.address)
    }

    pub async fn patient(&self, name: &str) -> Person {
        sign_up(&self.nobody(), self.mail(), name, "patient").await
    }

    /// All that it has written to standard output and standard error.
    pub fn said(&self) -> String {
        let said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        said.clone()
    }

    /// `kill -9`: it does not get to do anything any more.
    pub fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// `kill -TERM`: it is asked to stop.
    pub fn terminate(&self) {
        self.signal("-TERM");
    }

    pub fn signal(&self, signal: &str) {
        let id = self.process.id().to_string();
        let sent = Command::new("kill").args([signal, &id]).status();
        assert!(sent.unwrap().success());
    }

    /// How it ended, once it has.
    pub async fn ended(&mut self) -> ExitStatus {
        let asked = Instant::now();
        loop {
            if let Some(status) = self.process.try_wait().unwrap() {
                return status;
            }
            assert!(asked.elapsed() < PATIENCE, "it does not end");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

impl Deref for Program {
    type Target = Home;

    fn deref(&self) -> &Home {
        &self.home
    }
}

fn start(home: &Home, flags: &[&str], out: Stdio, err: Stdio) -> Child {
    home.program()
        .arg("serve")
        .args(home.flags_but(flags))
        .args(flags)
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(err)
        .spawn()
        .expect("the program starts")
}

/// No test leaves it behind.
impl Drop for Program {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// Writes down what comes out of `pipe`.
fn listen_to(pipe: impl Read + Send + 'static, said: &Arc<Mutex<String>>) {
    let said = Arc::clone(said);
    std::thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
            said.push_str(&line);
            said.push('\n');
        }
    });
}

/// Waits until it says where it serves.
fn wait_for(said: &Mutex<String>) -> SocketAddr {
    let asked = Instant::now();
    loop {
        let so_far = said.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(address) = so_far.lines().find_map(address_in) {
            return address;
        }
        assert!(asked.elapsed() < PATIENCE, "it does not start:\n{so_far}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn address_in(line: &str) -> Option<SocketAddr> {
    let line: Value = serde_json::from_str(line).ok()?;
    line["address"].as_str()?.parse().ok()
}
