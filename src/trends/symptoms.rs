//! Symptoms and weight beside the scale: how strong each was, week by week.

use chrono::NaiveDate;
use serde::Serialize;

use super::window::{Span, Window};
use crate::access::{Access, Read};
use crate::clinical::{Point, SLOPE_DECIMALS, Slope, Week, write_day};
use crate::diary::{self, BySymptom, Felt, Strength, Symptoms, Weight};
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
///
/// # Errors
/// When the database is broken.
pub(super) fn trend(conn: &mut Conn, access: &Access<Read>, span: Span) -> DbResult<SymptomTrend> {
    let felt = diary::felt(conn, access)?;
    let ends = felt.first().zip(felt.last());
    let ends = ends.map(|(first, last)| (first.week, last.week));
    let window = Window::between(span, access.today(), ends);
    let shown: Vec<&Felt> = felt
        .iter()
        .filter(|felt| window.contains(felt.week))
        .collect();
    Ok(SymptomTrend {
        patient_id: access.patient(),
        as_of: access.today(),
        window,
        symptoms: BySymptom::of(|strength: fn(&Symptoms) -> Option<Strength>| {
            series(&shown, |felt| {
                strength(&felt.symptoms).map(|s| u8::from(s).into())
            })
        }),
        weight_kg: series(&shown, |felt| felt.weight.map(Weight::kg)),
    })
}

fn series(shown: &[&Felt], value: impl Fn(&Felt) -> Option<f64>) -> SymptomSeries {
    let point = |felt: &&Felt| {
        Some(SymptomPoint {
            week: felt.week,
            assessed_on: felt.assessed_on,
            value: value(felt)?,
        })
    };
    let points: Vec<SymptomPoint> = shown.iter().filter_map(point).collect();
    let line: Vec<Point> = points
        .iter()
        .map(|point| Point {
            day: point.assessed_on,
            value: point.value,
        })
        .collect();
    SymptomSeries {
        slope: Slope::of(&line).rounded(SLOPE_DECIMALS),
        points,
    }
}
