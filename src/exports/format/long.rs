//! `csv-long`: one row an item that was answered.

use std::io;

use super::clinic::ClinicRatings;
use super::people::People;
use super::removed::Removals;
use super::{File, Files, Open, Patient, Rows, Terms, codebook};
use crate::clinical::Item;
use crate::platform::table::{Code, Row};

const NAMES: [&str; 8] = [
    "subject_id",
    "day",
    "item",
    "form",
    "domain",
    "score",
    "respondent",
    "revision",
];
const IDENTIFIED: [&str; 2] = ["week", "assessed_on"];

pub(super) struct Long {
    items: Rows,
    clinic: ClinicRatings,
    people: People,
    removed: Option<Removals>,
    codebook: File,
    identified: bool,
}

impl Long {
    pub(super) fn begin(terms: &Terms, open: &mut Open<'_>) -> io::Result<Self> {
        let identified = IDENTIFIED.iter().filter(|_| terms.identified);
        let names: Vec<&str> = NAMES.iter().chain(identified).copied().collect();
        Ok(Self {
            codebook: codebook::write(&names, terms, open)?,
            items: Rows::begin("items", &names, terms, open)?,
            clinic: ClinicRatings::begin(terms, open)?,
            people: People::begin(terms, open)?,
            removed: Removals::begin(terms, open)?,
            identified: terms.identified,
        })
    }
}

impl Files for Long {
    fn add(&mut self, patient: &Patient) -> io::Result<()> {
        for (entry, rating) in patient.ratings() {
            for item in Item::ALL {
                let Some(score) = rating.answers.points(item) else {
                    continue;
                };
                let table = &mut self.items;
                table.text(Some(&patient.id))?;
                table.plain(Some(patient.day(rating.assessed_on)))?;
                table.plain(Some(item.key()))?;
                table.plain(Some(item.number(rating.answers.cutting_form())))?;
                table.plain(Some(item.domain().key()))?;
                table.plain(Some(score))?;
                table.plain(Some(Code(rating.respondent)))?;
                table.plain(Some(entry.number()))?;
                if self.identified {
                    table.plain(Some(Code(entry.key)))?;
                    table.plain(Some(rating.assessed_on))?;
                }
                self.items.end_row()?;
            }
        }
        if let Some(removed) = &mut self.removed {
            removed.add(patient)?;
        }
        self.clinic.add(patient)?;
        self.people.add(patient)
    }

    fn end(self: Box<Self>) -> io::Result<Vec<File>> {
        let mut files = vec![self.items.end()?, self.clinic.end()?, self.people.end()?];
        files.push(self.codebook);
        if let Some(removed) = self.removed {
            files.push(removed.end()?);
        }
        Ok(files)
    }
}
