//! What a search finds, page by page, as a `Bundle`.

use serde::Serialize;

use super::facade::Facade;
use super::model::Resource;
use super::search::Search;
use crate::access::{Access, Read};
use crate::diary::{self, Entry};
use crate::platform::db::Conn;
use crate::platform::http::{HttpResult, Page, cursor};
use crate::platform::keys::MacKeys;

/// What a search found.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Bundle {
    resource_type: &'static str,
    r#type: &'static str,
    link: Vec<Link>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    entry: Vec<BundleEntry>,
}

#[derive(Debug, Serialize)]
struct Link {
    relation: &'static str,
    url: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct BundleEntry {
    full_url: String,
    resource: Resource,
    search: Mode,
}

#[derive(Debug, Serialize)]
struct Mode {
    mode: &'static str,
}

impl Bundle {
    /// The page of what `search` found.
    pub fn new(facade: &Facade, search: &Search, page: Page<Resource>) -> Self {
        let url = |cursor: Option<&str>| {
            let mut query = url::form_urlencoded::Serializer::new(String::new());
            query.extend_pairs(&search.asked);
            query.extend_pairs(cursor.map(|cursor| ("cursor", cursor)));
            let (base, kind, query) = (&facade.base, search.kind.name(), query.finish());
            let mark = if query.is_empty() { "" } else { "?" };
            format!("{base}/{kind}{mark}{query}")
        };
        let own = Link {
            relation: "self",
            url: url(search.cursor.as_deref()),
        };
        let next = page.next.as_deref().map(|next| Link {
            relation: "next",
            url: url(Some(next)),
        });
        let entries = page.items.into_iter().map(|resource| BundleEntry {
            full_url: format!("{}/{}", facade.base, resource.name()),
            resource,
            search: Mode { mode: "match" },
        });
        Self {
            resource_type: "Bundle",
            r#type: "searchset",
            link: [Some(own), next].into_iter().flatten().collect(),
            entry: entries.collect(),
        }
    }
}

/// So many weeks are read at once.
const WEEKS: usize = 64;

/// One page of what `make` makes of the weeks that `search` is about, the oldest first.
pub fn of_weeks(
    conn: &mut Conn,
    access: &Access<Read>,
    keys: &MacKeys,
    search: &Search,
    make: impl Fn(&Entry) -> Vec<Resource>,
) -> HttpResult<Page<Resource>> {
    let asked: Vec<u8> = search
        .asked
        .iter()
        .flat_map(|(name, value)| {
            let lengths = [name.len(), value.len()].map(usize::to_be_bytes);
            [lengths.as_flattened(), name.as_bytes(), value.as_bytes()].concat()
        })
        .collect();
    let (by, patient) = (access.by().0, access.patient().0);
    let kind = search.kind.name();
    let question: [&[u8]; 4] = [kind.as_bytes(), by.as_bytes(), patient.as_bytes(), &asked];
    let after = cursor::position(keys, &question, search.cursor.as_deref(), read_place)?;
    let Some(mut range) = search.range() else {
        return Ok(Page::whole(Vec::new()));
    };
    let mut found = Vec::new();
    'weeks: loop {
        let entries = diary::weeks(conn, access, range, WEEKS)?;
        for entry in entries.iter().filter(|entry| search.has(entry)) {
            for (number, resource) in (0..).zip(make(entry)) {
                let place = (entry.key.number(), number);
                if after.is_none_or(|after| place > after) {
                    found.push((place, resource));
                }
            }
            if found.len() > search.count {
                break 'weeks;
            }
        }
        match entries.last() {
            Some(last) if entries.len() == WEEKS => range.from = last.key.next(),
            Some(_) | None => break,
        }
    }
    let page = Page::cut(found, search.count, |((week, number), _)| {
        let place = [week.to_be_bytes(), number.to_be_bytes()];
        cursor::seal(keys, &question, place.as_flattened())
    });
    Ok(page.map(|(_, resource)| resource))
}

/// A week, and how many of what is made of it were shown.
fn read_place(place: &[u8]) -> Option<(i32, i32)> {
    let (week, number) = place.split_first_chunk::<4>()?;
    let number = number.try_into().ok()?;
    Some((i32::from_be_bytes(*week), i32::from_be_bytes(number)))
}
