//! What a list shows of a diary.

use std::iter::zip;

use serde::Serialize;

use super::question::Question;
use super::{flags, store};
use crate::access::{Access, Summary};
use crate::audit;
use crate::clinical::Week;
use crate::diary;
use crate::patients;
use crate::platform::db::{Conn, DbResult};
use crate::treatments;

/// A diary at a glance, as far as its reader sees it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct Glance {
    /// The last week that has a rating.
    last_week: Option<Week>,
    /// Its total; null unless all twelve were answered.
    #[schema(example = 34)]
    total: Option<u8>,
    /// How many flags are not acknowledged yet; left out where the caller sees none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = 1)]
    flags: Option<usize>,
    /// How many weeks others recorded since the caller last read trend or entries, exact to the hour; left out
    /// in one's own diary.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = 2)]
    new_weeks: Option<usize>,
}

/// Looks at these diaries, in as many questions as at one.
pub(super) fn glances(
    conn: &mut Conn,
    diaries: &[Access<Summary>],
    question: impl Fn(&Access<Summary>) -> Question,
) -> DbResult<Vec<Glance>> {
    let mut histories = diary::rated_in(conn, diaries)?;
    let facts = patients::facts_in(conn, diaries)?;
    let known = store::acknowledged_in(conn, diaries)?;
    let recorded = audit::weeks_since_last_read(conn, diaries)?;
    let mut glances = Vec::with_capacity(diaries.len());
    for (access, facts) in zip(diaries, facts) {
        let happenings = if access.sees_flags() {
            treatments::happenings(conn, access)?
        } else {
            Vec::new()
        };
        let key = access.key();
        let history = histories.remove(&key).unwrap_or_default();
        let known = known.get(&key).map_or(&[][..], Vec::as_slice);
        let flags = access.sees_flags().then(|| {
            let raised = flags::raised(&question(access), &facts, (&history, &happenings), known);
            let unknown = raised.iter().filter(|flag| flag.acknowledged.is_none());
            unknown.count()
        });
        let is_new = |week: Week| {
            let recorded = recorded.get(&key);
            recorded.is_some_and(|weeks| weeks.contains(&week.to_string()))
        };
        let new = history.iter().filter(|rated| is_new(rated.week)).count();
        let last = history.last();
        glances.push(Glance {
            last_week: last.map(|rated| rated.week),
            total: last.and_then(|rated| rated.answers.total()),
            flags,
            new_weeks: (!access.standing().is_patient()).then_some(new),
        });
    }
    Ok(glances)
}
