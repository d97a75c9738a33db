//! The body of a request on its way in: it has a time to arrive, whether or not a handler reads it.

use std::cell::RefCell;
use std::future::Future;
use std::io::ErrorKind::TimedOut;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::HttpMessage;
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest};
use actix_web::error::PayloadError;
use actix_web::web::Bytes;
use futures_util::{StreamExt, stream};
use tokio::time::Sleep;

/// A body has this long to arrive, however slowly it is typed: it is sent when it is finished.
pub const WHOLE_BODY: Duration = Duration::from_secs(15);

/// The body, shared by what reads it and by the answer.
#[derive(Clone)]
pub(super) struct Incoming(Rc<RefCell<Arriving>>);

struct Arriving {
    payload: Payload,
    deadline: Pin<Box<Sleep>>,
    is_over: bool,
}

impl Incoming {
    /// The body of `request`, which reads it from here from now on.
    pub(super) fn of(request: &mut ServiceRequest, patience: Duration) -> Option<Self> {
        let payload = request.take_payload();
        if matches!(payload, Payload::None) {
            return None;
        }
        let incoming = Self(Rc::new(RefCell::new(Arriving {
            payload,
            deadline: Box::pin(tokio::time::sleep(patience)),
            is_over: false,
        })));
        let shared = incoming.clone();
        let read = stream::poll_fn(move |cx| shared.0.borrow_mut().next(cx));
        request.set_payload(Payload::Stream {
            payload: Box::pin(read),
        });
        Some(incoming)
    }

    fn is_over(&self) -> bool {
        self.0.borrow().is_over
    }
}

impl Arriving {
    fn next(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, PayloadError>>> {
        let late = self.deadline.as_mut().poll(cx).is_ready();
        let next = if late {
            Poll::Ready(Some(Err(PayloadError::Io(TimedOut.into()))))
        } else {
            self.payload.poll_next_unpin(cx)
        };
        self.is_over = matches!(next, Poll::Ready(None));
        next
    }
}

/// An answer that keeps what has not arrived of its request. actix reads a chunked body that was let go of
/// to its end, however long that takes; with one that is still held it closes the connection.
pub struct Answer {
    body: BoxBody,
    unread: Option<Incoming>,
}

impl Answer {
    pub(super) fn new(body: BoxBody, asked: Option<Incoming>) -> Self {
        Self {
            body,
            unread: asked.filter(|incoming| !incoming.is_over()),
        }
    }
}

impl MessageBody for Answer {
    type Error = <BoxBody as MessageBody>::Error;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.body).poll_next(cx)
    }

    fn try_into_bytes(self) -> Result<Bytes, Self> {
        match self.unread {
            None => self
                .body
                .try_into_bytes()
                .map_err(|body| Self { body, unread: None }),
            Some(_) => Err(self),
        }
    }
}
