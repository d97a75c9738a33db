//! A file of an export, opened chunk by chunk while its client takes it.

use std::io::{self, Write};
use std::sync::Arc;

use actix_web::body::{BodyStream, SizedStream};
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_RANGES, CONTENT_DISPOSITION, CONTENT_RANGE, CONTENT_TYPE, ContentEncoding, ETAG,
    IF_RANGE, RANGE,
};
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse, get};
use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::stream;

use super::own;
use crate::access::Caller;
use crate::exports::fetch;
use crate::exports::folder::Folder;
use crate::exports::format::File;
use crate::platform::App;
use crate::platform::http::compress;
use crate::platform::http::etag::Held;
use crate::platform::http::{EdgeRefusal, HttpResult, Path};
use crate::platform::ids::{ExportId, SiteId};
use crate::platform::vault::{CHUNK, DataKey, SealedReader};

/// Hands out a file of an export of the caller's, or a part of it.
///
/// Whether everyone in it still shares is asked each time: where one does not, the export ends.
#[utoipa::path(
    tag = "clinic",
    params(
        ("site" = SiteId, Path), ("export" = ExportId, Path), ("name" = String, Path),
        ("Range" = Option<String>, Header, description = "One part of it", example = "bytes=65536-"),
    ),
    responses(
        (status = 200, content((String = "text/csv"), (String = "application/vnd.apache.parquet"), (String = "application/octet-stream"))),
        (status = 206, content((String = "text/csv"), (String = "application/vnd.apache.parquet"), (String = "application/octet-stream"))),
        (status = 409, description = "export_not_ready"),
        (status = 410, description = "export_expired export_no_longer_shared"),
    )
)]
#[get("/v1/sites/{site}/exports/{export}/files/{name}")]
pub async fn get_export_file(
    app: Data<App>,
    caller: Caller,
    Path((site, export, name)): Path<(SiteId, ExportId, String)>,
    request: HttpRequest,
) -> HttpResult<HttpResponse> {
    let (fetched, fence) = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let (access, job) = own(conn, &caller, site, export)?;
            Ok((fetch::fetch(conn, &access, &job, &name)?, job.fence))
        })
        .await?;
    let (file, key) = fetched?.ok_or(EdgeRefusal::NotFound)?;
    let kind = match file.name.rsplit_once('.') {
        Some((_, "csv")) => "text/csv; charset=utf-8; header=present",
        Some((_, "parquet")) => "application/vnd.apache.parquet",
        _ => "application/octet-stream",
    };
    hand_out(&app, &request, (export, fence), (&file, key), kind).await
}

/// Answers with the file of a run, which `key` opens, as content of this kind: the whole of it, a part, or nothing
/// new; made small for the way where its client takes that.
pub async fn hand_out(
    app: &App,
    request: &HttpRequest,
    (export, fence): (ExportId, i32),
    (file, key): (&File, DataKey),
    kind: &str,
) -> HttpResult<HttpResponse> {
    let tag = format!("\"{}\"", file.sha256);
    if Held::by(request).has(&tag) {
        return Ok(HttpResponse::NotModified()
            .insert_header((ETAG, tag))
            .finish());
    }
    let folder = Folder::of(&app.export_folder, export, fence, Arc::new(key));
    let (opening, length) = (file.name.clone(), file.bytes);
    let opened = tokio::task::spawn_blocking(move || folder.open(&opening, length)).await;
    let Ok(Ok(reader)) = opened else {
        tracing::error!(%export, "the file of an export is not there");
        return Err(EdgeRefusal::Unavailable.into());
    };
    let part = part(request, &tag, file.bytes);
    let (from, to) = part.unwrap_or((0, file.bytes));
    let rest = Rest { reader, from, to };
    let mut response = HttpResponse::Ok();
    let disposition = format!("attachment; filename=\"{}\"", file.name);
    response
        .insert_header((CONTENT_TYPE, kind))
        .insert_header((CONTENT_DISPOSITION, disposition))
        .insert_header((ACCEPT_RANGES, "bytes"));
    if part.is_none() && compress::takes_gzip(request, file.bytes) {
        // Other bytes than those that the strong tag is of, and a part is never one of them.
        return Ok(response
            .insert_header((ETAG, format!("W/{tag}")))
            .insert_header(ContentEncoding::Gzip)
            .body(BodyStream::new(small(rest))));
    }
    if part.is_some() {
        let last = to.saturating_sub(1);
        response.status(StatusCode::PARTIAL_CONTENT);
        response.insert_header((CONTENT_RANGE, format!("bytes {from}-{last}/{}", file.bytes)));
    }
    let length = to.saturating_sub(from);
    Ok(response
        .insert_header((ETAG, tag))
        .body(SizedStream::new(length, stream::try_unfold(rest, next))))
}

