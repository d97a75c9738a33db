//! Extractors that refuse with a problem: `Json`, `Path`, `Query`.

use std::future::{Ready, ready};
use std::io::ErrorKind;
use std::marker::PhantomData;

use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use actix_web::{FromRequest, HttpRequest};
use futures_util::StreamExt;
use futures_util::future::LocalBoxFuture;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use super::json::{self, Submission};
use super::problem::{EdgeRefusal, Form, HttpError};
use super::query;
use crate::platform::db::Day;
use crate::platform::ids::{
    AccountId, AlertId, ExportId, FlagId, GuestLinkId, InvitationId, PasskeyId, PatientId,
    RecordId, SessionId, SiteId, SubscriptionId,
};

/// What is read from a JSON body.
pub trait FromJson: Sized {
    /// Reads it.
    fn from_json(bytes: &[u8]) -> Result<Submission<Self>, HttpError>;
}

impl<T: DeserializeOwned> FromJson for T {
    fn from_json(bytes: &[u8]) -> Result<Submission<Self>, HttpError> {
        json::read(bytes)
    }
}

/// A JSON body of at most `KIB` KiB.
#[derive(Debug)]
pub struct Json<T, const KIB: usize = 64>(pub Submission<T>);

impl<T: FromJson + 'static, const KIB: usize> FromRequest for Json<T, KIB> {
    type Error = HttpError;
    type Future = LocalBoxFuture<'static, Result<Self, HttpError>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if !is_plain_json(request) {
            return Box::pin(ready(Err(EdgeRefusal::UnsupportedMediaType.into())));
        }
        let body = whole::<KIB>(request, payload);
        Box::pin(async { body.await?.read().map(Self) })
    }
}

/// A body of text of another type.
#[derive(Debug)]
pub struct Text<T, const KIB: usize>(pub String, PhantomData<T>);

/// The type of a body of text.
pub trait TextType {
    /// Its name.
    const NAME: &'static str;
}

/// A table.
#[derive(Debug)]
pub enum Table {}

impl TextType for Table {
    const NAME: &'static str = "text/csv";
}

/// A form, as a program that wants a token sends it.
#[derive(Debug)]
pub enum WebForm {}

impl TextType for WebForm {
    const NAME: &'static str = "application/x-www-form-urlencoded";
}

/// A table (`text/csv`, UTF-8) of at most `KIB` KiB.
pub type Csv<const KIB: usize> = Text<Table, KIB>;

impl<T: TextType + 'static, const KIB: usize> FromRequest for Text<T, KIB> {
    type Error = HttpError;
    type Future = LocalBoxFuture<'static, Result<Self, HttpError>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if !is_plain(request, |kind| kind.eq_ignore_ascii_case(T::NAME)) {
            return Box::pin(ready(Err(EdgeRefusal::UnsupportedMediaType.into())));
        }
        let (payload, length) = (payload.take(), announced(request));
        Box::pin(async move {
            let bytes = collect(payload, length, KIB * 1024).await?;
            let text = std::str::from_utf8(&bytes);
            text.map(|text| Self(text.to_owned(), PhantomData))
                .map_err(|_| EdgeRefusal::UnsupportedMediaType.into())
        })
    }
}

/// A body that has arrived.
struct Body {
    is_plain_json: bool,
    bytes: Zeroizing<Vec<u8>>,
}

impl Body {
    fn read<T: FromJson>(self) -> Result<Submission<T>, HttpError> {
        if self.is_plain_json {
            T::from_json(&self.bytes)
        } else {
            Err(EdgeRefusal::UnsupportedMediaType.into())
        }
    }
}

fn whole<const KIB: usize>(
    request: &HttpRequest,
    payload: &mut Payload,
) -> impl Future<Output = Result<Body, HttpError>> + use<KIB> {
    let (is_plain_json, length) = (is_plain_json(request), announced(request));
    let payload = payload.take();
    async move {
        let bytes = collect(payload, length, KIB * 1024).await?;
        Ok(Body {
            is_plain_json,
            bytes,
        })
    }
}

/// How long the body says it is; nothing relies on it.
fn announced(request: &HttpRequest) -> usize {
    let length = request.headers().get(CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse().ok());
    length.unwrap_or_default()
}

