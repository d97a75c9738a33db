//! What kinds of content a client takes.

use actix_web::HttpMessage;
use actix_web::http::header::{self, HeaderMap, Quality, QualityItem};
use actix_web::mime::{self, Mime};

use super::problem::Form;

/// Tables, as [`Table`](crate::platform::csv::Table) writes them.
pub const CSV: Mime = mime::TEXT_CSV_UTF_8;

/// How a path ends whose answer is, or may be, of another kind than JSON.
const OTHERS: [(&str, Mime); 2] = [("/entries", CSV), ("/trend.svg", mime::IMAGE_SVG)];

/// How a path begins where files of resources are, a resource a line, and what clients call that.
const FILES: &str = "/fhir/exports/";
const LINES: [&str; 2] = ["application/fhir+ndjson", "application/ndjson"];

/// What a client says that it takes.
struct Accepted {
    /// Whether it says nothing, and so takes anything.
    all: bool,
    ranges: Vec<QualityItem<Mime>>,
}

/// How much a kind is liked, and then how closely it is named.
type Liking = (Quality, u8);

impl Accepted {
    fn by(headers: &HeaderMap) -> Self {
        let ranges: Vec<_> = headers
            .get_all(header::ACCEPT)
            .flat_map(|value| value.to_str().unwrap_or("?").split(','))
            .map(str::trim)
            .filter(|range| !range.is_empty())
            .collect();
        Self {
            all: ranges.is_empty(),
            ranges: ranges
                .iter()
                .filter_map(|range| range.parse().ok())
                .collect(),
        }
    }

    fn liking(&self, kind: &Mime) -> Option<Liking> {
        if self.all {
            return Some((Quality::MAX, 0));
        }
        let liked = self.ranges.iter().filter_map(|range| {
            let named = closeness(&range.item, kind)?;
            Some((named, range.quality))
        });
        // The closest range decides.
        let (named, quality) = liked.max_by_key(|(named, _)| *named)?;
        (quality > Quality::ZERO).then_some((quality, named))
    }
}

/// How closely `range` names `kind`, if it does.
fn closeness(range: &Mime, kind: &Mime) -> Option<u8> {
    match (range.type_(), range.subtype()) {
        (mime::STAR, _) => Some(0),
        (general, mime::STAR) if general == kind.type_() => Some(1),
        _ if range.essence_str() == kind.essence_str() => Some(2),
        _ => None,
    }
}

/// Whether a client of the API takes what the route at `path` can answer with.
pub(super) fn takes_an_answer(path: &str, headers: &HeaderMap) -> bool {
    let accepted = Accepted::by(headers);
    let takes = |kind: &Mime| accepted.liking(kind).is_some();
    let names = |kind: &str| {
        let named = |range: &&QualityItem<Mime>| range.item.essence_str() == kind;
        let range = accepted.ranges.iter().find(named);
        range.is_some_and(|range| range.quality > Quality::ZERO)
    };
    if Form::of(path) == Form::Outcome {
        let is_file = path.starts_with(FILES);
        takes(&mime::APPLICATION_JSON)
            || names("application/fhir+json")
            || is_file && LINES.iter().any(|kind| names(kind))
    } else {
        !path.starts_with("/v1/")
            || takes(&mime::APPLICATION_JSON)
            || names("application/problem+json")
            || OTHERS
                .iter()
                .any(|(end, kind)| path.ends_with(end) && takes(kind))
    }
}

/// Whether the client would rather have a table than JSON.
pub fn prefers_table(request: &impl HttpMessage) -> bool {
    let accepted = Accepted::by(request.headers());
    accepted.liking(&CSV) > accepted.liking(&mime::APPLICATION_JSON)
}
