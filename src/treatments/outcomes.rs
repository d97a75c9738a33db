//! What came after the treatments of several patients, by the categories of trials: for a clinic's summary.

use std::collections::HashMap;

use super::before_after::{ResponseQuery, Windows, compare};
use super::model::{Administration, Content, Treatment};
use super::store;
use crate::access::{Access, PatientKey, Read};
use crate::clinical::{Point, Scale, TrialCategory, trial_categories};
use crate::diary::{self, RatedWeek};
use crate::platform::db::{Conn, DbResult};

/// A treatment, how it was given, and which categories its patient reached.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Whose.
    pub patient: PatientKey,
    /// What.
    pub treatment: Treatment,
    /// On which days and how, the first one first.
    pub given: Vec<Administration>,
    /// The same as for the patient alone.
    pub categories: Vec<TrialCategory>,
}

/// The outcomes of every treatment of these patients, those of one patient in the order in which they began.
pub fn outcomes(conn: &mut Conn, diaries: &[&Access<Read>]) -> DbResult<Vec<Outcome>> {
    let mut said = HashMap::new();
    for access in diaries {
        let records = store::tried(conn, access)?;
        if !records.is_empty() {
            said.insert(access.key(), records);
        }
    }
    let treated: Vec<&Access<Read>> = diaries
        .iter()
        .copied()
        .filter(|access| said.contains_key(&access.key()))
        .collect();
    let mut histories = diary::rated_in(conn, &treated)?;
    let mut outcomes = Vec::new();
    for access in treated {
        let history = histories.remove(&access.key()).unwrap_or_default();
        let course: Vec<Point> = history.iter().filter_map(RatedWeek::total).collect();
        let records = said.remove(&access.key()).unwrap_or_default();
        let mut given: HashMap<_, Vec<Administration>> = HashMap::new();
        let mut treatments = Vec::new();
        for (id, content) in records {
            match content {
                Content::Treatment(treatment) => treatments.push((id, treatment)),
                Content::Administration(one) => {
                    given.entry(one.treatment_id).or_default().push(one);
                }
                _ => {}
            }
        }
        for (id, treatment) in treatments {
            let windows = Windows::around(&treatment, ResponseQuery::usual());
            outcomes.push(Outcome {
                patient: access.key(),
                categories: trial_categories(&compare(&windows, &course, Scale::TOTAL)),
                given: given.remove(&id).unwrap_or_default(),
                treatment,
            });
        }
    }
    Ok(outcomes)
}
