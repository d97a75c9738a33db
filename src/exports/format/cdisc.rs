//! `dataset-json`: CDISC Dataset-JSON 1.1, the domains QS, DM, CM and AE with the same `USUBJID`s. No controlled
//! terminology knows the scale: the codes `ALSFR01` and so on are sponsor-defined, and the labels say so.

mod columns;

use std::collections::HashMap;
use std::io::{self, Write};

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::json;

use super::{Counted, File, Files, Open, Patient, Terms, word};
use crate::clinical::{CuttingForm, Domain, Item, Respondent, TreatmentKind};
use crate::diary::Rating;
use crate::patients::Sex;
use crate::platform::http::instant;
use crate::treatments::{Content, SideEffect, Treatment};
use columns::{AE, CM, Column, DM, QS};

/// A cell without anything in it.
const NONE: Option<&str> = None;

pub(super) struct Datasets {
    identified: bool,
    /// Code and name of each question.
    questions: HashMap<(Item, CuttingForm), (String, String)>,
    findings: Dataset,
    people: Dataset,
    medicines: Dataset,
    events: Dataset,
}

/// A file whose rows are being written; how many they are comes at its end.
struct Dataset {
    file: Counted,
    study: String,
    name: &'static str,
    /// What is the same in all rows of one subject: JSON without its end.
    subject: Vec<u8>,
    /// Counts the rows of one subject.
    sequence: u64,
}

impl Dataset {
    fn begin(
        (name, label): (&'static str, &str),
        columns: &[Column],
        terms: &Terms,
        open: &mut Open<'_>,
    ) -> io::Result<Self> {
        let columns = columns.iter().map(|(column, label, kind)| {
            json!({
                "itemOID": format!("IT.{name}.{column}"), "name": column, "label": label,
                "dataType": kind,
            })
        });
        let study = terms.export.to_string();
        let head = json!({
            "datasetJSONCreationDateTime": instant::text(terms.cut_off),
            "datasetJSONVersion": "1.1.0",
            "originator": "alsfrs-diary",
            "sourceSystem": {"name": "alsfrs-diary", "version": env!("CARGO_PKG_VERSION")},
            "studyOID": study,
            "itemGroupOID": format!("IG.{name}"),
            "name": name,
            "label": label,
            "columns": columns.collect::<Vec<_>>(),
        });
        let mut file = Counted::open(&format!("{}.json", name.to_lowercase()), open)?;
        let head = head.to_string();
        let members = head.strip_suffix('}').unwrap_or(&head);
        write!(file, "{members},\"rows\":[")?;
        Ok(Self {
            file,
            study,
            name,
            subject: Vec::new(),
            sequence: 0,
        })
    }

    /// The rows that follow are those of `patient`.
    fn of(&mut self, patient: &Patient) -> io::Result<()> {
        let unique = format!("{}-{}", self.study, patient.id);
        self.sequence = 0;
        self.subject = serde_json::to_vec(&(&self.study, self.name, unique))?;
        self.subject.pop();
        Ok(())
    }

    /// Adds a row of the patient.
    fn row(&mut self, cells: &impl Serialize) -> io::Result<()> {
        let subject = &self.subject;
        self.file.row(|line, before| {
            if before > 0 {
                line.push(b',');
            }
            line.extend_from_slice(subject);
            // Two lists become one: what opens the second parts it from the first.
            let joint = line.len();
            serde_json::to_writer(&mut *line, cells)?;
            if let Some(opening) = line.get_mut(joint) {
                *opening = b',';
            }
            Ok(())
        })
    }

    /// The number of the next row of the subject.
    fn next(&mut self) -> u64 {
        self.sequence += 1;
        self.sequence
    }

    fn end(mut self) -> io::Result<File> {
        let records = self.file.rows;
        write!(self.file, "],\"records\":{records}}}")?;
        self.file.end()
    }
}

impl Datasets {
    pub(super) fn begin(terms: &Terms, open: &mut Open<'_>) -> io::Result<Self> {
        let mut begin = |name, columns: &[Column]| Dataset::begin(name, columns, terms, open);
        let forms = CuttingForm::ALL.into_iter();
        let questions = forms.flat_map(|form| Item::ALL.map(|item| (item, form)));
        let named = |(item, form)| ((item, form), (code(item, form), test(item, form)));
        Ok(Self {
            identified: terms.identified,
            questions: questions.map(named).collect(),
            findings: begin(("QS", "Questionnaires"), &QS)?,
            people: begin(("DM", "Demographics"), &DM)?,
            medicines: begin(("CM", "Concomitant/Prior Medications"), &CM)?,
            events: begin(("AE", "Adverse Events"), &AE)?,
        })
    }

    /// A day as it was, where that may be told.
    fn date(&self, on: impl Into<Option<NaiveDate>>) -> Option<NaiveDate> {
        on.into().filter(|_| self.identified)
    }

