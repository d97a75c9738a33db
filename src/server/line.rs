//! One connection, which is given up when nothing has gone out on it for too long.
//!
//! actix limits the first head, the idle time and the way out of a connection. What it waits for without
//! end is the rest of a later head, the end of a body that no handler reads, and a client that takes no
//! answer: to all of them the server has nothing to say.

use std::future::Future;
use std::io::{self, ErrorKind::TimedOut};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep};

/// A connection with its patience.
pub(super) struct Line<S> {
    io: S,
    patience: Duration,
    /// When something went out last, or the client first spoke after that.
    since: Instant,
    is_answered: bool,
    alarm: Pin<Box<Sleep>>,
}

impl<S> Line<S> {
    pub(super) fn new(io: S, patience: Duration) -> Self {
        Self {
            io,
            patience,
            since: Instant::now(),
            is_answered: true,
            alarm: Box::pin(sleep(patience)),
        }
    }

    fn refuse_overdue(&mut self, cx: &mut Context<'_>) -> io::Result<()> {
        while self.alarm.as_mut().poll(cx).is_ready() {
            let due = self.since + self.patience;
            if due <= Instant::now() {
                return Err(TimedOut.into());
            }
            self.alarm.as_mut().reset(due);
        }
        Ok(())
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Line<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.refuse_overdue(cx)?;
        let read = Pin::new(&mut self.io).poll_read(cx, buffer);
        if read.is_ready() && std::mem::take(&mut self.is_answered) {
            self.since = Instant::now();
        }
        read
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Line<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.refuse_overdue(cx)?;
        let written = Pin::new(&mut self.io).poll_write(cx, bytes);
        if written.is_ready() {
            self.since = Instant::now();
            self.is_answered = true;
        }
        written
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.refuse_overdue(cx)?;
        Pin::new(&mut self.io).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.refuse_overdue(cx)?;
        Pin::new(&mut self.io).poll_shutdown(cx)
    }
}
