//! The data of a clinic in FHIR: one file a type, one resource a line (Bulk Data's `ndjson`). Resources have the ids that
//! the facade has, so they tell whose they are; no name of a person is in them. A program has taken out what it may
//! read over the facade, in the same words.

use std::collections::HashSet;
use std::io;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};
use url::Url;

use super::facade::Facade;
use super::kick_off::{EXPORTED, KickOff};
use super::kind::Kind;
use super::model::{Identifier, Patient};
use super::patient::{for_program, without_name};
use super::questionnaire::questionnaire;
use super::rated::Rated;
use super::record::{Kinds, of_record};
use super::resource::{Resource, of_rating};
use crate::exports::{Begin, File, Files, Lines, Open, Patient as Exported, Terms, Versions};
use crate::treatments::{Content, Record};

/// The file that names what is not there any more.
pub const DELETED: &str = "deleted.ndjson";

/// The file that says what was asked for and is not there.
pub const LEFT_OUT: &str = "error.ndjson";

/// Begins the files of exports in FHIR, of the service at `public_url`.
pub fn exported(public_url: &Url, inferred_codes: bool) -> Begin {
    let facade = Facade::new(public_url, inferred_codes);
    Arc::new(move |terms: &Terms, open: &mut Open<'_>| {
        let begun = match &terms.kick_off {
            Some(kick_off) => {
                let kick_off = serde_json::from_value(kick_off.clone())?;
                Resources::for_program(&facade, &kick_off, terms, open)?
            }
            None => Resources::for_person(&facade, terms, open)?,
        };
        Ok(Box::new(begun))
    })
}

struct Resources {
    facade: Facade,
    cut_off: NaiveDate,
    files: Vec<(Kind, Lines)>,
    /// Whether what people wrote is in them.
    words: bool,
    /// Their reader.
    reader: Reader,
    deleted: Option<Lines>,
    left_out: Option<Lines>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    Person,
    /// What is older than that is left out.
    Program(Option<DateTime<Utc>>),
}

impl Resources {
    fn for_person(facade: &Facade, terms: &Terms, open: &mut Open<'_>) -> io::Result<Self> {
        let kinds = EXPORTED.into_iter().filter(|it| *it != Kind::Questionnaire);
        let files = files(kinds, open)?;
        let deleted = terms.changes.then(|| Lines::open(DELETED, open));
        Ok(Self {
            facade: facade.clone(),
            cut_off: terms.cut_off.date_naive(),
            files,
            words: terms.words,
            reader: Reader::Person,
            deleted: deleted.transpose()?,
            left_out: None,
        })
    }

    fn for_program(
        facade: &Facade,
        asked: &KickOff,
        terms: &Terms,
        open: &mut Open<'_>,
    ) -> io::Result<Self> {
        let mut begun = Self {
            facade: facade.clone(),
            cut_off: terms.cut_off.date_naive(),
            files: files(asked.kinds.iter().copied(), open)?,
            words: false,
            reader: Reader::Program(asked.since),
            deleted: None,
            left_out: None,
        };
        if asked.since.is_some() {
            begun.deleted = Some(Lines::open(DELETED, open)?);
        }
        if !asked.left_out.is_empty() {
            let mut file = Lines::open(LEFT_OUT, open)?;
            for one in &asked.left_out {
                file.line(&one.outcome())?;
            }
            begun.left_out = Some(file);
        }
        let form = questionnaire(facade);
        begun.write(Kind::Questionnaire, &Resource::Questionnaire(form.into()))?;
        Ok(begun)
    }

    fn write(&mut self, kind: Kind, resource: &Resource) -> io::Result<()> {
        let mut files = self.files.iter_mut();
        let Some((_, file)) = files.find(|(of, _)| *of == kind) else {
            return Ok(());
        };
        file.row(|line, _| {
            resource.write(line)?;
            line.push(b'\n');
            Ok(())
        })
    }

    fn has(&self, kind: Kind) -> bool {
        self.files.iter().any(|(of, _)| *of == kind)
    }

    fn person(&self, patient: &Exported) -> Resource {
        let made = match self.reader {
            Reader::Person => Patient {
                identifier: vec![Identifier {
                    system: "urn:alsfrs-diary:subject-id",
                    value: patient.id.clone(),
                }],
                ..without_name(patient.patient, patient.facts.as_ref())
            },
            Reader::Program(_) => {
                for_program(patient.patient, patient.facts.as_ref(), self.cut_off)
            }
        };
        Resource::Patient(made.into())
    }