/// Passwords come in bodies, so each is overwritten when it has been read, and does not move before.
async fn collect(
    mut payload: Payload,
    announced: usize,
    limit: usize,
) -> Result<Zeroizing<Vec<u8>>, HttpError> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(announced.min(limit)));
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|error| match error {
            PayloadError::Io(error) if error.kind() == ErrorKind::TimedOut => EdgeRefusal::Timeout,
            _ => EdgeRefusal::BadRequest,
        })?;
        if bytes.len() + chunk.len() > limit {
            return Err(EdgeRefusal::TooLarge.into());
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// `application/json`, or that of FHIR where it is spoken.
fn is_plain_json(request: &HttpRequest) -> bool {
    let of_fhir = Form::of(request.path()) == Form::Outcome;
    is_plain(request, |kind| {
        kind.eq_ignore_ascii_case("application/json")
            || of_fhir && kind.eq_ignore_ascii_case("application/fhir+json")
    })
}

/// Of one such type, in UTF-8 where a charset is named, not compressed.
fn is_plain(request: &HttpRequest, is_known: impl FnOnce(&str) -> bool) -> bool {
    let headers = request.headers();
    let mut types = headers.get_all(CONTENT_TYPE);
    let (Some(content_type), None) = (types.next(), types.next()) else {
        return false;
    };
    let Ok(content_type) = content_type.to_str() else {
        return false;
    };
    let mut parts = content_type.split(';').map(str::trim);
    let harmless = [
        "charset=utf-8",
        "charset=\"utf-8\"",
        "charset=utf8",
        // Of a table (RFC 4180): it is seen by the names in it.
        "header=present",
    ];
    let is_harmless = |parameter: &str| {
        let mut harmless = harmless.iter();
        harmless.any(|known| parameter.eq_ignore_ascii_case(known))
    };
    parts.next().is_some_and(is_known)
        && parts.all(is_harmless)
        && headers
            .get(CONTENT_ENCODING)
            .is_none_or(|encoding| encoding == "identity")
}

/// A JSON body of at most 4 KiB that may be left out.
#[derive(Debug)]
pub struct MaybeJson<T>(pub Submission<T>);

impl<T: FromJson + Default + 'static> FromRequest for MaybeJson<T> {
    type Error = HttpError;
    type Future = LocalBoxFuture<'static, Result<Self, HttpError>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let body = whole::<4>(request, payload);
        // Some clients and proxies send nothing in chunks, and name a type for it or none.
        Box::pin(async {
            match body.await? {
                Body { bytes, .. } if bytes.is_empty() => Ok(Self(Submission::default())),
                body => body.read().map(Self),
            }
        })
    }
}

/// One part of a path that names something.
pub trait Segment: Sized {
    /// Reads it.
    ///
    /// Fails with 404 for what can be the name of nothing.
    fn read(text: &str) -> Result<Self, HttpError>;
}

/// What is not known by that name is not there: the handler says so.
impl Segment for String {
    fn read(text: &str) -> Result<Self, HttpError> {
        Ok(text.to_owned())
    }
}

macro_rules! ids_as_segments {
    ($($id:ty),*) => {$(
        impl Segment for $id {
            fn read(text: &str) -> Result<Self, HttpError> {
                text.parse().map_err(|_| EdgeRefusal::NotFound.into())
            }
        }
    )*};
}
ids_as_segments!(
    AccountId,
    ExportId,
    AlertId,
    FlagId,
    GuestLinkId,
    InvitationId,
    PasskeyId,
    PatientId,
    RecordId,
    SessionId,
    SiteId,
    SubscriptionId
);

impl Segment for Day {
    fn read(text: &str) -> Result<Self, HttpError> {
        Self::try_from(text.to_owned()).map_err(|_| EdgeRefusal::NotFound.into())
    }
}

/// The variable parts of the path, in their order.
#[derive(Debug)]
pub struct Path<T>(pub T);

/// What [`Path`] can hold: one segment, or a tuple of two or three.
pub trait Segments: Sized {
    /// Reads the variable parts.
    fn read_all<'a>(parts: impl Iterator<Item = &'a str>) -> Result<Self, HttpError>;
}

impl<A: Segment> Segments for A {
    fn read_all<'a>(mut parts: impl Iterator<Item = &'a str>) -> Result<Self, HttpError> {
        A::read(parts.next().unwrap_or_default())
    }
}

impl<A: Segment, B: Segment> Segments for (A, B) {
    fn read_all<'a>(mut parts: impl Iterator<Item = &'a str>) -> Result<Self, HttpError> {
        let first = A::read(parts.next().unwrap_or_default())?;
        Ok((first, B::read(parts.next().unwrap_or_default())?))
    }
}

impl<A: Segment, B: Segment, C: Segment> Segments for (A, B, C) {
    fn read_all<'a>(mut parts: impl Iterator<Item = &'a str>) -> Result<Self, HttpError> {
        let (first, second) = <(A, B)>::read_all(parts.by_ref())?;
        Ok((first, second, C::read(parts.next().unwrap_or_default())?))
    }
}

impl<T: Segments> FromRequest for Path<T> {
    type Error = HttpError;
    type Future = Ready<Result<Self, HttpError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let parts = request.match_info().iter().map(|(_, text)| text);
        ready(T::read_all(parts).map(Self))
    }
}

/// The query parameters, each known and given once.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = HttpError;
    type Future = Ready<Result<Self, HttpError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(query::read(request.query_string()).map(Self))
    }
}
