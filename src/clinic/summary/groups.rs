//! Who was treated with what, and how many of each group reached what trials call a response.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::Datelike;
use serde::Serialize;

use crate::access::PatientKey;
use crate::clinic::cohort::CohortRow;
use crate::clinical::{Measure, Proportion, RateWithout, TreatmentKind, months_between};
use crate::treatments::Outcome;

/// A group of fewer is not counted: so few people say nothing, and could be known.
const FEWEST: usize = 5;

/// By what people with a treatment are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ResponseGrouping)]
pub enum Grouping {
    /// A treatment that is no course of cells, by its name.
    Treatment,
    /// Every course of cells.
    CellTherapy,
    /// Courses of cells by the tissue that they come from.
    Source,
    /// By how they were given.
    Route,
    /// By how often they were given.
    Injections,
    /// By where.
    Clinic,
    /// By the patient's age in decades.
    AgeBand,
    /// By months from the first symptom to the start: under 12, to 24, more.
    MonthsSinceOnset,
    /// By the gene in which a cause was found.
    Gene,
}

/// People who were treated alike.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ResponseGroup {
    by: Grouping,
    /// Which group of them.
    #[schema(example = "bone_marrow")]
    group: String,
    /// How many people; each is counted once, by the first such treatment.
    #[schema(example = 23)]
    people: usize,
    /// Of those with a slope before and after, as far as there are five.
    categories: Vec<CategoryCount>,
}

/// How many of a group reached a category.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct CategoryCount {
    measure: Measure,
    /// From this difference on.
    #[schema(example = 1.25)]
    at_least: f64,
    /// Null where fewer than five people have a slope before and after.
    reached: Option<Proportion>,
    /// How many people reach it without the treatment.
    without: Vec<RateWithout>,
    /// Which trial used it, and what to think of.
    note: &'static str,
}

/// Every group of five or more, in the order of the groupings.
pub(super) fn of_outcomes(outcomes: &[Outcome], rows: &[CohortRow]) -> Vec<ResponseGroup> {
    let by_patient: HashMap<PatientKey, &CohortRow> = rows
        .iter()
        .map(|row| (row.subject.access.key(), row))
        .collect();
    let mut groups: BTreeMap<(Grouping, String), Vec<&Outcome>> = BTreeMap::new();
    for outcome in outcomes {
        let row = by_patient.get(&outcome.patient).copied();
        for name in names(outcome, row) {
            groups.entry(name).or_default().push(outcome);
        }
    }
    let counted = groups.into_iter().filter_map(|((by, group), members)| {
        let mut seen = HashSet::new();
        let first_of_each: Vec<&Outcome> = members
            .into_iter()
            .filter(|outcome| seen.insert(outcome.patient))
            .collect();
        (first_of_each.len() >= FEWEST).then(|| ResponseGroup {
            by,
            group,
            people: first_of_each.len(),
            categories: categories(&first_of_each),
        })
    });
    counted.collect()
}

fn categories(members: &[&Outcome]) -> Vec<CategoryCount> {
    let Some(first) = members.first() else {
        return Vec::new();
    };
    let counts = first
        .categories
        .iter()
        .enumerate()
        .map(|(place, category)| {
            let told = members
                .iter()
                .filter_map(|outcome| outcome.categories.get(place)?.reached);
            let told: Vec<bool> = told.collect();
            let reached = told.iter().filter(|reached| **reached).count();
            CategoryCount {
                measure: category.measure,
                at_least: category.at_least,
                reached: (told.len() >= FEWEST).then(|| Proportion::new(reached, told.len())),
                without: category.without.clone(),
                note: category.note,
            }
        });
    counts.collect()
}

/// The groups of which a treatment is.
fn names(outcome: &Outcome, row: Option<&CohortRow>) -> Vec<(Grouping, String)> {
    let treatment = &outcome.treatment;
    if treatment.treatment_kind != TreatmentKind::CellTherapy {
        return vec![(Grouping::Treatment, treatment.name.to_lowercase())];
    }
    let line = row.map(|row| row.stand.line.as_ref());
    let born = line.and_then(|line| line.birth_year);
    let onset = line.and_then(|line| line.symptom_onset);
    let route = outcome.given.first().map(|given| given.route.key());
    let injections = match outcome.given.len() {
        0 => None,
        number @ 1..=3 => Some(number.to_string()),
        _ => Some("4_or_more".to_owned()),
    };
    let clinic = outcome.treatment.cells.clinic.as_ref();
    let months = onset.map(|onset| months_between(onset, treatment.started_on));
    let all = [
        (Grouping::CellTherapy, Some("all".to_owned())),
        (
            Grouping::Source,
            treatment.cells.source.map(|source| source.key().to_owned()),
        ),
        (Grouping::Route, route.map(str::to_owned)),
        (Grouping::Injections, injections),
        (Grouping::Clinic, clinic.map(|name| name.to_lowercase())),
        (
            Grouping::AgeBand,
            born.map(|born| decade(treatment.started_on.year() - i32::from(born))),
        ),
        (
            Grouping::MonthsSinceOnset,
            months.map(|months| since(months).to_owned()),
        ),
        (Grouping::Gene, line.and_then(|line| line.gene.clone())),
    ];
    let known = all.into_iter();
    known.filter_map(|(by, group)| Some((by, group?))).collect()
}

fn decade(age: i32) -> String {
    let from = age.div_euclid(10) * 10;
    format!("{from}–{}", from + 9)
}

fn since(months: f64) -> &'static str {
    match months {
        months if months < 12.0 => "under_12",
        months if months <= 24.0 => "12_to_24",
        _ => "over_24",
    }
}
