//! How much there is to do.

use super::{Db, sqlite};

impl Db {
    /// Connections in use and writes that wait, for the metrics.
    pub fn load(&self) -> (u32, usize) {
        let waiting = self.0.writer.as_ref().map_or(0, sqlite::Writer::waiting);
        (self.0.pool.in_use(), waiting)
    }

    /// Whether what is written at the same time is committed together, by one writer.
    pub fn groups_commits(&self) -> bool {
        self.0.writer.is_some()
    }

    /// Whether so much waits that who comes now waits for others: more than one group of the writer, or every connection.
    pub fn is_busy(&self) -> bool {
        match &self.0.writer {
            Some(writer) => writer.waiting() > sqlite::GROUP,
            None => self.0.turns.available_permits() == 0,
        }
    }
}
