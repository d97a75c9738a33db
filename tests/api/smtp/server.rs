//! A mail server: the protocol by a library of its own, with TLS and without.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use mailin::response::{AUTH_OK, OK};
use mailin::{Action, AuthMechanism, Handler, Response, SessionBuilder};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpSocket, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use crate::tls;

/// When TLS begins.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    Never,
    Asked,
    AtOnce,
}

/// What it does with a mail.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    Takes,
    /// Says 451 to so many, and then takes them.
    Busy(u32),
    /// Greets, and never says anything again.
    Hangs,
    /// Takes a third of a second for each letter.
    Slow,
    /// Takes a letter, and does not say so.
    Swallows,
}

/// What it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub to: String,
    pub text: String,
}

#[derive(Default)]
struct Seen {
    letters: Vec<Letter>,
    /// Each line of a client, with whether TLS hid it.
    lines: Vec<(bool, String)>,
    passwords: Vec<(String, String)>,
    connections: usize,
}

/// The authority of a clinic, which vouches for its mail server.
pub struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    pub fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        Self(CertifiedIssuer::self_signed(params, key).unwrap())
    }

    /// Its certificate, as a file holds it.
    pub fn pem(&self) -> String {
        self.0.pem()
    }

    fn acceptor(&self, host: &str) -> TlsAcceptor {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new(vec![host.to_owned()]).unwrap();
        let certificate = params.signed_by(&key, &self.0).unwrap();
        tls::with(certificate.der().clone(), key.serialize_der())
    }
}

/// It runs until it is dropped.
pub struct Post {
    address: SocketAddr,
    mood: Arc<Mutex<Mood>>,
    seen: Arc<Mutex<Seen>>,
    task: JoinHandle<()>,
}

impl Drop for Post {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// An address at which nobody answers until a server opens there. It is held all the time: a port that is only known
/// to be free is taken by the next connection of another test.
pub struct Closed(TcpSocket);

impl Closed {
    pub fn new() -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
        Self(socket)
    }

    pub fn port(&self) -> u16 {
        self.0.local_addr().unwrap().port()
    }

    /// Without TLS.
    pub fn opens(self, mood: Mood) -> Post {
        Post::open(self, Tls::Never, mood, None)
    }
}

impl Post {
    /// Without TLS.
    pub fn new(mood: Mood) -> Self {
        Closed::new().opens(mood)
    }

    /// With a certificate for `host`.
    pub fn protected(tls: Tls, authority: &Authority, host: &str) -> Self {
        let acceptor = authority.acceptor(host);
        Self::open(Closed::new(), tls, Mood::Takes, Some(acceptor))
    }

