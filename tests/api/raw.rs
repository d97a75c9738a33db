//! Bytes on a socket, for what no proper client sends.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};

use crate::app::TestApp;

/// One connection, or one half of it.
pub struct Wire<S = TcpStream>(S);

/// How long a test waits for the server to end a connection.
const PATIENCE: Duration = Duration::from_secs(25);

impl TestApp {
    /// Connects, and sends nothing yet.
    pub async fn connect_wire(&self) -> Wire {
        Wire::to(self.address()).await
    }

    /// Sends `bytes`, and reads until the server ends the connection: ask for that with
    /// `Connection: close`, or break a rule.
    pub async fn raw(&self, bytes: impl AsRef<[u8]>) -> String {
        let mut wire = self.connect_wire().await;
        wire.send(bytes).await;
        wire.read_to_end().await
    }
}

impl Wire {
    /// Connects to any address.
    pub async fn to(address: SocketAddr) -> Self {
        Self(TcpStream::connect(address).await.unwrap())
    }

    /// Both directions, for what goes on at once.
    pub fn split(self) -> (Wire<OwnedReadHalf>, Wire<OwnedWriteHalf>) {
        let (reading, writing) = self.0.into_split();
        (Wire(reading), Wire(writing))
    }

    /// What the listener for metrics tells.
    pub async fn metrics(mut self) -> String {
        self.send("GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            .await;
        self.read_to_end().await
    }
}

impl<S: AsyncWrite + Unpin> Wire<S> {
    /// Sends `bytes`; the server may have gone already.
    pub async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        drop(self.try_send(bytes).await);
    }

    /// Sends `bytes`, if the server is still there.
    pub async fn try_send(&mut self, bytes: impl AsRef<[u8]>) -> std::io::Result<()> {
        self.0.write_all(bytes.as_ref()).await
    }
}

impl<S: AsyncRead + Unpin> Wire<S> {
    /// What the server has said when it ends the connection.
    pub async fn read_to_end(&mut self) -> String {
        let mut answer = Vec::new();
        let read = self.0.read_to_end(&mut answer);
        drop(tokio::time::timeout(PATIENCE, read).await.expect("an end"));
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// How much there was to read, at the most 64 KiB; nothing when the server has ended the connection.
    pub async fn read_some(&mut self) -> Option<usize> {
        let read = self.0.read(&mut vec![0; 0x1_0000]).await;
        read.ok().filter(|read| *read > 0)
    }
}

/// A port for a program that a test starts: each is given out once, and below those that connections are given.
pub fn free_port() -> u16 {
    static GIVEN: AtomicU16 = AtomicU16::new(0);
    loop {
        let next = u32::from(GIVEN.fetch_add(1, Ordering::Relaxed)) + std::process::id() * 97;
        let port = 12_000 + u16::try_from(next % 20_000).unwrap();
        if std::net::TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}
