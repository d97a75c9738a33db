//! What a search finds, page by page, as a `Bundle`.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use uuid::Uuid;

use super::facade::Facade;
use super::kind::Kind;
use super::rated::Rated;
use super::resource::Resource;
use super::search::Search;
use crate::access::{Access, Read};
use crate::clinical::Week;
use crate::diary;
use crate::platform::db::Conn;
use crate::platform::http::{HttpResult, Page, cursor};
use crate::platform::ids::RecordId;
use crate::platform::keys::MacKeys;
use crate::treatments::{self, Content, Record};

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

/// So many weeks or records are read at once.
const ROWS: usize = 64;

/// As many resources of a rating at the most.
const PARTS: i32 = 100;

/// One page of what `make` makes of the ratings that `search` is about, those of the clinic too, the oldest first.
pub fn of_ratings(
    conn: &mut Conn,
    access: &Access<Read>,
    keys: &MacKeys,
    search: &Search,
    make: impl Fn(&Rated<'_>) -> Vec<Resource>,
) -> HttpResult<Page<Resource>> {
    let asked = search.bytes();
    let (by, patient) = (access.by().0, access.patient().0);
    let kind = search.kind.name();
    let question: [&[u8]; 4] = [kind.as_bytes(), by.as_bytes(), patient.as_bytes(), &asked];
    let after = cursor::position(keys, &question, search.cursor.as_deref(), read_place)?;
    let Some(mut range) = search.range() else {
        return Ok(Page::whole(Vec::new()));
    };
    let of_clinic = treatments::all_of_clinic(conn, access)?;
    // A stage of King's counts the tube.
    let milestones = match search.kind {
        Kind::Observation => treatments::milestones(conn, access)?,
        _ => Vec::new(),
    };
    let mut found = Vec::new();
    'weeks: loop {
        let entries = diary::weeks(conn, access, range, ROWS)?;
        let more = entries.last().filter(|_| entries.len() == ROWS);
        let weeks = range.from..=more.map_or(range.to, |last| last.key);
        let mut rated: Vec<Rated<'_>> = entries.iter().filter_map(Rated::of_week).collect();
        let days = of_clinic.iter().filter_map(Rated::of_clinic);
        rated.extend(days.filter(|it| weeks.contains(&Week::of(it.rating.assessed_on))));
        rated.sort_by_key(|it| it.named.place());
        rated.retain(|it| search.has(Some(it.rating.assessed_on), it.recorded_at));
        for rated in rated {
            let rated = rated.beside(&milestones);
            let (week, turn) = rated.named.place();
            for (number, resource) in (turn * PARTS..).zip(make(&rated)) {
                let place = (week, number);
                if after.is_none_or(|after| place > after) {
                    found.push((place, resource));
                }
            }
            if found.len() > search.count {
                break 'weeks;
            }
        }
        match more {
            Some(last) => range.from = last.key.next(),
            None => break,
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

/// One page of what `make` makes of the records that `search` is about, the oldest first.
pub fn of_records(
    conn: &mut Conn,
    access: &Access<Read>,
    keys: &MacKeys,
    search: &Search,
    make: impl Fn(&Record) -> Option<Resource>,
) -> HttpResult<Page<Resource>> {
    let asked = search.bytes();
    let (by, patient) = (access.by().0, access.patient().0);
    let kind = search.kind.name();
    let question: [&[u8]; 4] = [kind.as_bytes(), by.as_bytes(), patient.as_bytes(), &asked];
    let mut after = cursor::position(keys, &question, search.cursor.as_deref(), |place| {
        let (day, id) = place.split_first_chunk::<4>()?;
        let day = NaiveDate::from_num_days_from_ce_opt(i32::from_be_bytes(*day))?;
        Some((day, RecordId::from(Uuid::from_slice(id).ok()?)))
    })?;
    let mut found = Vec::new();
    'records: loop {
        let records = treatments::after(conn, access, after, ROWS)?;
        for record in &records {
            let Some(content) = &record.content else {
                continue;
            };
            let (day, last) = content.days();
            after = Some((day, record.key));
            let last = match content {
                Content::Treatment(_) => last,
                _ => Some(day),
            };
            let is_asked = search.has_some((day, last), record.recorded_at);
            let resource = make(record).filter(|_| is_asked);
            found.extend(resource.map(|resource| ((day, record.key), resource)));
            if found.len() > search.count {
                break 'records;
            }
        }
        if records.len() < ROWS {
            break;
        }
    }
    let page = Page::cut(found, search.count, |((day, id), _)| {
        let day = day.num_days_from_ce().to_be_bytes();
        cursor::seal(keys, &question, &[day.as_slice(), id.0.as_bytes()].concat())
    });
    Ok(page.map(|(_, resource)| resource))
}
