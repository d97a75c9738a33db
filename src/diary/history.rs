//! The diary as the trend reads it: every week that counts, without notes or authors, in one
//! indexed range read.

use std::borrow::Borrow;
use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::model::{Respondent, Weight};
use super::row;
use crate::access::{Access, PatientKey, Relation, Right};
use crate::clinical::{Answers, Domain, Group, Item, Point, Rater, Week};
use crate::platform::db::{At, Conn, Day, DbError, DbResult, on_each};
use crate::platform::ids::AccountId;
use crate::schema::entries;

/// One week as the science sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RatedWeek {
    /// Which week.
    pub week: Week,
    /// The day of the rating.
    pub assessed_on: NaiveDate,
    /// The twelve answers.
    pub answers: Answers,
    /// Who answered.
    pub respondent: Respondent,
    /// Body weight.
    pub weight: Option<Weight>,
    /// When this version of it came to us.
    pub recorded_at: DateTime<Utc>,
    /// Whether more than words was changed after it was first recorded.
    pub revised: bool,
}

impl RatedWeek {
    /// The total as a point of a curve, where all twelve items were answered.
    pub fn total(&self) -> Option<Point> {
        self.answers.total().map(|total| self.point(total, true))
    }

    /// The subscore of a domain as a point of a curve, where its three items were answered.
    pub fn subscore(&self, domain: Domain) -> Option<Point> {
        let holds_cutting = domain.items().contains(&Item::Cutting);
        let subscore = self.answers.subscore(domain);
        subscore.map(|subscore| self.point(subscore, holds_cutting))
    }

    /// Another form of item 5 is another level only where the score holds that item.
    fn point(&self, value: u8, holds_cutting: bool) -> Point {
        let rater = self.respondent.rater();
        let group = if holds_cutting {
            Group {
                rater,
                form: self.answers.cutting_form(),
            }
        } else {
            Group::rated_by(rater)
        };
        Point {
            day: self.assessed_on,
            value: value.into(),
            group,
        }
    }
}

type Points = (
    (Option<i16>, Option<i16>, Option<i16>),
    (Option<i16>, Option<i16>, Option<i16>),
    (Option<i16>, Option<i16>, Option<i16>),
    (Option<i16>, Option<i16>, Option<i16>),
);

type RatedRow = (i32, Day, Points, bool, bool, i16, Option<i16>, i32, At);

/// Every week that was not removed of the diaries that `$whose` names, oldest first.
macro_rules! rated_of {
    ($whose:expr) => {
        entries::table
            .filter($whose)
            .filter(entries::voided.eq(false))
            .order((entries::patient_key, entries::week))
            .select((
                entries::patient_key,
                (
                    entries::week,
                    entries::assessed_on,
                    (
                        (entries::speech, entries::salivation, entries::swallowing),
                        (entries::handwriting, entries::cutting, entries::dressing),
                        (entries::turning, entries::walking, entries::stairs),
                        (
                            entries::dyspnea,
                            entries::orthopnea,
                            entries::respiratory_insufficiency,
                        ),
                    ),
                    entries::tube_form,
                    entries::gastrostomy,
                    entries::respondent,
                    entries::weight_tenths,
                    entries::shown_revision,
                    entries::recorded_at,
                ),
            ))
    };
}

/// Every week of the diary that was not removed, oldest first.
///
/// Any right will do: what a viewer may see of it is decided by who makes a trend of it.
pub fn rated(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Vec<RatedWeek>> {
    let rated = rated_of!(entries::patient_key.eq(access.key().0));
    let rows: Vec<(i64, RatedRow)> = on_each!(conn, |c| rated.load(c))?;
    rows.into_iter().map(|(_, row)| read(row)).collect()
}

/// The same of several diaries, in one question.
pub fn rated_in<R: Right>(
    conn: &mut Conn,
    diaries: &[impl Borrow<Access<R>>],
) -> DbResult<HashMap<PatientKey, Vec<RatedWeek>>> {
    let keys: Vec<i64> = diaries
        .iter()
        .map(|access| access.borrow().key().0)
        .collect();
    let rated = rated_of!(entries::patient_key.eq_any(keys));
    let rows: Vec<(i64, RatedRow)> = on_each!(conn, |c| rated.load(c))?;
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    for (key, row) in rows {
        found.entry(PatientKey(key)).or_default().push(read(row)?);
    }
    Ok(found)
}

fn read(row: RatedRow) -> DbResult<RatedWeek> {
    let week = row.0;
    checked(row).ok_or_else(|| DbError::corrupt("entry of week", week))
}

fn checked(
    (week, Day(assessed_on), points, tube_form, gastrostomy, respondent, weight, revision, at): RatedRow,
) -> Option<RatedWeek> {
    let (bulbar, fine, gross, breathing) = points;
    let points = [
        bulbar.0,
        bulbar.1,
        bulbar.2,
        fine.0,
        fine.1,
        fine.2,
        gross.0,
        gross.1,
        gross.2,
        breathing.0,
        breathing.1,
        breathing.2,
    ];
    Some(RatedWeek {
        week: Week::from_number(week)?,
        assessed_on,
        answers: row::answers(points, tube_form, gastrostomy)?,
        respondent: Respondent::from_code(respondent)?,
        weight: match weight {
            Some(tenths) => Some(Weight::from_tenths(tenths)?),
            None => None,
        },
        recorded_at: at.into(),
        revised: revision > 1,
    })
}

/// What of the answers in a diary is a reader's own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Part {
    /// Whether they gave all the answers that were given for the patient.
    pub is_author: bool,
    /// Whether they gave all the help with which the patient answered.
    pub is_helper: bool,
}

/// What of the weeks that count is the caller's.
pub fn part(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Part> {
    let recorded = entries::table
        .filter(entries::patient_key.eq(access.key().0))
        .filter(entries::voided.eq(false))
        .select((
            entries::respondent,
            entries::recorded_by,
            entries::recorded_as,
        ))
        .distinct();
    let recorded: Vec<(i16, AccountId, i16)> = on_each!(conn, |c| recorded.load(c))?;
    let is_all = |rater: Rater| {
        let of_a_kind = |(respondent, by, recorded_as): &(i16, AccountId, i16)| {
            let kind = Respondent::from_code(*respondent).map(Respondent::rater);
            let is_guests = *recorded_as == Relation::Guest.code();
            (kind == Some(rater)).then_some((*by, is_guests))
        };
        let mut authors = recorded.iter().filter_map(of_a_kind).peekable();
        authors.peek().is_some() && authors.all(|author| author == (access.by(), false))
    };
    Ok(Part {
        is_author: is_all(Rater::Proxy),
        is_helper: is_all(Rater::Helped),
    })
}