/// The bytes that are asked for, from the first to the one after the last; `None` for all of them.
fn part(request: &HttpRequest, tag: &str, length: u64) -> Option<(u64, u64)> {
    let header = |name| request.headers().get(name)?.to_str().ok();
    if header(IF_RANGE).is_some_and(|held| held != tag) {
        return None;
    }
    let (first, last) = header(RANGE)?.strip_prefix("bytes=")?.split_once('-')?;
    let (from, to) = match (first.parse::<u64>(), last.parse::<u64>()) {
        (Ok(from), Ok(last)) => (from, last.saturating_add(1).min(length)),
        (Ok(from), Err(_)) if last.is_empty() => (from, length),
        (Err(_), Ok(many)) if first.is_empty() => (length.saturating_sub(many), length),
        _ => return None,
    };
    (from < to).then_some((from, to))
}

/// What is left to send.
struct Rest {
    reader: SealedReader,
    from: u64,
    to: u64,
}

impl Rest {
    /// The next bytes; none at the end.
    fn read(&mut self) -> io::Result<Bytes> {
        if self.from >= self.to {
            return Ok(Bytes::new());
        }
        let size = u64::try_from(CHUNK).unwrap_or(u64::MAX);
        let (number, begins) = (self.from / size, self.from % size);
        let chunk = self.reader.chunk(number)?;
        let wanted = self.to.saturating_sub(self.from);
        let begins = usize::try_from(begins).unwrap_or(usize::MAX);
        let wanted = usize::try_from(wanted).unwrap_or(usize::MAX);
        let bytes = chunk.get(begins..).unwrap_or_default();
        let bytes = bytes.get(..wanted).unwrap_or(bytes);
        if bytes.is_empty() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.from += u64::try_from(bytes.len()).unwrap_or_default();
        Ok(Bytes::copy_from_slice(bytes))
    }
}

async fn next(mut rest: Rest) -> io::Result<Option<(Bytes, Rest)>> {
    let read = tokio::task::spawn_blocking(move || io::Result::Ok((rest.read()?, rest)));
    let (bytes, rest) = read.await.map_err(io::Error::other)??;
    Ok((!bytes.is_empty()).then_some((bytes, rest)))
}

/// The rest through gzip, a chunk at a time.
fn small(rest: Rest) -> impl stream::Stream<Item = io::Result<Bytes>> {
    let gzip = GzEncoder::new(Vec::with_capacity(CHUNK), Compression::fast());
    stream::try_unfold(Some((rest, gzip)), |state| async {
        let Some(state) = state else { return Ok(None) };
        let made = tokio::task::spawn_blocking(|| squeeze(state));
        made.await.map_err(io::Error::other)?.map(Some)
    })
}

type Squeezing = (Rest, GzEncoder<Vec<u8>>);

/// The next bytes that come of it, and what is left.
fn squeeze((mut rest, mut gzip): Squeezing) -> io::Result<(Bytes, Option<Squeezing>)> {
    loop {
        let bytes = rest.read()?;
        if bytes.is_empty() {
            return Ok((gzip.finish()?.into(), None));
        }
        gzip.write_all(&bytes)?;
        if !gzip.get_ref().is_empty() {
            let made = Bytes::copy_from_slice(gzip.get_ref());
            gzip.get_mut().clear();
            return Ok((made, Some((rest, gzip))));
        }
    }
}