    fn open(at: Closed, tls: Tls, mood: Mood, acceptor: Option<TlsAcceptor>) -> Self {
        let listener = at.0.listen(64).unwrap();
        let address = listener.local_addr().unwrap();
        let seen = Arc::<Mutex<Seen>>::default();
        let mood = Arc::new(Mutex::new(mood));
        let (kept, shared) = (Arc::clone(&mood), Arc::clone(&seen));
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                lock(&shared).connections += 1;
                let desk = Desk {
                    tls,
                    mood: Arc::clone(&mood),
                    seen: Arc::clone(&shared),
                    acceptor: acceptor.clone(),
                };
                tokio::spawn(async move { drop(desk.serve(stream).await) });
            }
        });
        Self {
            address,
            mood: kept,
            seen,
            task,
        }
    }

    /// From now on; what hangs already goes on hanging.
    pub fn turns(&self, mood: Mood) {
        *lock(&self.mood) = mood;
    }

    pub fn port(&self) -> u16 {
        self.address.port()
    }

    pub fn letters(&self) -> Vec<Letter> {
        lock(&self.seen).letters.clone()
    }

    pub fn passwords(&self) -> Vec<(String, String)> {
        lock(&self.seen).passwords.clone()
    }

    pub fn connections(&self) -> usize {
        lock(&self.seen).connections
    }

    /// What anybody on the way could read.
    pub fn in_the_clear(&self) -> Vec<String> {
        let seen = lock(&self.seen);
        let lines = seen.lines.iter().filter(|(hidden, _)| !hidden);
        lines.map(|(_, line)| line.clone()).collect()
    }

    /// Waits for so many letters.
    pub async fn has(&self, letters: usize) -> Vec<Letter> {
        let asked = Instant::now();
        while self.letters().len() < letters {
            assert!(asked.elapsed().as_secs() < 40, "{:?}", self.letters());
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        self.letters()
    }

    /// Waits until somebody came so many times.
    pub async fn was_asked(&self, times: usize) {
        let asked = Instant::now();
        while self.connections() < times {
            assert!(asked.elapsed().as_secs() < 40, "nobody comes");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

fn lock<T>(what: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Where one client is served.
struct Desk {
    tls: Tls,
    mood: Arc<Mutex<Mood>>,
    seen: Arc<Mutex<Seen>>,
    acceptor: Option<TlsAcceptor>,
}

type Session = mailin::Session<Clerk>;

impl Desk {
    async fn serve(&self, stream: TcpStream) -> std::io::Result<()> {
        let mut builder = SessionBuilder::new("post.example.org");
        if self.tls != Tls::Never {
            builder.enable_auth(AuthMechanism::Plain);
        }
        if self.tls == Tls::Asked {
            builder.enable_start_tls();
        }
        let clerk = Clerk {
            mood: Arc::clone(&self.mood),
            seen: Arc::clone(&self.seen),
            to: String::new(),
            text: Vec::new(),
        };
        let remote = stream.peer_addr()?.ip();
        let mut session = builder.build(remote, clerk);
        if self.tls == Tls::AtOnce {
            let acceptor = self.acceptor.as_ref().expect("a certificate");
            let stream = acceptor.accept(stream).await?;
            session.tls_active();
            self.talk(BufReader::new(stream), &mut session, (true, true))
                .await?;
            return Ok(());
        }
        let plain = self
            .talk(BufReader::new(stream), &mut session, (true, false))
            .await?;
        if let Some((plain, acceptor)) = plain.zip(self.acceptor.as_ref()) {
            let stream = acceptor.accept(plain.into_inner()).await?;
            session.tls_active();
            self.talk(BufReader::new(stream), &mut session, (false, true))
                .await?;
        }
        Ok(())
    }

    /// Answers line after line; gives the stream back when the client asks for TLS.
    async fn talk<S: AsyncRead + AsyncWrite + Unpin>(
        &self,
        mut stream: BufReader<S>,
        session: &mut Session,
        (greets, hidden): (bool, bool),
    ) -> std::io::Result<Option<BufReader<S>>> {
        if greets {
            say(&mut stream, &session.greeting()).await?;
        }
        if *lock(&self.mood) == Mood::Hangs {
            std::future::pending::<()>().await;
        }
        let mut line = Vec::new();
        while stream.read_until(b'\n', &mut line).await? > 0 {
            let text = String::from_utf8_lossy(&line).trim_end().to_owned();
            lock(&self.seen).lines.push((hidden, text));
            let known = lock(&self.seen).letters.len();
            let response = session.process(&line);
            line.clear();
            if *lock(&self.mood) == Mood::Slow && lock(&self.seen).letters.len() > known {
                tokio::time::sleep(Duration::from_millis(300)).await;
            }
            if *lock(&self.mood) == Mood::Swallows && !lock(&self.seen).letters.is_empty() {
                std::future::pending::<()>().await;
            }
            match response.action {
                Action::NoReply => {}
                Action::Reply => say(&mut stream, &response).await?,
                Action::Close => {
                    say(&mut stream, &response).await?;
                    break;
                }
                Action::UpgradeTls => {
                    say(&mut stream, &response).await?;
                    return Ok(Some(stream));
                }
            }
        }
        Ok(None)
    }
}

async fn say<S: AsyncWrite + Unpin>(stream: &mut S, response: &Response) -> std::io::Result<()> {
    stream.write_all(&response.buffer()?).await?;
    stream.flush().await
}

/// Who takes the mail.
struct Clerk {
    mood: Arc<Mutex<Mood>>,
    seen: Arc<Mutex<Seen>>,
    to: String,
    text: Vec<u8>,
}

impl Handler for Clerk {
    fn rcpt(&mut self, to: &str) -> Response {
        to.clone_into(&mut self.to);
        OK
    }

    fn data(&mut self, part: &[u8]) -> std::io::Result<()> {
        self.text.extend_from_slice(part);
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        let text = std::mem::take(&mut self.text);
        let mut mood = lock(&self.mood);
        if let Mood::Busy(times @ 1..) = *mood {
            *mood = Mood::Busy(times - 1);
            return Response::custom(451, "Come back later".to_owned());
        }
        lock(&self.seen).letters.push(Letter {
            to: self.to.clone(),
            text: String::from_utf8_lossy(&text).into_owned(),
        });
        OK
    }

    fn auth_plain(&mut self, _: &str, user: &str, password: &str) -> Response {
        let said = (user.to_owned(), password.to_owned());
        lock(&self.seen).passwords.push(said);
        AUTH_OK
    }
}
