//! The patients of a clinic side by side.

mod filter;
mod pace;
mod sort;

use std::iter::zip;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::roster::subject_id;
use super::store::coordinators;
use crate::access::{self, Access, Cohort, PatientKey, Read, SiteAccess, Subject};
use crate::clinical::Tier;
use crate::patients;
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::{HttpResult, Page, cursor};
use crate::platform::ids::AccountId;
use crate::platform::keys::MacKeys;
use crate::trends::{Overview, Overviews};

pub use filter::CohortFilter;
pub use pace::{PUBLISHED_MEAN, PUBLISHED_RANGE, Pace};
use sort::Place;
pub use sort::{CohortSort, Order};

/// As many patients are asked for at once.
const PAGE: usize = 500;

/// As many lines are made in one question.
const CHUNK: usize = 100;

/// A patient of a clinic, and what their diary adds up to.
pub struct CohortRow {
    /// Who, and what is shared.
    pub subject: Subject<Read>,
    /// The line of their diary.
    pub line: Arc<Overview>,
    /// Who of the clinic coordinates their care, by their choice.
    pub coordinator: Option<AccountId>,
    /// When a clinician of this clinic last said that they had looked.
    pub seen_at: Option<DateTime<Utc>>,
}

/// Why a patient is near the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attention {
    /// How urgent the most urgent flag is that no person knows of yet.
    pub tier: Option<Tier>,
    /// How many of the flags began after a clinician of the clinic last looked.
    pub unseen: usize,
}

impl CohortRow {
    /// What the order by need goes by.
    pub fn attention(&self) -> Attention {
        let flags = &self.line.flags;
        let seen = self.seen_at.map(|at| at.date_naive());
        let is_unseen = |day| seen.is_none_or(|seen| day > seen);
        Attention {
            tier: flags.iter().map(|flag| flag.tier).min(),
            unseen: flags.iter().filter(|flag| is_unseen(flag.day)).count(),
        }
    }
}

/// What is asked of a cohort.
#[derive(Debug, Clone)]
pub struct CohortQuestion {
    /// Which patients.
    pub filter: CohortFilter,
    /// By what they are sorted.
    pub sort: CohortSort,
    /// Which end comes first.
    pub order: Order,
    /// How many on one page.
    pub limit: usize,
    /// Where the page before ended.
    pub cursor: Option<String>,
}

/// Every patient of the clinic with the line of their diary. Lines are remembered by the last change of the
/// diary and by the day: a line is what the trend says now, or it is made again.
pub fn rows(
    conn: &mut Conn,
    site: &SiteAccess<Cohort>,
    lines: &Overviews,
    with_flags: bool,
) -> DbResult<Vec<CohortRow>> {
    let mut rows = Vec::new();
    let mut after: Option<PatientKey> = None;
    loop {
        let subjects = access::subjects(conn, site, after, PAGE)?;
        let Some(last) = subjects.last() else {
            return Ok(rows);
        };
        after = Some(last.access.key());
        let keys: Vec<PatientKey> = subjects.iter().map(|it| it.access.key()).collect();
        let seen = patients::seen_at(conn, site.site(), &keys)?;
        let chosen = coordinators::of_site(conn, site, &keys)?;
        let lines = lines_of(conn, &subjects, lines, with_flags)?;
        let of_page = subjects.into_iter().zip(lines).map(|(subject, line)| {
            let key = subject.access.key();
            CohortRow {
                coordinator: chosen.get(&key).copied(),
                seen_at: seen.get(&key).copied(),
                subject,
                line,
            }
        });
        rows.extend(of_page);
    }
}

/// The line of each of these patients, in their order: remembered, or made in a few questions for all.
fn lines_of(
    conn: &mut Conn,
    subjects: &[Subject<Read>],
    lines: &Overviews,
    with_flags: bool,
) -> DbResult<Vec<Arc<Overview>>> {
    let mut found = Vec::with_capacity(subjects.len());
    for chunk in subjects.chunks(CHUNK) {
        let known: Vec<Option<Arc<Overview>>> = chunk
            .iter()
            .map(|subject| lines.known(&subject.access))
            .collect();
        let missing: Vec<&Access<Read>> = zip(chunk, &known)
            .filter(|(_, line)| line.is_none())
            .map(|(subject, _)| &subject.access)
            .collect();
        let mut made = if missing.is_empty() {
            Vec::new().into_iter()
        } else {
            lines.of(conn, &missing, with_flags)?.into_iter()
        };
        found.extend(
            known
                .into_iter()
                .filter_map(|line| line.or_else(|| made.next())),
        );
    }
    Ok(found)
}

/// A patient as the page shows them: with the names that the clinic and they themselves use.
pub struct NamedRow {
    /// What the clinic calls them.
    pub subject_id: String,
    /// What they are called.
    pub display_name: String,
    /// The rest.
    pub row: CohortRow,
}

/// One page of the patients that `question` asks for.
pub fn page(
    site: &SiteAccess<Cohort>,
    keys: &MacKeys,
    rows: Vec<CohortRow>,
    question: &CohortQuestion,
) -> HttpResult<Page<NamedRow>> {
    let (by, name) = (site.by().0, site.site().0);
    let asked = format!(
        "{:?} {:?} {:?}",
        question.filter, question.sort, question.order
    );
    let asked: [&[u8]; 4] = [b"cohort", by.as_bytes(), name.as_bytes(), asked.as_bytes()];
    let after = cursor::position(keys, &asked, question.cursor.as_deref(), Place::read)?;
    let mut placed: Vec<(Place, CohortRow)> = rows
        .into_iter()
        .filter(|row| question.filter.holds(row))
        .map(|row| (Place::of(&row, question.sort, question.order), row))
        .filter(|(place, _)| after.as_ref().is_none_or(|after| place > after))
        .collect();
    placed.sort_by_key(|(place, _)| *place);
    let page = Page::cut(placed, question.limit, |(place, _)| {
        cursor::seal(keys, &asked, &place.written())
    });
    let mut items = Vec::with_capacity(page.items.len());
    for (_, row) in page.items {
        let owner = row.subject.access.owner();
        items.push(NamedRow {
            subject_id: subject_id(site.site(), &row.subject)?,
            display_name: row.subject.name.open(site.who().vault(), owner)?,
            row,
        });
    }
    Ok(Page {
        items,
        next: page.next,
    })
}
