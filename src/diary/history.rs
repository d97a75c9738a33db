//! The diary as the trend reads it: every week that counts, without notes or authors, in one
//! indexed range read.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{Respondent, Weight};
use super::row;
use crate::access::{Access, Right};
use crate::clinical::{Answers, Week};
use crate::platform::db::{Conn, Day, DbError, DbResult, on_each};
use crate::schema::entries;

/// One week as the science sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rated {
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
}

type Points = (
    (Option<i16>, Option<i16>, Option<i16>),
    (Option<i16>, Option<i16>, Option<i16>),
    (Option<i16>, Option<i16>, Option<i16>),
    (Option<i16>, Option<i16>, Option<i16>),
);

type RatedRow = (i32, Day, Points, bool, bool, i16, Option<i16>);

/// Every week of the diary that was not removed, oldest first.
///
/// Any right will do: what a viewer may see of it is decided by who makes a trend of it.
///
/// # Errors
/// When the database is broken.
pub fn rated(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Vec<Rated>> {
    let rated = entries::table
        .filter(entries::patient_key.eq(access.key().0))
        .filter(entries::voided.eq(false))
        .order(entries::week)
        .select((
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
        ));
    let rows: Vec<RatedRow> = on_each!(conn, |c| rated.load(c))?;
    rows.into_iter()
        .map(|row| {
            let week = row.0;
            read(row).ok_or_else(|| DbError::corrupt("entry of week", week))
        })
        .collect()
}

fn read(
    (week, Day(assessed_on), points, tube_form, gastrostomy, respondent, weight): RatedRow,
) -> Option<Rated> {
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
    Some(Rated {
        week: Week::from_number(week)?,
        assessed_on,
        answers: row::answers(points, tube_form, gastrostomy)?,
        respondent: Respondent::from_code(respondent)?,
        weight: match weight {
            Some(tenths) => Some(Weight::from_tenths(tenths)?),
            None => None,
        },
    })
}
