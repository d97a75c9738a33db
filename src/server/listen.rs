//! Where requests come in: the listeners, and the patience with clients.

use std::fmt::Debug;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use actix_http::error::DispatchError;
use actix_http::{HttpService, Request};
use actix_service::{
    IntoServiceFactory, ServiceFactory, ServiceFactoryExt, fn_service, map_config,
};
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{AppConfig, Server, ServiceResponse};
use rustix::net::sockopt;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;

use super::ServeError;
use super::line::Line;
use crate::platform::config::Rehearsal;
use crate::platform::http::incoming::WHOLE_BODY;

/// A client that speaks TLS has agreed on it by then.
const HANDSHAKE: Duration = Duration::from_secs(3);

/// A head must have arrived by then.
const HEAD: Duration = Duration::from_secs(5);

/// A request that has arrived is answered by then.
const ANSWER: Duration = Duration::from_secs(10);

/// An idle connection is kept for this long.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// What a client sends on after it was answered is read for this long.
const FAREWELL: Duration = Duration::from_secs(1);

/// What was sent and is not taken is given up by the system then.
const UNREAD: Duration = Duration::from_secs(30);

/// What the system keeps for one client that reads slowly.
const UNREAD_BYTES: usize = 64 * 1024;

/// Accepted requests have this long to finish once the process is asked to stop.
const DRAIN_SECONDS: u64 = 25;

/// Connections one worker holds open; more wait to be accepted.
const CONNECTIONS: usize = 10_000;

/// Listens on `address`. What is set here holds for each connection that is accepted.
pub(super) fn on(address: SocketAddr, rehearsal: Rehearsal) -> Result<TcpListener, ServeError> {
    let unread = rehearsal.patience(UNREAD).as_millis();
    let unread = u32::try_from(unread).unwrap_or(u32::MAX);
    TcpListener::bind(address)
        .and_then(|listener| {
            #[cfg(target_os = "linux")]
            sockopt::set_tcp_user_timeout(&listener, unread)?;
            sockopt::set_socket_send_buffer_size(&listener, UNREAD_BYTES)?;
            Ok(listener)
        })
        .map_err(|error| ServeError::Listen(address, error))
}

/// What HTTP is spoken over: TCP, or TLS over it.
trait Wire: AsyncRead + AsyncWrite + Unpin {}

impl<S: AsyncRead + AsyncWrite + Unpin> Wire for S {}

/// So many threads of a worker hash passwords, make answers small and read files while all connections are waited for.
const BESIDE_THE_DATABASE: usize = 4;

/// The threads that answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Threads {
    workers: usize,
    /// Those that each worker has for what waits or takes long. One is begun also where another is about to be free:
    /// without a bound there are soon ten times as many as work, each with memory of its own.
    waiting: usize,
}

impl Threads {
    /// So many workers, which share so many connections to the database.
    pub(super) fn of(workers: usize, connections: u32) -> Self {
        let connections = usize::try_from(connections).unwrap_or(usize::MAX);
        Self {
            workers,
            waiting: connections.saturating_add(BESIDE_THE_DATABASE),
        }
    }
}

/// Answers what comes in at `listener`, by TLS where there is one, with what `app` makes for each worker.
pub(super) fn answer<F, A, S, B>(
    listener: TcpListener,
    threads: Threads,
    rehearsal: Rehearsal,
    tls: Option<ServerConfig>,
    app: F,
) -> io::Result<Server>
where
    F: Fn() -> A + Send + Clone + 'static,
    A: IntoServiceFactory<S, Request>,
    S: ServiceFactory<Request, Config = AppConfig, Response = ServiceResponse<B>, Error = Error>
        + 'static,
    S::InitError: Debug,
    B: MessageBody + 'static,
{
    let tls = tls.map(|tls| TlsAcceptor::from(Arc::new(tls)));
    let handshake = rehearsal.patience(HANDSHAKE);
    let head = rehearsal.patience(HEAD);
    let silence = head + rehearsal.patience(WHOLE_BODY) + rehearsal.patience(ANSWER);
    let server = Server::build()
        .workers(threads.workers)
        .worker_max_blocking_threads(threads.waiting)
        .max_concurrent_connections(CONNECTIONS)
        .shutdown_timeout(DRAIN_SECONDS)
        .disable_signals();
    let stopping = server.graceful_shutdown_signal();
    let server = server.listen("requests", listener, move || {
        let stopping = stopping.clone();
        let app = app().into_factory().map_err(|error| error.error_response());
        let http = HttpService::build()
            .keep_alive(KEEP_ALIVE)
            .client_request_timeout(head)
            .client_disconnect_timeout(FAREWELL)
            .graceful_shutdown_signal(move || {
                let stopping = stopping.clone();
                async move { stopping.notified().await }
            })
            .h1(map_config(app, |()| AppConfig::default()));
        let tls = tls.clone();
        fn_service(move |io: TcpStream| {
            let (tls, peer) = (tls.clone(), io.peer_addr().ok());
            async move {
                let wire: Box<dyn Wire> = match tls {
                    None => Box::new(io),
                    Some(tls) => Box::new(timeout(handshake, tls.accept(io)).await??),
                };
                Ok((Line::new(wire, silence), peer))
            }
        })
        .map_err(DispatchError::Io)
        .and_then(http)
    })?;
    Ok(server.run())
}
