//! Symptoms and weight beside the scale: how strong each was, week by week.

use chrono::NaiveDate;
use serde::Serialize;

use super::window::{Span, Window};
use crate::access::{Access, Read};
use crate::clinical::{Point, Scale, Slope, Week, write_day};
use crate::diary::{self, BySymptom, Strength, SymptomWeek, Symptoms};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::PatientId;

/// What was felt around the scale.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct SymptomTrend {
    patient_id: PatientId,
    /// Today, where the patient is.
    as_of: NaiveDate,
    window: Window,
    /// The eight symptoms, 0 (none) to 10 (worst): a slope above 0 is a worsening.
    symptoms: BySymptom<SymptomSeries>,
    /// Body weight in kilograms; its slope is in kilograms a month.
    weight_kg: SymptomSeries,
}

/// A symptom, or the weight, over the weeks.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct SymptomSeries {
    /// One for each week in which it was given, oldest first.
    points: Vec<SymptomPoint>,
    slope: Slope,
}

/// A symptom, or the weight, in one week.
#[derive(Debug, Clone, Copy, Serialize, utoipa::ToSchema)]
struct SymptomPoint {
    week: Week,
    #[serde(serialize_with = "write_day")]
    assessed_on: NaiveDate,
    #[schema(example = 4.0)]
    value: f64,
}

/// What was felt in the weeks that `span` names.
pub(super) fn trend(conn: &mut Conn, access: &Access<Read>, span: Span) -> DbResult<SymptomTrend> {
    let weeks = diary::symptoms(conn, access)?;
    let ends = weeks.first().zip(weeks.last());
    let ends = ends.map(|(first, last)| (first.week, last.week));
    let window = Window::between(span, access.today(), ends);
    let shown: Vec<&SymptomWeek> = weeks
        .iter()
        .filter(|week| window.contains(week.week))
        .collect();
    Ok(SymptomTrend {
        patient_id: access.patient(),
        as_of: access.today(),
        window,
        symptoms: BySymptom::of(|strength: fn(&Symptoms) -> Option<Strength>| {
            series(window, &shown, Scale::SYMPTOM, |week| {
                week.strength(strength)
            })
        }),
        weight_kg: series(window, &shown, Scale::WEIGHT, SymptomWeek::weight),
    })
}

fn series(
    window: Window,
    shown: &[&SymptomWeek],
    scale: Scale,
    point: impl Fn(&SymptomWeek) -> Option<Point>,
) -> SymptomSeries {
    let given: Vec<(Week, Point)> = shown
        .iter()
        .filter_map(|felt| Some((felt.week, point(felt)?)))
        .collect();
    let told = |(week, point): &(Week, Point)| SymptomPoint {
        week: *week,
        assessed_on: point.day,
        value: point.value,
    };
    let points: Vec<Point> = given.iter().map(|(_, point)| *point).collect();
    let [slope] = window.slopes([(&points, scale)]);
    SymptomSeries {
        points: given.iter().map(told).collect(),
        slope,
    }
}
