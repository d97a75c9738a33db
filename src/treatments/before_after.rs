//! Before and after a treatment began: what changed in time, and all that this does not show.

mod answer;
mod windows;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::course::FOLLOWED;
use super::model::{Content, Treatment};
use super::{rules, store};
use crate::access::{Access, Read, Role};
use crate::clinical::{
    Comparison, Domain, Point, ResponseFacts, SLOPE_DECIMALS, Scale, TreatmentKind, plateaus,
    response_sentences, reversal, trial_categories,
};
use crate::diary::{self, BySymptom, RatedWeek, Respondent, Strength, Symptoms};
use crate::platform::db::Conn;
use crate::platform::http::HttpResult;
use crate::platform::ids::RecordId;
use crate::platform::words::Language;

use answer::{ByDomain, Sides};
pub use answer::{Confounder, Response};
use windows::Stretch;
pub use windows::{ResponseQuery, Windows};

/// Compares what was recorded before a treatment of this patient with what was recorded after.
pub fn response(
    conn: &mut Conn,
    access: &Access<Read>,
    id: RecordId,
    query: ResponseQuery,
    language: Language,
) -> HttpResult<Response> {
    let treatment = rules::find_treatment(conn, access, id)?;
    let treatments = store::marked(conn, access)?;
    let rated = diary::rated(conn, access)?;
    let weeks = diary::symptoms(conn, access)?;
    let windows = Windows::around(&treatment, query);
    // In a diary that is closed nothing comes any more.
    let is_over = windows.is_over(access.today()) || access.is_closed();
    let compare = |points: &[Point], scale| compare(&windows, points, scale).that_began(is_over);
    let course: Vec<Point> = rated.iter().filter_map(RatedWeek::total).collect();
    let total = compare(&course, Scale::TOTAL);
    let domain = |domain| {
        let scores: Vec<Point> = rated
            .iter()
            .filter_map(|rated| rated.subscore(domain))
            .collect();
        compare(&scores, Scale::SUBSCORE).rounded(SLOPE_DECIMALS)
    };
    let symptom = |strength: fn(&Symptoms) -> Option<Strength>| {
        let points: Vec<Point> = weeks
            .iter()
            .filter_map(|week| week.strength(strength))
            .collect();
        compare(&points, Scale::SYMPTOM).rounded(SLOPE_DECIMALS)
    };
    let domains = ByDomain {
        bulbar: domain(Domain::Bulbar),
        fine_motor: domain(Domain::FineMotor),
        gross_motor: domain(Domain::GrossMotor),
        respiratory: domain(Domain::Respiratory),
    };
    let respondents = respondents(&windows, &rated);
    let confounders = confounders(&windows, id, &treatments);
    let trials = (access.who().role() == Role::Clinician).then(|| trial_categories(&total));
    let total = total.rounded(SLOPE_DECIMALS);
    let text = response_sentences(&ResponseFacts {
        today: access.today(),
        before: windows.before.ends(),
        after: windows.after.map(Stretch::ends),
        last_after: last_after(&windows, &course),
        rated: respondents.ratings(),
        total: total.clone(),
        domains: domains.by_domain(),
        others: confounders.len(),
        language,
        used_before: was_used_before(&windows, (id, &treatment), &treatments),
    });
    Ok(Response {
        patient_id: access.patient(),
        treatment_id: id,
        windows,
        domains,
        symptoms: BySymptom::of(symptom),
        plateaus: plateaus(&course),
        reversal: reversal(&course),
        text,
        respondents,
        trials,
        total,
        confounders,
    })
}

pub(super) fn compare(windows: &Windows, points: &[Point], scale: Scale) -> Comparison {
    let within = |stretch: Option<Stretch>| -> Vec<Point> {
        let holds = |point: &&Point| stretch.is_some_and(|stretch| stretch.holds(point.day));
        points.iter().filter(holds).copied().collect()
    };
    Comparison::of(&within(Some(windows.before)), &within(windows.after), scale)
}

fn last_after(windows: &Windows, course: &[Point]) -> Option<NaiveDate> {
    let after = windows.after?;
    let mut days = course.iter().map(|point| point.day);
    days.rfind(|day| after.holds(*day))
}

/// Who answered the weeks that have a total.
fn respondents(windows: &Windows, rated: &[RatedWeek]) -> Sides {
    let of = |stretch: Option<Stretch>| {
        let mut counts: BTreeMap<Respondent, u32> = BTreeMap::new();
        let complete = rated.iter().filter(|rated| rated.answers.is_complete());
        for rated in complete {
            if stretch.is_some_and(|stretch| stretch.holds(rated.assessed_on)) {
                *counts.entry(rated.respondent).or_default() += 1;
            }
        }
        counts
    };
    Sides {
        before: of(Some(windows.before)),
        after: of(windows.after),
    }
}

/// Whether the same treatment was used in the days before this time of it began, or still acted.
fn was_used_before(
    windows: &Windows,
    (id, treatment): (RecordId, &Treatment),
    records: &[(RecordId, Content)],
) -> bool {
    records.iter().any(|(other, content)| match content {
        Content::Treatment(earlier) if *other != id => {
            treatment.is_same_as(earlier)
                && earlier.started_on <= windows.before.to
                && acts_until(earlier).is_none_or(|end| end >= windows.before.from)
        }
        _ => false,
    })
}

/// Cells are there when their course is over, and are followed for as long.
fn acts_until(treatment: &Treatment) -> Option<NaiveDate> {
    let end = treatment.ended_on?;
    match treatment.treatment_kind {
        TreatmentKind::CellTherapy => end.checked_add_months(FOLLOWED),
        _ => Some(end),
    }
}

/// The other treatments that were used in the time that is looked at, or still acted.
fn confounders(
    windows: &Windows,
    id: RecordId,
    records: &[(RecordId, Content)],
) -> Vec<Confounder> {
    let whole = windows.whole();
    let one = |(other, content): &(RecordId, Content)| {
        let Content::Treatment(treatment) = content else {
            return None;
        };
        let overlaps = treatment.started_on <= whole.to
            && acts_until(treatment).is_none_or(|end| end >= whole.from);
        (overlaps && *other != id).then(|| Confounder {
            treatment_id: *other,
            treatment_kind: treatment.treatment_kind,
            name: treatment.name.clone(),
            started_on: treatment.started_on,
            ended_on: treatment.ended_on,
            changed: whole.holds(treatment.started_on)
                || treatment.ended_on.is_some_and(|end| whole.holds(end)),
        })
    };
    records.iter().filter_map(one).collect()
}
