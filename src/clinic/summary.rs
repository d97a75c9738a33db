//! The patients of a clinic, counted.

mod groups;

use std::collections::BTreeMap;

use serde::Serialize;

use super::cohort::{CohortRow, PUBLISHED_MEAN, PUBLISHED_RANGE, Pace};
use crate::access::{Access, Cohort, Read, SiteAccess};
use crate::clinical::KingsStage;
use crate::patients::OnsetRegion;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::SiteId;
use crate::platform::words::Language;
use crate::treatments;

use groups::{ResponseGroup, of_outcomes};

/// As many patients are asked for at once.
const CHUNK: usize = 200;

/// The patients of a clinic, counted.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CohortSummary {
    site_id: SiteId,
    /// How many are enrolled.
    #[schema(example = 48)]
    patients: usize,
    /// How many of them have a diary that was closed, as after a death: they count among the responses alone.
    #[schema(example = 2)]
    closed: usize,
    /// By King's stage of the last rating; `unknown` where answers leave it open, or nothing was rated.
    #[schema(example = json!({"1": 8, "2": 14, "3": 11, "4B": 6, "unknown": 9}))]
    kings: BTreeMap<&'static str, usize>,
    /// By region of onset; `not_shared` where it is not shared or not known.
    #[schema(example = json!({"bulbar": 12, "upper_limb": 18, "not_shared": 18}))]
    onset_regions: BTreeMap<&'static str, usize>,
    /// By slope of the last 26 weeks beside the published population; `unknown` without enough.
    #[schema(example = json!({"faster_than_mean": 14, "slower_than_mean": 20, "unknown": 14}))]
    paces: BTreeMap<&'static str, usize>,
    published_pace: PublishedPace,
    medians: Medians,
    /// What trials call a response, by treatment.
    responses: Vec<ResponseGroup>,
    /// What these numbers do not show, in the language that is asked for.
    text: &'static str,
}

/// The decline of the published population, in points lost per month.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct PublishedPace {
    #[schema(example = 0.89)]
    mean: f64,
    /// Between them lie 95 of 100 people.
    #[schema(example = json!([0.04, 1.96]))]
    range: [f64; 2],
    #[schema(example = "van Eijk et al. 2025, 7,030 people")]
    source: &'static str,
}

/// Medians over the patients that have each.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CohortMedians)]
struct Medians {
    /// Of the last totals.
    #[schema(example = 33.0)]
    total: Option<f64>,
    /// Of the slopes, in points per month.
    #[schema(example = -0.71)]
    points_per_month: Option<f64>,
    /// Of the changes over twelve weeks.
    #[schema(example = -2.0)]
    change_12_weeks: Option<f64>,
    /// Of the weeks without a rating.
    #[schema(example = 1.0)]
    weeks_silent: Option<f64>,
    /// Of the parts of the last 26 weeks that were recorded.
    #[schema(example = 0.85)]
    adherence: Option<f64>,
}

/// Counts the patients in `rows`.
pub fn summary(
    conn: &mut Conn,
    site: &SiteAccess<Cohort>,
    rows: &[CohortRow],
    language: Language,
) -> DbResult<CohortSummary> {
    let diaries: Vec<&Access<Read>> = rows.iter().map(|row| &row.subject.access).collect();
    let mut outcomes = Vec::new();
    for chunk in diaries.chunks(CHUNK) {
        outcomes.extend(treatments::outcomes(conn, chunk)?);
    }
    let all = || rows.iter().map(|row| row.stand.line.as_ref());
    let lines = || all().filter(|line| !line.closed);
    Ok(CohortSummary {
        site_id: site.site(),
        patients: rows.len(),
        closed: all().filter(|line| line.closed).count(),
        kings: counted(lines().map(|line| line.kings.map_or("unknown", KingsStage::key))),
        onset_regions: counted(lines().map(|line| {
            let known = line.onset_region;
            known.map_or("not_shared", OnsetRegion::key)
        })),
        paces: counted(lines().map(|line| {
            let pace = line.points_per_month.map(Pace::of);
            pace.map_or("unknown", Pace::key)
        })),
        published_pace: PublishedPace {
            mean: PUBLISHED_MEAN,
            range: PUBLISHED_RANGE,
            source: "van Eijk et al. 2025, 7,030 people with 31,746 ratings",
        },
        medians: Medians {
            total: median(lines().filter_map(|line| line.total.map(f64::from))),
            points_per_month: median(lines().filter_map(|line| line.points_per_month)),
            change_12_weeks: median(lines().filter_map(|line| line.change_12_weeks)),
            weeks_silent: median(lines().filter_map(|line| line.weeks_silent.map(f64::from))),
            adherence: median(lines().filter_map(|line| line.adherence)),
        },
        responses: of_outcomes(&outcomes, rows),
        text: language.text("cohort-counts"),
    })
}

fn counted(names: impl Iterator<Item = &'static str>) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let upper = values.get(values.len() / 2)?;
    let lower = values.get((values.len() - 1) / 2)?;
    Some((f64::midpoint(*lower, *upper) * 1000.0).round() / 1000.0)
}
