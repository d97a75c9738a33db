//! A table of an export: CSV, or Parquet, with codes or with labels.

use std::io;

use super::labels::Labels;
use super::parquet::Parquet;
use super::sheet::Sheet;
use super::{Counted, File, Format, Open, Terms};
use crate::platform::csv::Table;
use crate::platform::table::{Cell, Row};

/// A table, whose rows are counted.
pub(super) struct Rows {
    sheet: Box<dyn Sheet>,
    labels: Option<Labels>,
    count: u64,
}

impl Rows {
    /// A table with columns of these names, in the file of this name and the ending of its kind.
    pub(super) fn begin(
        name: &str,
        columns: &[&'static str],
        terms: &Terms,
        open: &mut Open<'_>,
    ) -> io::Result<Self> {
        let sheet: Box<dyn Sheet> = match terms.format {
            Format::Parquet => {
                let file = Counted::open(&format!("{name}.parquet"), open)?;
                Box::new(Parquet::new(file, columns)?)
            }
            _ => return Self::csv(name, columns, terms, open),
        };
        Ok(Self {
            sheet,
            labels: None,
            count: 0,
        })
    }

    /// The same, as CSV in any case.
    pub(super) fn csv(
        name: &str,
        columns: &[&'static str],
        terms: &Terms,
        open: &mut Open<'_>,
    ) -> io::Result<Self> {
        let file = Counted::open(&format!("{name}.csv"), open)?;
        Ok(Self {
            sheet: Box::new(Table::new(file, columns.iter().copied())?),
            labels: terms.labels.then(|| Labels::of(columns)),
            count: 0,
        })
    }

    pub(super) fn end_row(&mut self) -> io::Result<()> {
        self.count += 1;
        if let Some(labels) = &mut self.labels {
            labels.end_row();
        }
        self.sheet.end_row()
    }

    pub(super) fn end(self) -> io::Result<File> {
        let mut file = self.sheet.end()?;
        file.rows = self.count;
        file.end()
    }
}

impl Row for Rows {
    fn put(&mut self, cell: Option<Cell<'_>>) -> io::Result<()> {
        let cell = match &mut self.labels {
            Some(labels) => labels.label(cell),
            None => cell,
        };
        self.sheet.put(cell)
    }
}
