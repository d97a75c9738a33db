//! The patients of a clinic side by side.

mod filter;
mod pace;
mod sort;
mod standings;

use std::collections::HashMap;
use std::iter::zip;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Serialize;

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
pub use standings::Cohorts;

/// As many patients are asked for at once.
const PAGE: usize = 500;

/// As many lines are made in one question.
const CHUNK: usize = 100;

/// What the place of a patient among the others follows from.
#[derive(Clone)]
pub struct Stand {
    /// Who.
    pub patient: PatientKey,
    /// The number of the last change of their record.
    pub change: i64,
    /// The line of their diary.
    pub line: Arc<Overview>,
    /// When a clinician of this clinic last said that they had looked.
    pub seen_at: Option<DateTime<Utc>>,
}

/// A patient of a clinic, and what their diary adds up to.
pub struct CohortRow {
    /// Who, and what is shared.
    pub subject: Subject<Read>,
    /// How they stand.
    pub stand: Stand,
}

/// Why a patient is near the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Attention {
    /// How urgent the most urgent flag is that no person knows of; null without one.
    pub tier: Option<Tier>,
    /// How many flags could be seen only after the clinic last looked.
    #[schema(example = 1)]
    pub unseen: usize,
}

impl Stand {
    /// What the order by need goes by.
    pub fn attention(&self) -> Attention {
        let flags = &self.line.flags;
        let is_unseen = |at| self.seen_at.is_none_or(|seen| at > seen);
        Attention {
            tier: flags.iter().map(|flag| flag.tier).min(),
            unseen: flags
                .iter()
                .filter(|flag| is_unseen(flag.visible_at))
                .count(),
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

/// Every patient of the clinic with the line of their diary.
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
        let stands = stands(conn, site, &subjects, lines, with_flags)?;
        let of_page = zip(subjects, stands).map(|(subject, stand)| CohortRow { subject, stand });
        rows.extend(of_page);
    }
}

/// How each of these patients stands, in their order. Lines are remembered by the last change of the diary and by the
/// day: a line is what the trend says now, or it is made again.
fn stands(
    conn: &mut Conn,
    site: &SiteAccess<Cohort>,
    subjects: &[Subject<Read>],
    lines: &Overviews,
    with_flags: bool,
) -> DbResult<Vec<Stand>> {
    let keys: Vec<PatientKey> = subjects.iter().map(|it| it.access.key()).collect();
    let seen = patients::seen_at(conn, site.site(), &keys)?;
    let lines = lines_of(conn, subjects, lines, with_flags)?;
    let stands = zip(subjects, lines).map(|(Subject { access, .. }, line)| Stand {
        patient: access.key(),
        change: access.last_change(),
        line,
        seen_at: seen.get(&access.key()).copied(),
    });
    Ok(stands.collect())
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
    /// Who of the clinic coordinates their care, by their choice.
    pub coordinator: Option<AccountId>,
    /// The rest.
    pub row: CohortRow,
}

/// One page of the patients that `question` asks for. Their places are remembered; they themselves are read anew.
pub fn page(
    conn: &mut Conn,
    site: &SiteAccess<Cohort>,
    keys: &MacKeys,
    (cohorts, with_flags): (&Cohorts, bool),
    question: &CohortQuestion,
) -> HttpResult<Page<NamedRow>> {
    let standings = cohorts.standings(conn, site, with_flags)?;
    let (by, name) = (site.by().0, site.site().0);
    let asked = format!(
        "{:?} {:?} {:?}",
        question.filter, question.sort, question.order
    );
    let asked: [&[u8]; 4] = [b"cohort", by.as_bytes(), name.as_bytes(), asked.as_bytes()];
    let after = cursor::position(keys, &asked, question.cursor.as_deref(), Place::read)?;
    let placed = standings
        .from(question.sort, question.order, after)
        .filter(|(_, stand)| question.filter.holds(&stand.line))
        .map(|(place, stand)| (place, stand.patient));
    let placed: Vec<(Place, PatientKey)> = placed.take(question.limit + 1).collect();
    let page = Page::cut(placed, question.limit, |(place, _)| {
        cursor::seal(keys, &asked, &place.written())
    });
    let shown: Vec<PatientKey> = page.items.iter().map(|(_, patient)| *patient).collect();
    let chosen = coordinators::of_site(conn, site, &shown)?;
    let subjects = access::subjects_of(conn, site, &shown)?;
    let stands = stands(conn, site, &subjects, cohorts.lines(), with_flags)?;
    let rows = zip(subjects, stands).map(|row| (row.1.patient, row));
    let mut rows: HashMap<PatientKey, _> = rows.collect();
    let mut items = Vec::with_capacity(shown.len());
    for patient in shown {
        // Who left meanwhile is not there any more, nor is one who does not fit since: to close a diary is no change of it.
        let fits = |(_, stand): &(_, Stand)| question.filter.holds(&stand.line);
        let Some((subject, stand)) = rows.remove(&patient).filter(fits) else {
            continue;
        };
        let owner = subject.access.owner();
        items.push(NamedRow {
            subject_id: subject_id(site.site(), &subject)?,
            display_name: subject.name.open(site.who().vault(), owner)?,
            coordinator: chosen.get(&patient).copied(),
            row: CohortRow { subject, stand },
        });
    }
    Ok(Page {
        items,
        next: page.next,
    })
}
