//! An HTTP client that costs next to nothing: it shares the cores with the server it measures.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// One connection that stays open.
pub struct Client {
    stream: TcpStream,
    received: Vec<u8>,
}

/// What came back.
pub struct Reply<'a> {
    pub status: u16,
    pub body: &'a [u8],
}

/// Room for the largest answer, so that it is read in few calls.
const ROOM: usize = 256 * 1024;

impl Client {
    pub async fn connect(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self {
            stream,
            received: Vec::with_capacity(ROOM),
        }
    }

    /// Sends a whole request, and reads its whole answer.
    pub async fn send(&mut self, request: &[u8]) -> Reply<'_> {
        self.stream.write_all(request).await.unwrap();
        self.received.clear();
        let (head, body) = loop {
            self.read_more().await;
            if let Some(lengths) = lengths(&self.received) {
                break lengths;
            }
        };
        while self.received.len() < head + body {
            self.read_more().await;
        }
        let status = self.received.get(9..12).unwrap_or_default();
        Reply {
            status: std::str::from_utf8(status).unwrap().parse().unwrap(),
            body: self.received.split_at(head).1,
        }
    }

    async fn read_more(&mut self) {
        let read = self.stream.read_buf(&mut self.received).await.unwrap();
        assert!(read > 0, "the server closed the connection");
    }
}

/// How long head and body are, once the head is there.
fn lengths(received: &[u8]) -> Option<(usize, usize)> {
    let end = received.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = received.get(..end)?;
    let body = head
        .split(|byte| *byte == b'\n')
        .find_map(|line| strip_name(line, b"content-length: "))
        .and_then(|value| std::str::from_utf8(value).ok())
        .map_or(0, |value| value.trim().parse().unwrap());
    Some((end + 4, body))
}

fn strip_name<'a>(line: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let (begins, value) = line.split_at_checked(name.len())?;
    begins.eq_ignore_ascii_case(name).then_some(value)
}

/// Writes a request into `to`: its line, the token where there is one, and a body of JSON.
pub fn write(to: &mut Vec<u8>, line: &str, token: Option<&str>, body: Option<&str>) {
    for part in [line, " HTTP/1.1\r\nHost: bench\r\n"] {
        to.extend_from_slice(part.as_bytes());
    }
    if let Some(token) = token {
        for part in ["Authorization: Bearer ", token, "\r\n"] {
            to.extend_from_slice(part.as_bytes());
        }
    }
    let body = body.unwrap_or_default();
    if !body.is_empty() {
        let length = body.len();
        let about = format!("Content-Type: application/json\r\nContent-Length: {length}\r\n");
        to.extend_from_slice(about.as_bytes());
    }
    to.extend_from_slice(b"\r\n");
    to.extend_from_slice(body.as_bytes());
}
