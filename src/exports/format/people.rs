//! `patients`: one row a patient, with the facts that they share.

use std::io;

use chrono::NaiveDate;

use super::{File, Open, Patient, Rows, Terms};
use crate::clinical::Weight;
use crate::platform::table::{Code, Row};

pub const NAMES: [&str; 10] = [
    "subject_id",
    "ratings",
    "age",
    "sex",
    "onset_region",
    "onset_day",
    "diagnosis_day",
    "gene",
    "height_cm",
    "usual_weight_kg",
];

/// The table.
pub struct People(Rows);

impl People {
    pub(super) fn begin(terms: &Terms, open: &mut Open<'_>) -> io::Result<Self> {
        Ok(Self(Rows::begin("patients", &NAMES, terms, open)?))
    }

    pub(super) fn add(&mut self, patient: &Patient) -> io::Result<()> {
        let table = &mut self.0;
        let facts = patient.facts.as_ref();
        let day = |on: Option<NaiveDate>| on.map(|on| patient.day(on));
        table.text(Some(&patient.id))?;
        table.plain(Some(patient.ratings().count()))?;
        table.plain(patient.age())?;
        table.plain(facts.and_then(|it| it.sex).map(Code))?;
        table.plain(facts.and_then(|it| it.onset_region).map(Code))?;
        table.plain(day(facts.and_then(|it| it.symptom_onset)))?;
        table.plain(day(facts.and_then(|it| it.diagnosed_on)))?;
        table.text(facts.and_then(|it| it.gene.as_deref()))?;
        table.plain(facts.and_then(|it| it.height_cm))?;
        table.plain(facts.and_then(|it| it.usual_weight).map(Weight::kg))?;
        self.0.end_row()
    }

    pub(super) fn end(self) -> io::Result<File> {
        self.0.end()
    }
}
