//! `csv` and `parquet`: one row an entry.

use std::io;

use super::clinic::ClinicRatings;
use super::codebook;
use super::people::People;
use super::removed::Removals;
use super::{File, Files, Open, Patient, Rows, Terms};
use crate::diary::{RATING, write_rating};
use crate::platform::table::{Code, Row};

const ALWAYS: [&str; 7] = [
    "subject_id",
    "day",
    "days_late",
    "respondent",
    "recorded_as",
    "revision",
    "instrument_version",
];
const IDENTIFIED: [&str; 4] = ["week", "assessed_on", "recorded_at", "answered_at"];
const WORDS: [&str; 2] = ["note", "change_reason"];

pub(super) struct Wide {
    entries: Rows,
    clinic: ClinicRatings,
    people: People,
    removed: Option<Removals>,
    codebook: File,
    terms: Terms,
}

impl Wide {
    pub(super) fn begin(terms: &Terms, open: &mut Open<'_>) -> io::Result<Self> {
        let identified = IDENTIFIED.iter().filter(|_| terms.identified);
        let words = WORDS.iter().filter(|_| terms.words);
        let names = ALWAYS.iter().chain(&RATING).chain(identified).chain(words);
        let names: Vec<&str> = names.copied().collect();
        Ok(Self {
            codebook: codebook::write(&names, terms, open)?,
            entries: Rows::begin("entries", &names, terms, open)?,
            clinic: ClinicRatings::begin(terms, open)?,
            people: People::begin(terms, open)?,
            removed: Removals::begin(terms, open)?,
            terms: terms.clone(),
        })
    }
}

impl Files for Wide {
    fn add(&mut self, patient: &Patient) -> io::Result<()> {
        for (entry, rating) in patient.ratings() {
            let table = &mut self.entries;
            table.text(Some(&patient.id))?;
            table.plain(Some(patient.day(rating.assessed_on)))?;
            table.plain(Some(patient.days_late(patient.first_of(entry), rating)))?;
            table.plain(Some(Code(rating.respondent)))?;
            table.plain(Some(Code(entry.author.relation)))?;
            table.plain(Some(entry.number()))?;
            table.plain(Some(rating.instrument.as_str()))?;
            write_rating(table, rating, patient.has_tube(rating.assessed_on))?;
            if self.terms.identified {
                table.plain(Some(Code(entry.key)))?;
                table.plain(Some(rating.assessed_on))?;
                table.plain(Some(entry.recorded_at))?;
                table.plain(rating.answered_at)?;
            }
            if self.terms.words {
                let shown = entry.shows_words;
                table.text(rating.note.as_deref().filter(|_| shown))?;
                table.text(entry.change_reason.as_deref().filter(|_| shown))?;
            }
            self.entries.end_row()?;
        }
        if let Some(removed) = &mut self.removed {
            removed.add(patient)?;
        }
        self.clinic.add(patient)?;
        self.people.add(patient)
    }

    fn end(self: Box<Self>) -> io::Result<Vec<File>> {
        let mut files = vec![self.entries.end()?, self.clinic.end()?, self.people.end()?];
        files.push(self.codebook);
        if let Some(removed) = self.removed {
            files.push(removed.end()?);
        }
        Ok(files)
    }
}
