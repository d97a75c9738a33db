//! What was felt around the scale, week by week: symptoms and weight, in one indexed range read.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;

use super::model::{Respondent, Strength, Symptoms, Weight};
use crate::access::{Access, Read};
use crate::clinical::{Group, Point, Week};
use crate::platform::db::{Conn, Day, DbError, DbResult, Json, on_each};
use crate::schema::entries;

/// The symptoms of one week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SymptomWeek {
    /// Which week.
    pub week: Week,
    /// The day of the rating.
    pub assessed_on: NaiveDate,
    /// How strong each symptom was.
    pub symptoms: Symptoms,
    /// Body weight.
    pub weight: Option<Weight>,
    /// Who answered.
    pub respondent: Respondent,
}

impl SymptomWeek {
    /// How strong a symptom was, as a point of a curve.
    pub fn strength(&self, of: fn(&Symptoms) -> Option<Strength>) -> Option<Point> {
        let strength = u8::from(of(&self.symptoms)?);
        Some(Point {
            day: self.assessed_on,
            value: strength.into(),
            group: Group::rated_by(self.respondent.rater()),
        })
    }

    /// The weight in kilograms as a point of a curve.
    pub fn weight(&self) -> Option<Point> {
        Some(Point {
            day: self.assessed_on,
            value: self.weight?.kg(),
            group: Group::MEASURED,
        })
    }
}

/// A value for each of the eight symptoms.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, utoipa::ToSchema)]
pub struct BySymptom<T> {
    /// Loss of strength.
    pub weakness: T,
    /// Stiffness, cramps, spasms.
    pub stiffness: T,
    /// Twitching under the skin.
    pub twitching: T,
    /// Muscles becoming thinner.
    pub wasting: T,
    /// Tiredness.
    pub fatigue: T,
    /// Headache.
    pub headache: T,
    /// No wish to eat.
    pub appetite_loss: T,
    /// Pain.
    pub pain: T,
}

impl<T> BySymptom<T> {
    /// What `make` makes of each, given how to find its strength in a week.
    pub fn of(make: impl Fn(fn(&Symptoms) -> Option<Strength>) -> T) -> Self {
        Self {
            weakness: make(|symptoms| symptoms.weakness),
            stiffness: make(|symptoms| symptoms.stiffness),
            twitching: make(|symptoms| symptoms.twitching),
            wasting: make(|symptoms| symptoms.wasting),
            fatigue: make(|symptoms| symptoms.fatigue),
            headache: make(|symptoms| symptoms.headache),
            appetite_loss: make(|symptoms| symptoms.appetite_loss),
            pain: make(|symptoms| symptoms.pain),
        }
    }
}

type SymptomRow = (i32, Day, Option<Json>, Option<i16>, i16);

/// Every week of the diary that was not removed, oldest first. Symptoms are single answers: for readers
/// of entries.
pub fn symptoms(conn: &mut Conn, access: &Access<Read>) -> DbResult<Vec<SymptomWeek>> {
    let weeks = entries::table
        .filter(entries::patient_key.eq(access.key().0))
        .filter(entries::voided.eq(false))
        .order(entries::week)
        .select((
            entries::week,
            entries::assessed_on,
            entries::symptoms,
            entries::weight_tenths,
            entries::respondent,
        ));
    let rows: Vec<SymptomRow> = on_each!(conn, |c| weeks.load(c))?;
    rows.into_iter()
        .map(|row| {
            let week = row.0;
            read(row).ok_or_else(|| DbError::corrupt("entry of week", week))
        })
        .collect()
}

fn read((week, Day(assessed_on), symptoms, weight, respondent): SymptomRow) -> Option<SymptomWeek> {
    let symptoms = symptoms.map(Json::read).transpose().ok()?;
    Some(SymptomWeek {
        week: Week::from_number(week)?,
        assessed_on,
        symptoms: symptoms.unwrap_or_default(),
        weight: match weight {
            Some(tenths) => Some(Weight::from_tenths(tenths)?),
            None => None,
        },
        respondent: Respondent::from_code(respondent)?,
    })
}
