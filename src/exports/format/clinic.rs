//! `clinic_ratings`: what the clinic itself rated, apart from the diary of the home.

use std::io;

use super::{File, Open, Patient, Rows, Terms};
use crate::diary::{RATING, write_rating};
use crate::platform::table::{Code, Row};

const ALWAYS: [&str; 5] = [
    "subject_id",
    "day",
    "respondent",
    "revision",
    "instrument_version",
];
const IDENTIFIED: [&str; 3] = ["assessed_on", "recorded_at", "answered_at"];

/// The names of its columns.
pub(super) fn names(terms: &Terms) -> Vec<&'static str> {
    let identified = IDENTIFIED.iter().filter(|_| terms.identified);
    let words = ["note"].iter().filter(|_| terms.words);
    let names = ALWAYS.iter().chain(&RATING).chain(identified);
    names.chain(words).copied().collect()
}

/// The table.
pub(super) struct ClinicRatings {
    rows: Rows,
    identified: bool,
    words: bool,
}

impl ClinicRatings {
    pub(super) fn begin(terms: &Terms, open: &mut Open<'_>) -> io::Result<Self> {
        Ok(Self {
            rows: Rows::begin("clinic_ratings", &names(terms), terms, open)?,
            identified: terms.identified,
            words: terms.words,
        })
    }

    pub(super) fn add(&mut self, patient: &Patient) -> io::Result<()> {
        for (record, rating) in patient.clinic_ratings() {
            let rows = &mut self.rows;
            rows.text(Some(&patient.id))?;
            rows.plain(Some(patient.day(rating.assessed_on)))?;
            rows.plain(Some(Code(rating.respondent)))?;
            rows.plain(Some(record.number()))?;
            rows.plain(Some(rating.instrument.as_str()))?;
            write_rating(rows, rating, patient.has_tube(rating.assessed_on))?;
            if self.identified {
                rows.plain(Some(rating.assessed_on))?;
                rows.plain(Some(record.recorded_at))?;
                rows.plain(rating.answered_at)?;
            }
            if self.words {
                let shown = record.shows_words;
                rows.text(rating.note.as_deref().filter(|_| shown))?;
            }
            rows.end_row()?;
        }
        Ok(())
    }

    pub(super) fn end(self) -> io::Result<File> {
        self.rows.end()
    }
}
