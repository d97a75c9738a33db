//! The real server, as a process of its own.

use std::fs::File;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::client::{self, Client};

/// A server that runs until it is stopped.
pub struct Server {
    process: Child,
    pub address: SocketAddr,
    /// From the command to the first time it was ready.
    pub started_in: Duration,
}

/// A server that is not ready by then has failed.
const PATIENCE: Duration = Duration::from_secs(60);

impl Server {
    /// Starts it on `database`, with its keys, mail and log in `folder`.
    pub async fn start(folder: &Path, database: &str) -> Self {
        let log = folder.join("log");
        let began = Instant::now();
        let process = Command::new(env!("CARGO_BIN_EXE_alsfrs-diary"))
            .args(["serve", "--listen=127.0.0.1:0", "--metrics-listen=off"])
            // Everybody comes from one address, and asks as fast as they can.
            .args(["--limit-sign-up=off", "--limit-sign-in=off"])
            .args(["--limit-invitations=off", "--limit-invited=off"])
            .args(["--limit-network-mail=off", "--limit-all-mail=off"])
            .arg("--limit-caused-mail=off")
            .arg("--limit-requests=1000000/s")
            .arg(format!("--data-dir={}", folder.display()))
            .arg(format!("--database-url={database}"))
            .stdout(File::create(&log).unwrap())
            .spawn()
            .unwrap();
        let address = loop {
            assert!(began.elapsed() < PATIENCE, "the server does not start");
            if let Some(address) = address_in(&std::fs::read_to_string(&log).unwrap()) {
                break address;
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        };
        let mut request = Vec::new();
        client::write(&mut request, "GET /readyz", None, None);
        let mut client = Client::connect(address).await;
        assert_eq!(client.send(&request).await.status, 200);
        Self {
            process,
            address,
            started_in: began.elapsed(),
        }
    }

    /// Memory in MiB that is resident now (`VmRSS`), or was at the most (`VmHWM`).
    pub fn memory(&self, kind: &str) -> f64 {
        let path = format!("/proc/{}/status", self.process.id());
        let status = std::fs::read_to_string(path).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix(kind));
        let number = line.unwrap().trim_matches([':', '\t', ' ', 'k', 'B']);
        number.parse::<f64>().unwrap() / 1024.0
    }

    /// Forgets how much memory it had at the most.
    pub fn forget_peak(&self) {
        let path = format!("/proc/{}/clear_refs", self.process.id());
        std::fs::write(path, "5").unwrap();
    }

    /// Processor time it has used, on all cores together.
    pub fn processor_time(&self) -> Duration {
        let path = format!("/proc/{}/stat", self.process.id());
        let stat = std::fs::read_to_string(path).unwrap();
        // After the name in parentheses: the 12th and 13th field, in hundredths of a second.
        let (_, fields) = stat.rsplit_once(") ").unwrap();
        let ticks = fields.split(' ').skip(11).take(2);
        let ticks: u64 = ticks.map(|field| field.parse::<u64>().unwrap()).sum();
        Duration::from_millis(ticks * 10)
    }

    /// Stops it as a machine does that shuts down.
    pub fn stop(mut self) {
        let pid = self.process.id().to_string();
        let told = Command::new("kill").arg(pid).status().unwrap();
        assert!(told.success());
        self.process.wait().unwrap();
    }
}

/// A bench that fails leaves no server behind.
impl Drop for Server {
    fn drop(&mut self) {
        if let Ok(None) = self.process.try_wait() {
            drop(self.process.kill());
            drop(self.process.wait());
        }
    }
}

fn address_in(log: &str) -> Option<SocketAddr> {
    let line = log.lines().find(|line| line.contains(r#""serving""#))?;
    let line: serde_json::Value = serde_json::from_str(line).ok()?;
    line["address"].as_str()?.parse().ok()
}
