//! What is the same of tables, whatever kind of file they become.

use std::io;

use super::Counted;
use crate::platform::csv::Table;
use crate::platform::table::Row;

/// A file that rows are put into.
pub(super) trait Sheet: Row + Send {
    fn end_row(&mut self) -> io::Result<()>;
    fn end(self: Box<Self>) -> io::Result<Counted>;
}

impl Sheet for Table<Counted> {
    fn end_row(&mut self) -> io::Result<()> {
        Table::end_row(self)
    }

    fn end(self: Box<Self>) -> io::Result<Counted> {
        Table::end(*self)
    }
}
