//! Counts what patients of an export share, and marks what so few share that it may tell who they are.

use std::collections::{BTreeMap, BTreeSet};

use super::format::{Format, Patient, of_treatment};
use super::model::SmallCell;
use crate::clinical::Weight;
use crate::platform::table::Code;
use crate::treatments::Content;

/// Fewer than this are few.
const FEW: u64 = 5;

/// How many patients have each value.
pub struct Cells {
    /// Which facts and records the files tell.
    format: Format,
    patients: BTreeMap<(&'static str, String), u64>,
}

impl Cells {
    /// Those of an export in this format, before its first patient.
    pub fn of(format: Format) -> Self {
        Self {
            format,
            patients: BTreeMap::new(),
        }
    }

    /// Counts one more patient.
    pub fn count(&mut self, patient: &Patient) {
        if self.format.tells_records() {
            for value in recorded(patient) {
                *self.patients.entry(value).or_default() += 1;
            }
        }
        let Some(facts) = &patient.facts else {
            return;
        };
        let measured = Some(facts).filter(|_| self.format == Format::Ndjson);
        let height = measured.and_then(|facts| facts.height_cm);
        let weight = measured.and_then(|facts| facts.usual_weight);
        let values = [
            ("height_cm", height.map(f64::from).map(band)),
            ("usual_weight_kg", weight.map(Weight::kg).map(band)),
            ("age", patient.age().map(|age| age.to_string())),
            ("gene", facts.gene.clone()),
            (
                "onset_region",
                facts.onset_region.map(|it| Code(it).to_string()),
            ),
            ("sex", facts.sex.map(|it| Code(it).to_string())),
        ];
        for (column, value) in values {
            if let Some(value) = value {
                *self.patients.entry((column, value)).or_default() += 1;
            }
        }
    }

    /// The values that few have.
    pub fn small(self) -> Vec<SmallCell> {
        let small = self.patients.into_iter();
        let small = small.filter(|(_, patients)| *patients < FEW);
        small
            .map(|((column, value), patients)| SmallCell {
                column: column.to_owned(),
                value,
                patients,
            })
            .collect()
    }
}

/// The ten in which a number lies: each by itself few would have.
fn band(number: f64) -> String {
    let from = (number / 10.0).floor() * 10.0;
    format!("{from}-{}", from + 9.0)
}

/// What the records of a patient say that few may share, each once. What people wrote is not in it.
fn recorded(patient: &Patient) -> BTreeSet<(&'static str, String)> {
    let versions = patient.records.iter().flat_map(|(_, it)| it);
    let said = versions.filter_map(|record| record.content.as_ref());
    let mut values = BTreeSet::new();
    for content in said {
        match content {
            Content::Treatment(said) => {
                values.insert(("treatment", of_treatment(said, false).to_owned()));
                values.extend(said.atc.clone().map(|atc| ("atc", atc)));
                let source = said.cells.source;
                values.extend(source.map(|it| ("source", it.key().to_owned())));
            }
            Content::Administration(given) => {
                values.insert(("route", given.route.key().to_owned()));
            }
            Content::Screening(said) => {
                let found = said.findings.against().into_iter();
                values.extend(found.map(|it| ("finding", it.key().to_owned())));
            }
            Content::SideEffect(said) => {
                values.insert(("side_effect", said.what.key().to_owned()));
            }
            Content::Milestone(said) => {
                values.insert(("milestone", said.milestone.key().to_owned()));
            }
            Content::Measurement(_) | Content::ClinicRating(_) => {}
        }
    }
    values
}
