//! Tables as RFC 4180 has them: UTF-8, CRLF, a row of names first.
//!
//! A spreadsheet runs a text that begins like a formula. Such a text gets a `'` before it, and so does one that
//! begins with `'`: without its first `'` a text is again what was written. Numbers, dates and codes are never
//! touched.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::table::{Cell, Row};

/// A table that is being written.
pub struct Table<W: Write> {
    csv: csv::Writer<W>,
    cell: String,
}

impl<W: Write> Row for Table<W> {
    fn put(&mut self, cell: Option<Cell<'_>>) -> io::Result<()> {
        self.cell.clear();
        match cell {
            None => {}
            Some(Cell::Code(code)) => return Ok(self.csv.write_field(&*code)?),
            Some(cell) => {
                if matches!(cell, Cell::Text(text) if text.starts_with(DANGEROUS)) {
                    self.cell.push('\'');
                }
                write!(self.cell, "{cell}").map_err(io::Error::other)?;
            }
        }
        Ok(self.csv.write_field(&self.cell)?)
    }
}

impl<W: Write> Table<W> {
    /// A table with columns of these names, which goes to `to`.
    pub fn new<'a>(to: W, names: impl IntoIterator<Item = &'a str>) -> io::Result<Self> {
        let mut csv = csv::WriterBuilder::new();
        let csv = csv.terminator(csv::Terminator::CRLF).from_writer(to);
        let cell = String::new();
        let mut table = Self { csv, cell };
        for name in names {
            table.csv.write_field(name)?;
        }
        table.end_row()?;
        Ok(table)
    }

    /// Ends the row.
    pub fn end_row(&mut self) -> io::Result<()> {
        Ok(self.csv.write_record(None::<&[u8]>)?)
    }

    /// Ends the table.
    pub fn end(self) -> io::Result<W> {
        self.csv
            .into_inner()
            .map_err(csv::IntoInnerError::into_error)
    }
}

/// What a formula may begin with, also in the wide letters that some spreadsheets read alike.
const DANGEROUS: [char; 13] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', '\'',
];
