//! What a list shows of a diary.

use super::question::Question;
use super::{flags, store};
use crate::access::{Access, Summary};
use crate::audit;
use crate::clinical::Week;
use crate::diary;
use crate::patients;
use crate::platform::db::{Conn, DbResult};

/// A diary at a glance, as far as its reader sees it.
pub(super) struct Glance {
    pub(super) last_week: Option<Week>,
    pub(super) total: Option<u8>,
    /// Flags that are not known yet; `None` for a reader who sees none.
    pub(super) flags: Option<usize>,
    /// Weeks of others since the reader last looked; `None` for the patient.
    pub(super) new_weeks: Option<usize>,
}

/// Looks at the diary that `access` opens.
pub(super) fn glance(
    conn: &mut Conn,
    access: &Access<Summary>,
    question: &Question,
) -> DbResult<Glance> {
    let history = diary::rated(conn, access)?;
    let last = history.last();
    let flags = if access.sees_flags() {
        let (facts, known) = (patients::facts(conn, access)?, store::known(conn, access)?);
        let raised = flags::raised(question, &facts, &history, &known);
        let unknown = raised.iter().filter(|flag| flag.acknowledged.is_none());
        Some(unknown.count())
    } else {
        None
    };
    let new_weeks = if access.standing().is_patient() {
        None
    } else {
        let recorded = audit::weeks_since_last_read(conn, access)?;
        let new = history
            .iter()
            .filter(|rated| recorded.contains(&rated.week.to_string()));
        Some(new.count())
    };
    Ok(Glance {
        last_week: last.map(|rated| rated.week),
        total: last.and_then(|rated| rated.answers.total()),
        flags,
        new_weeks,
    })
}
