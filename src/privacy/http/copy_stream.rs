//! The copy as it goes out: its long lists are read page by page while the reader takes them, each page in a short
//! read of its own, so that neither memory nor a connection is held for a reader who is slow.

use std::io;

use actix_web::web::{Bytes, Data};
use futures_util::{Stream, stream};
use serde::Serialize;

use super::copy::CopyResponse;
use crate::access::Caller;
use crate::diary::RevisionBody;
use crate::platform::App;
use crate::platform::ids::PatientId;
use crate::privacy::export::{self, End, Part, Place};
use crate::treatments::RecordBody;

/// Where the long lists begin, which are empty in the text that is cut there.
const VERSIONS: &str = "\"entries\":[";
const RECORDS: &str = "\"records\":[";
const EVENTS: &str = "\"events\":[";

/// What is left to send.
struct Rest {
    app: Data<App>,
    caller: Caller,
    end: End,
    own: Option<PatientId>,
    /// The text before and after each list, the last first.
    texts: Vec<(String, Option<Place>)>,
    /// The list that is being read, and whether something of it was sent.
    list: Option<(Place, bool)>,
}

/// The bytes of `copy`, with all that its long lists have up to `end`. A page that cannot be read breaks the body
/// off, which the reader sees: it has no end.
pub(super) fn stream(
    app: Data<App>,
    caller: Caller,
    copy: &CopyResponse,
    end: End,
) -> serde_json::Result<impl Stream<Item = io::Result<Bytes>> + use<>> {
    let rest = Rest {
        app,
        caller,
        end,
        own: copy.own(),
        texts: cut(serde_json::to_string(copy)?),
        list: None,
    };
    Ok(stream::try_unfold(rest, next))
}

/// The text of the copy, cut where the long lists are, the last piece first. What people wrote has no such
/// text: a quotation mark is escaped there.
fn cut(text: String) -> Vec<(String, Option<Place>)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    for (list, place) in [
        (VERSIONS, Place::FIRST_VERSION),
        (RECORDS, Place::FIRST_RECORD),
        (EVENTS, Place::FIRST_EVENT),
    ] {
        if let Some(at) = rest.find(list) {
            let after = rest.split_off(at.saturating_add(list.len()));
            pieces.push((rest, Some(place)));
            rest = after;
        }
    }
    pieces.push((rest, None));
    pieces.reverse();
    pieces
}

async fn next(mut rest: Rest) -> io::Result<Option<(Bytes, Rest)>> {
    loop {
        let Some((place, begun)) = rest.list.take() else {
            let Some((text, list)) = rest.texts.pop() else {
                return Ok(None);
            };
            rest.list = list.map(|place| (place, false));
            return Ok(Some((text.into(), rest)));
        };
        let (caller, end) = (rest.caller.clone(), rest.end);
        let read = rest
            .app
            .db
            .read(move |conn| export::page(conn, &caller, end, place))
            .await;
        let (part, after) = read.map_err(|error| {
            tracing::warn!(%error, "a copy was broken off");
            io::Error::other("the copy cannot be read to its end")
        })?;
        if let Some(place) = after {
            rest.list = Some((place, true));
            let text = rest.written(part, begun).map_err(io::Error::other)?;
            return Ok(Some((text.into(), rest)));
        }
    }
}

impl Rest {
    fn written(&self, part: Part, begun: bool) -> serde_json::Result<Vec<u8>> {
        match (part, self.own) {
            (Part::Versions(entries), Some(patient)) => {
                let entries = entries.iter();
                joined(
                    begun,
                    entries.map(|entry| RevisionBody::new(patient, entry)),
                )
            }
            (Part::Records(records), Some(patient)) => {
                let records = records.iter();
                joined(
                    begun,
                    records.map(|record| RecordBody::new(patient, record)),
                )
            }
            (Part::Versions(_) | Part::Records(_), None) => Ok(Vec::new()),
            (Part::Events(events), _) => {
                let events = events.into_iter();
                joined(begun, events.map(|(_, event)| event))
            }
        }
    }
}

/// The members of a list with commas between, and one before where it has `begun`.
fn joined<T: Serialize>(
    begun: bool,
    items: impl Iterator<Item = T>,
) -> serde_json::Result<Vec<u8>> {
    let mut text = Vec::new();
    for item in items {
        if begun || !text.is_empty() {
            text.push(b',');
        }
        serde_json::to_writer(&mut text, &item)?;
    }
    Ok(text)
}
