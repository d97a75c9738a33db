//! `removed`, in a cut of changes: the weeks and records that are there no more.

use std::io;

use super::{File, Open, Patient, Rows, Terms};
use crate::platform::table::{Code, Row};

const NAMES: [&str; 4] = ["subject_id", "kind", "week", "from_day"];

/// The names of its columns, where there is one.
pub(super) fn names(terms: &Terms) -> &'static [&'static str] {
    if terms.changes { &NAMES } else { &[] }
}

/// The table.
pub(super) struct Removals(Rows);

impl Removals {
    pub(super) fn begin(terms: &Terms, open: &mut Open<'_>) -> io::Result<Option<Self>> {
        if !terms.changes {
            return Ok(None);
        }
        Ok(Some(Self(Rows::begin("removed", &NAMES, terms, open)?)))
    }

    pub(super) fn add(&mut self, patient: &Patient) -> io::Result<()> {
        for removed in patient.removals() {
            let rows = &mut self.0;
            rows.text(Some(&patient.id))?;
            match removed.kind {
                Some(kind) => rows.plain(Some(Code(kind)))?,
                None => rows.plain(Some("week"))?,
            }
            rows.plain(removed.week.map(Code))?;
            rows.plain(Some(removed.day))?;
            rows.end_row()?;
        }
        Ok(())
    }

    pub(super) fn end(self) -> io::Result<File> {
        self.0.end()
    }
}
