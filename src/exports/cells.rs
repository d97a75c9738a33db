//! Counts what patients of an export share, and marks what so few share that it may tell who they are.

use std::collections::BTreeMap;

use super::format::Patient;
use super::model::SmallCell;
use crate::platform::table::Code;

/// Fewer than this are few.
const FEW: u64 = 5;

/// How many patients have each value.
#[derive(Default)]
pub struct Cells(BTreeMap<(&'static str, String), u64>);

impl Cells {
    /// Counts one more patient.
    pub fn count(&mut self, patient: &Patient) {
        let Some(facts) = &patient.facts else {
            return;
        };
        let values = [
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
                *self.0.entry((column, value)).or_default() += 1;
            }
        }
    }

    /// The values that few have.
    pub fn small(self) -> Vec<SmallCell> {
        let small = self.0.into_iter().filter(|(_, patients)| *patients < FEW);
        small
            .map(|((column, value), patients)| SmallCell {
                column: column.to_owned(),
                value,
                patients,
            })
            .collect()
    }
}