    /// What a rating is made into, if there is one.
    fn of_rating(&self, patient: &Exported, rated: Option<Rated<'_>>) -> Vec<(Kind, Resource)> {
        let Some(mut rated) = rated else {
            return Vec::new();
        };
        rated.has_tube = patient.has_tube(rated.rating.assessed_on);
        let kinds = [Kind::QuestionnaireResponse, Kind::Observation];
        let kinds = kinds.into_iter().filter(|kind| self.has(*kind));
        let made = kinds.flat_map(|kind| {
            let made = of_rating(&self.facade, kind, patient.patient, &rated);
            made.into_iter().map(move |resource| (kind, resource))
        });
        made.collect()
    }

    /// What a version of a record is made into.
    fn of_record(
        &self,
        patient: &Exported,
        record: &Record,
        kinds: &Kinds,
    ) -> Vec<(Kind, Resource)> {
        if let Some(Content::ClinicRating(_)) = &record.content {
            return self.of_rating(patient, Rated::of_clinic(record));
        }
        let words = self.words && record.shows_words;
        let made = of_record(patient.patient, record, kinds, words);
        let made = made.map(|resource| (kind_of(&resource), resource));
        made.into_iter()
            .filter(|(kind, _)| self.has(*kind))
            .collect()
    }
}

fn files(kinds: impl Iterator<Item = Kind>, open: &mut Open<'_>) -> io::Result<Vec<(Kind, Lines)>> {
    let mut files = Vec::new();
    for kind in kinds {
        let name = format!("{}.ndjson", kind.name());
        files.push((kind, Lines::open(&name, open)?));
    }
    Ok(files)
}

/// What `resource` is listed as.
fn kind_of(resource: &Resource) -> Kind {
    match resource {
        Resource::MedicationStatement(_) => Kind::MedicationStatement,
        Resource::AdverseEvent(_) => Kind::AdverseEvent,
        _ => Kind::Procedure,
    }
}

/// What one week or record is made into now, and the names of what it was made into before and is not any more.
struct Made {
    now: Vec<(Kind, Resource)>,
    gone: Vec<String>,
}

fn made<T>(
    versions: &Versions<T>,
    has_past: bool,
    make: impl Fn(&T) -> Vec<(Kind, Resource)>,
) -> Made {
    let now = versions.last().map(&make).unwrap_or_default();
    let mut gone = Vec::new();
    if !has_past {
        return Made { now, gone };
    }
    let names: HashSet<String> = now.iter().map(|(_, one)| one.name()).collect();
    for (_, resource) in versions.iter().flat_map(make) {
        let name = resource.name();
        if !names.contains(&name) && !gone.contains(&name) {
            gone.push(name);
        }
    }
    Made { now, gone }
}

impl Files for Resources {
    fn add(&mut self, patient: &Exported) -> io::Result<()> {
        self.write(Kind::Patient, &self.person(patient))?;
        // Of a patient who was enrolled since, or shares for research only since, all is new.
        let since = match self.reader {
            Reader::Program(since) => since.filter(|since| patient.shared_since <= *since),
            Reader::Person => patient.since,
        };
        let is_new = |at: DateTime<Utc>| since.is_none_or(|since| at > since);
        let kinds = kinds(patient);
        let has_past = self.deleted.is_some();
        let mut gone = Vec::new();
        for versions in &patient.weeks {
            if versions.last().is_some_and(|it| is_new(it.recorded_at)) {
                let week = made(versions, has_past, |entry| {
                    self.of_rating(patient, Rated::of_week(entry))
                });
                gone.extend(week.gone);
                for (kind, resource) in week.now {
                    self.write(kind, &resource)?;
                }
            }
        }
        for (_, versions) in &patient.records {
            if versions.last().is_some_and(|it| is_new(it.recorded_at)) {
                let record = made(versions, has_past, |record| {
                    self.of_record(patient, record, &kinds)
                });
                gone.extend(record.gone);
                for (kind, resource) in record.now {
                    self.write(kind, &resource)?;
                }
            }
        }
        match &mut self.deleted {
            Some(file) if !gone.is_empty() => file.line(&deletion(&gone)),
            _ => Ok(()),
        }
    }

    fn end(self: Box<Self>) -> io::Result<Vec<File>> {
        let files = self.files.into_iter().map(|(_, file)| file);
        let all = files.chain(self.deleted).chain(self.left_out);
        all.map(Lines::end).collect()
    }
}

/// What kind each treatment is, also one that did not change.
fn kinds(patient: &Exported) -> Kinds {
    let now = patient.records.iter().filter_map(|(_, it)| it.last());
    let kinds = now.filter_map(|record| match &record.content {
        Some(Content::Treatment(said)) => Some((record.key, said.treatment_kind)),
        _ => None,
    });
    kinds.collect()
}

/// A bundle that takes these resources away.
fn deletion(gone: &[String]) -> Value {
    let entries = gone.iter();
    let entries = entries.map(|name| json!({"request": {"method": "DELETE", "url": name}}));
    let entries: Vec<Value> = entries.collect();
    json!({"resourceType": "Bundle", "type": "transaction", "entry": entries})
}
