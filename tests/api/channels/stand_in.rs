//! A push service, and the browsers that it reaches.

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use alsfrs_diary::platform::config::Settings;
use aws_lc_rs::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::agreement::{ECDH_P256, PrivateKey, UnparsedPublicKey, agree};
use aws_lc_rs::hkdf::{HKDF_SHA256, KeyType, Salt};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::{scratch, tls};

/// What it was sent.
#[derive(Clone, Debug)]
pub struct Sent {
    pub path: String,
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

#[derive(Default)]
struct Desk {
    sent: Vec<Sent>,
    /// What it says next, the status and more headers; `None` is nothing at all. After these, 201.
    answers: VecDeque<Option<String>>,
}

/// A server with a certificate that it has signed itself. It runs until it is dropped.
pub struct PushService {
    desk: Arc<Mutex<Desk>>,
    port: u16,
    certificate: PathBuf,
    _folder: TempDir,
    task: JoinHandle<()>,
}

impl Drop for PushService {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn lock(desk: &Mutex<Desk>) -> std::sync::MutexGuard<'_, Desk> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}

impl PushService {
    pub async fn here() -> Self {
        let (tls, pem) = tls::here();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let folder = scratch::folder();
        let certificate = folder.path().join("ca.pem");
        std::fs::write(&certificate, pem).unwrap();
        let desk = Arc::<Mutex<Desk>>::default();
        let shared = Arc::clone(&desk);
        let task = tokio::spawn(async move {
            while let Ok((wire, _)) = listener.accept().await {
                let (tls, desk) = (tls.clone(), Arc::clone(&shared));
                tokio::spawn(async move {
                    if let Ok(wire) = tls.accept(wire).await {
                        drop(serve(wire, &desk).await);
                    }
                });
            }
        });
        Self {
            desk,
            port,
            certificate,
            _folder: folder,
            task,
        }
    }

    /// Has a server reach it, and look often whether there is something to send.
    pub fn set(&self, settings: &mut Settings) {
        settings.push.push_services = vec!["localhost".to_owned()];
        settings.push.push_ca_file = Some(self.certificate.clone());
        settings.rehearsal.test_fetch_here = true;
        settings.rehearsal.test_look_again = Some(50);
    }

    pub fn url(&self, path: &str) -> String {
        format!("https://localhost:{}{path}", self.port)
    }

    /// Says this next, and after that nothing but 201.
    pub fn says(&self, answers: &[&str]) {
        let answers = answers.iter().map(|answer| Some((*answer).to_owned()));
        lock(&self.desk).answers.extend(answers);
    }

    /// Says nothing to the next.
    pub fn hangs(&self) {
        lock(&self.desk).answers.push_back(None);
    }

    pub fn sent(&self) -> Vec<Sent> {
        lock(&self.desk).sent.clone()
    }

    /// Waits until it was sent so many.
    pub async fn has(&self, number: usize) -> Vec<Sent> {
        let asked = Instant::now();
        while self.sent().len() < number {
            assert!(asked.elapsed().as_secs() < 40, "{} came", self.sent().len());
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        self.sent()
    }
}

async fn serve(
    mut wire: tokio_rustls::server::TlsStream<tokio::net::TcpStream>,
    desk: &Mutex<Desk>,
) -> std::io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(wire.read_u8().await?);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut lines = head.lines();
    let path = lines.next().and_then(|line| line.split(' ').nth(1));
    let path = path.unwrap_or_default().to_owned();
    let headers: BTreeMap<String, String> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let length = headers.get("content-length").map_or("0", String::as_str);
    let mut body = vec![0; length.parse().unwrap()];
    wire.read_exact(&mut body).await?;
    let answer = {
        let mut desk = lock(desk);
        desk.sent.push(Sent {
            path,
            headers,
            body,
        });
        let next = desk.answers.pop_front();
        next.unwrap_or_else(|| Some("201 Created".to_owned()))
    };
    let Some(answer) = answer else {
        // Until the client hangs up.
        drop(wire.read_u8().await);
        return Ok(());
    };
    let (head, said) = answer.split_once("\n\n").unwrap_or((&answer, ""));
    let head = head.replace('\n', "\r\n");
    let length = said.len();
    let answer = format!("HTTP/1.1 {head}\r\ncontent-length: {length}\r\n\r\n{said}");
    wire.write_all(answer.as_bytes()).await?;
    wire.shutdown().await
}

/// A browser that has subscribed.
pub struct Browser {
    private: PrivateKey,
    public: Vec<u8>,
    pub auth: [u8; 16],
    pub endpoint: String,
}

struct Length(usize);

impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

fn derived<const N: usize>(salt: &[u8], secret: &[u8], info: &[u8]) -> [u8; N] {
    let mut out = [0; N];
    let extracted = Salt::new(HKDF_SHA256, salt).extract(secret);
    let parts = [info];
    let expanded = extracted.expand(&parts, Length(N)).unwrap();
    expanded.fill(&mut out).unwrap();
    out
}

impl Browser {
    /// At this address of a push service.
    pub fn at(endpoint: String) -> Self {
        let private = PrivateKey::generate(&ECDH_P256).unwrap();
        let public = private.compute_public_key().unwrap().as_ref().to_vec();
        let mut auth = [0; 16];
        aws_lc_rs::rand::fill(&mut auth).unwrap();
        Self {
            private,
            public,
            auth,
            endpoint,
        }
    }

    /// What it sends to have its person told.
    pub fn body(&self) -> Value {
        json!({"endpoint": self.endpoint, "keys": {
            "p256dh": URL_SAFE_NO_PAD.encode(&self.public),
            "auth": URL_SAFE_NO_PAD.encode(self.auth),
        }})
    }

    /// What it makes of a push: RFC 8291 as the other side has it, written down for itself.
    pub fn open(&self, body: &[u8]) -> Value {
        let (salt, rest) = body.split_at(16);
        assert_eq!(rest[..4], 4096_u32.to_be_bytes());
        assert_eq!(rest[4], 65);
        let (sender, sealed) = rest[5..].split_at(65);
        let info = [b"WebPush: info\0", self.public.as_slice(), sender].concat();
        let peer = UnparsedPublicKey::new(&ECDH_P256, sender);
        let shared = agree(&self.private, peer, (), |secret| {
            Ok::<_, ()>(secret.to_vec())
        });
        let secret: [u8; 32] = derived(&self.auth, &shared.unwrap(), &info);
        let key: [u8; 16] = derived(salt, &secret, b"Content-Encoding: aes128gcm\0");
        let nonce: [u8; 12] = derived(salt, &secret, b"Content-Encoding: nonce\0");
        let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key).unwrap());
        let mut inside = sealed.to_vec();
        let nonce = Nonce::assume_unique_for_key(nonce);
        let plain = key.open_in_place(nonce, Aad::empty(), &mut inside).unwrap();
        let end = plain.iter().rposition(|byte| *byte != 0).unwrap();
        assert_eq!(plain[end], 2, "the last record");
        serde_json::from_slice(&plain[..end]).unwrap()
    }
}

/// What a browser sends whose push service is one of those that are usually asked.
pub fn a_browser(name: &str) -> Value {
    let endpoint = format!("https://fcm.googleapis.com/fcm/send/{name}");
    Browser::at(endpoint).body()
}
