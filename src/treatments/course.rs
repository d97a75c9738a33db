//! The course of a treatment: when it was given, when it is due again, and what to warn of.

use chrono::{Months, NaiveDate};
use serde::Serialize;

use super::model::{Content, Record, RecordKind, Screening, Treatment};
use super::response::{Warning, WarningCode};
use super::{rules, store};
use crate::access::{Access, Right};
use crate::clinical::TreatmentKind;
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::HttpResult;
use crate::platform::ids::RecordId;

/// A course of cells is repeated from so many months after the last time on …
const REPEATED_FROM: Months = Months::new(12);

/// … until so many.
const REPEATED_UNTIL: Months = Months::new(24);

/// Its effect is followed for three years and a half.
pub(super) const FOLLOWED: Months = Months::new(42);

/// When a treatment was given, and what follows from that.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Course)]
pub struct Course {
    treatment_id: RecordId,
    /// How many days there are on which it was given.
    administrations: usize,
    /// The first of them.
    first_on: Option<NaiveDate>,
    /// The last of them.
    last_on: Option<NaiveDate>,
    /// When a course of cells is usually repeated: 12 to 24 months after the last time. Null for
    /// anything else.
    next_due: Option<Due>,
    /// Until when a course of cells is followed: 42 months after the last time. Null for anything
    /// else.
    followed_until: Option<NaiveDate>,
    /// The last screening, by its id.
    screening_id: Option<RecordId>,
    /// What to look at, the oldest first.
    warnings: Vec<Warning>,
}

/// From one day to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = DueWindow)]
pub struct Due {
    from: NaiveDate,
    to: NaiveDate,
}

/// The course of a treatment of this patient.
pub fn course(conn: &mut Conn, access: &Access<impl Right>, id: RecordId) -> HttpResult<Course> {
    let treatment = rules::find_treatment(conn, access, id)?;
    let given = store::days_given(conn, access, id)?;
    let screenings = screenings(conn, access, id)?;
    let last_on = given.last().map(|(day, _)| *day);
    let last_cells = last_on.filter(|_| treatment.treatment_kind == TreatmentKind::CellTherapy);
    let months_after = |months| last_cells.and_then(|day| day.checked_add_months(months));
    let due = months_after(REPEATED_FROM).zip(months_after(REPEATED_UNTIL));
    Ok(Course {
        treatment_id: id,
        administrations: given.len(),
        first_on: given.first().map(|(day, _)| *day),
        last_on,
        next_due: due.map(|(from, to)| Due { from, to }),
        followed_until: months_after(FOLLOWED),
        screening_id: screenings.last().map(|(id, _)| *id),
        warnings: given
            .into_iter()
            .filter_map(|(day, id)| warning(&treatment, &screenings, day, id))
            .collect(),
    })
}

/// What follows from the last course of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ahead {
    /// From which day on it is usually repeated.
    pub next_from: NaiveDate,
    /// Until which day it is followed.
    pub followed_until: NaiveDate,
}

/// What follows from the last day on which this patient was given cells, of whatever treatment.
pub fn ahead(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Option<Ahead>> {
    let tried = store::tried(conn, access)?;
    let is_cells = |content: &Content| matches!(content, Content::Treatment(it) if it.treatment_kind == TreatmentKind::CellTherapy);
    let cells: Vec<RecordId> = tried
        .iter()
        .filter(|(_, content)| is_cells(content))
        .map(|(id, _)| *id)
        .collect();
    let given = tried.iter().filter_map(|(_, content)| match content {
        Content::Administration(given) if cells.contains(&given.treatment_id) => Some(given.day),
        _ => None,
    });
    let last = given.max();
    let months_after = |months| last.and_then(|day| day.checked_add_months(months));
    let both = months_after(REPEATED_FROM).zip(months_after(FOLLOWED));
    Ok(both.map(|(next_from, followed_until)| Ahead {
        next_from,
        followed_until,
    }))
}

/// What to warn of when `record` is a day on which a treatment was given.
pub fn warnings(
    conn: &mut Conn,
    access: &Access<impl Right>,
    record: &Record,
) -> HttpResult<Option<Vec<Warning>>> {
    let Some(Content::Administration(given)) = &record.content else {
        return Ok(None);
    };
    let treatment = rules::find_treatment(conn, access, given.treatment_id)?;
    let screenings = screenings(conn, access, given.treatment_id)?;
    let warning = warning(&treatment, &screenings, given.day, record.key);
    Ok(Some(warning.into_iter().collect()))
}

/// The screenings before a treatment with their ids, in the order of their days.
fn screenings(
    conn: &mut Conn,
    access: &Access<impl Right>,
    treatment: RecordId,
) -> DbResult<Vec<(RecordId, Screening)>> {
    let found = store::all(conn, access, RecordKind::Screening, Some(treatment))?;
    let screenings = found.into_iter().filter_map(|record| match record.content {
        Some(Content::Screening(screening)) => Some((record.key, screening)),
        _ => None,
    });
    Ok(screenings.collect())
}

/// By the last of the screenings that is not after `day`.
fn warning(
    treatment: &Treatment,
    screenings: &[(RecordId, Screening)],
    day: NaiveDate,
    administration_id: RecordId,
) -> Option<Warning> {
    if treatment.treatment_kind != TreatmentKind::CellTherapy {
        return None;
    }
    let before = screenings
        .iter()
        .map(|(_, screening)| screening)
        .rfind(|screening| screening.screened_on <= day);
    let (code, contraindications) = match before {
        None => (WarningCode::NotScreened, Vec::new()),
        Some(screening) => (WarningCode::Contraindicated, screening.findings.against()),
    };
    let is_one = code == WarningCode::NotScreened || !contraindications.is_empty();
    is_one.then_some(Warning {
        code,
        administration_id,
        day,
        contraindications,
    })
}
