//! Answers that are made small for the way, where the client takes that.
//!
//! How long a compressed answer is tells of what is in it: what has a token or a secret never is one. Those answer to
//! `POST` and the like, or say so ([`HoldsSecret`]); compressed are the other reads. The encoder of actix takes 9 MiB for each answer in Brotli, and cannot
//! leave out the short ones.

use std::io::{self, Write};

use actix_web::body::{BodySize, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    self, AcceptEncoding, ContentEncoding, Encoding, HeaderMap, HeaderValue,
};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use actix_web::{Error, HttpMessage, HttpResponse};

use crate::platform::words::ByLanguage;

/// Below it an answer is one packet anyway.
const WORTH_IT: u64 = 1024;

/// The fastest that is smaller than what gzip makes of it, with a window (2^18) as long as a long answer.
const BROTLI: (u32, u32) = (1, 18);

/// Marks the answer to a read that has a secret in it.
pub struct HoldsSecret;

impl HoldsSecret {
    /// Puts the mark on it.
    pub fn mark(mut response: HttpResponse) -> HttpResponse {
        response.extensions_mut().insert(Self);
        response
    }
}

/// Compresses the answer to a read, if it is long enough.
pub async fn compress<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<Bytes, B>>, Error> {
    let mut response = next.call(request).await?;
    let is_held = response.status() == StatusCode::NOT_MODIFIED;
    // A refusal is written further out.
    let is_answer = is_held || response.status().is_success();
    if !is_answer || response.request().method() != Method::GET {
        return Ok(response.map_into_right_body());
    }
    let by_language = response.request().extensions().contains::<ByLanguage>();
    let vary = HeaderValue::from_static(if by_language {
        "accept-encoding, accept-language"
    } else {
        "accept-encoding"
    });
    response.headers_mut().append(header::VARY, vary);
    if is_held && holds_weakly(response.request().headers()) {
        weaken_tag(response.headers_mut());
    }
    let encoding = chosen(&response);
    if encoding == ContentEncoding::Identity {
        return Ok(response.map_into_right_body());
    }
    let (request, response) = response.into_parts();
    let (mut response, body) = response.into_parts();
    let response = match body.try_into_bytes() {
        Ok(bytes) => {
            weaken_tag(response.headers_mut());
            let named = encoding.to_header_value();
            response
                .headers_mut()
                .insert(header::CONTENT_ENCODING, named);
            // Two megabytes must not hold up the event loop.
            let made = tokio::task::spawn_blocking(move || small(encoding, &bytes)).await;
            let small = made.map_err(io::Error::other)??;
            response.set_body(EitherBody::left(small))
        }
        Err(stream) => response.set_body(EitherBody::right(stream)),
    };
    Ok(ServiceResponse::new(request, response))
}

/// What its client likes best of what we can do.
fn chosen(response: &ServiceResponse<impl MessageBody>) -> ContentEncoding {
    let kind = response.headers().get(header::CONTENT_TYPE);
    // Pictures are small already, but for those that are written in XML.
    let is_small = |kind: &[u8]| kind.starts_with(b"image/") && !kind.starts_with(b"image/svg+xml");
    let is_picture = kind.is_some_and(|kind| is_small(kind.as_bytes()));
    let size = response.response().body().size();
    let is_long = matches!(size, BodySize::Sized(length) if length > WORTH_IT);
    // What its maker has made small already stays so.
    let is_small = response.headers().contains_key(header::CONTENT_ENCODING);
    let holds_secret = response.response().extensions().contains::<HoldsSecret>();
    if is_picture || is_small || !is_long || holds_secret {
        return ContentEncoding::Identity;
    }
    let ours = [Encoding::identity(), Encoding::brotli(), Encoding::gzip()];
    let accepted = response.request().get_header::<AcceptEncoding>();
    match accepted.and_then(|accepted| accepted.negotiate(ours.iter())) {
        Some(Encoding::Known(encoding)) => encoding,
        Some(Encoding::Unknown(_)) | None => ContentEncoding::Identity,
    }
}

/// Whether a file of so many bytes goes out through gzip, as its client likes best.
pub fn takes_gzip(request: &impl HttpMessage, length: u64) -> bool {
    let ours = [Encoding::identity(), Encoding::gzip()];
    let accepted = request.get_header::<AcceptEncoding>();
    let chosen = accepted.and_then(|accepted| accepted.negotiate(ours.iter()));
    length > WORTH_IT && chosen == Some(Encoding::gzip())
}

fn small(encoding: ContentEncoding, bytes: &[u8]) -> io::Result<Bytes> {
    let small = Vec::with_capacity(bytes.len() / 4);
    if encoding == ContentEncoding::Brotli {
        let (quality, window) = BROTLI;
        let mut brotli = brotli::CompressorWriter::new(small, bytes.len(), quality, window);
        brotli.write_all(bytes)?;
        Ok(brotli.into_inner().into())
    } else {
        let mut gzip = flate2::write::GzEncoder::new(small, flate2::Compression::fast());
        gzip.write_all(bytes)?;
        Ok(gzip.finish()?.into())
    }
}

/// Other bytes than those that the strong tag is of.
fn weaken_tag(headers: &mut HeaderMap) {
    let tag = headers.get(header::ETAG).map(HeaderValue::as_bytes);
    let strong = tag.filter(|tag| !tag.starts_with(b"W/"));
    let weak = strong.and_then(|tag| HeaderValue::from_bytes(&[b"W/", tag].concat()).ok());
    if let Some(weak) = weak {
        headers.insert(header::ETAG, weak);
    }
}

/// Whether what the client has came compressed.
fn holds_weakly(headers: &HeaderMap) -> bool {
    let held = headers.get(header::IF_NONE_MATCH);
    held.is_some_and(|tags| tags.as_bytes().starts_with(b"W/"))
}