    fn person(&mut self, patient: &Patient) -> io::Result<()> {
        let sex = match patient.facts.as_ref().and_then(|facts| facts.sex) {
            Some(Sex::Female) => "F",
            Some(Sex::Male) => "M",
            Some(Sex::Other) => "UNDIFFERENTIATED",
            Some(Sex::Unknown) | None => "U",
        };
        let (age, first) = (patient.age(), self.date(patient.first));
        let unit = age.map(|_| "YEARS");
        let cells = (&patient.id, first, age, unit, sex);
        self.people.row(&cells)
    }

    fn rating(&mut self, patient: &Patient, rating: &Rating) -> io::Result<()> {
        let (date, day) = (
            self.date(rating.assessed_on),
            day(patient, rating.assessed_on),
        );
        let evaluator = evaluator(rating.respondent);
        let form = rating.answers.cutting_form();
        for item in Item::ALL {
            let Some(score) = rating.answers.points(item) else {
                continue;
            };
            let named = self.questions.get(&(item, form));
            let (code, test) = named.ok_or_else(|| io::Error::other("a question has no name"))?;
            let words = item.anchors(form).get(usize::from(score)).copied();
            let cells = (
                self.findings.next(),
                code,
                test,
                "ALSFRS-R",
                category(item.domain()),
                words,
                score.to_string(),
                score,
                NONE,
                evaluator,
                date,
                day,
            );
            self.findings.row(&cells)?;
        }
        if let Some(total) = rating.answers.total() {
            let text = total.to_string();
            let cells = (
                self.findings.next(),
                "ALSFRTOT",
                "ALSFR-Total, Derived",
                "ALSFRS-R",
                NONE,
                &text,
                &text,
                total,
                "Y",
                evaluator,
                date,
                day,
            );
            self.findings.row(&cells)?;
        }
        Ok(())
    }

    fn medicine(&mut self, patient: &Patient, said: &Treatment) -> io::Result<()> {
        let category = match said.treatment_kind {
            TreatmentKind::Drug => "MEDICATION",
            TreatmentKind::CellTherapy
            | TreatmentKind::Rehabilitation
            | TreatmentKind::Device
            | TreatmentKind::Other => "THERAPY",
        };
        let ended = said.ended_on.map(|end| day(patient, end));
        let cells = (
            self.medicines.next(),
            word::of_treatment(said, self.identified),
            category,
            self.date(said.started_on),
            self.date(said.ended_on),
            day(patient, said.started_on),
            ended,
        );
        self.medicines.row(&cells)
    }

    fn event(&mut self, patient: &Patient, said: &SideEffect) -> io::Result<()> {
        let ended = said.ended_on.map(|end| day(patient, end));
        let cells = (
            self.events.next(),
            said.what.everyday_name(),
            if said.serious { "Y" } else { "N" },
            u8::from(said.severity).to_string(),
            self.date(said.began_on),
            self.date(said.ended_on),
            day(patient, said.began_on),
            ended,
        );
        self.events.row(&cells)
    }
}

impl Files for Datasets {
    fn add(&mut self, patient: &Patient) -> io::Result<()> {
        for dataset in [
            &mut self.findings,
            &mut self.people,
            &mut self.medicines,
            &mut self.events,
        ] {
            dataset.of(patient)?;
        }
        self.person(patient)?;
        for (_, rating) in patient.ratings() {
            self.rating(patient, rating)?;
        }
        for (_, rating) in patient.clinic_ratings() {
            self.rating(patient, rating)?;
        }
        for (_, content) in patient.contents() {
            match content {
                Content::Treatment(said) => self.medicine(patient, said)?,
                Content::SideEffect(said) => self.event(patient, said)?,
                Content::Administration(_)
                | Content::Screening(_)
                | Content::Measurement(_)
                | Content::Milestone(_)
                | Content::ClinicRating(_) => {}
            }
        }
        Ok(())
    }

    fn end(self: Box<Self>) -> io::Result<Vec<File>> {
        let all = [self.findings, self.people, self.medicines, self.events];
        all.into_iter().map(Dataset::end).collect()
    }
}

/// The study day: there is no day 0.
fn day(patient: &Patient, on: NaiveDate) -> i64 {
    match patient.day(on) {
        day if day >= 0 => day + 1,
        day => day,
    }
}

fn code(item: Item, form: CuttingForm) -> String {
    let number = item.number(form).to_uppercase();
    let width = if item == Item::Cutting { 3 } else { 2 };
    format!("ALSFR{number:0>width$}")
}

/// At most forty characters.
fn test(item: Item, form: CuttingForm) -> String {
    format!("ALSFR-{:.34}", item.label(form))
}

fn category(domain: Domain) -> &'static str {
    match domain {
        Domain::Bulbar => "BULBAR",
        Domain::FineMotor => "FINE MOTOR",
        Domain::GrossMotor => "GROSS MOTOR",
        Domain::Respiratory => "RESPIRATORY",
    }
}

/// In the words of the terminology C78735.
fn evaluator(respondent: Respondent) -> &'static str {
    match respondent {
        Respondent::Oneself | Respondent::SelfWithHelp | Respondent::CaregiverRelayed => {
            "STUDY SUBJECT"
        }
        Respondent::CaregiverProxy => "CAREGIVER",
        Respondent::ClinicianInPerson | Respondent::ClinicianPhone => "INVESTIGATOR",
    }
}
