//! `ndjson`: every version of every week and record, removals too, one object a line. Texts are raw: nothing is
//! defused.

use std::io;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::{Counted, File, Files, Open, Patient, Terms};
use crate::clinical::{Item, Stages, Weight};
use crate::diary::{Entry, Rating};
use crate::platform::http::instant;
use crate::treatments::Record;

pub(super) struct Ndjson {
    patients: Counted,
    weeks: Counted,
    records: Counted,
    terms: Terms,
}

impl Ndjson {
    pub(super) fn begin(terms: &Terms, open: &mut Open<'_>) -> io::Result<Self> {
        Ok(Self {
            patients: Counted::open("patients.ndjson", open)?,
            weeks: Counted::open("weeks.ndjson", open)?,
            records: Counted::open("records.ndjson", open)?,
            terms: terms.clone(),
        })
    }

    fn week(&self, patient: &Patient, entry: &Entry, is_current: bool) -> Value {
        let mut line = json!({
            "subject_id": patient.id,
            "week_day": patient.day(entry.key.monday()),
            "revision": entry.number(),
            "current": is_current,
            "voided": entry.content.is_none(),
            "recorded_as": entry.author.relation,
        });
        if let Some(rating) = &entry.content {
            extend(&mut line, rated(patient, entry, rating));
        }
        if self.terms.identified {
            extend(
                &mut line,
                json!({
                    "week": entry.key,
                    "assessed_on": entry.content.as_ref().map(|rating| rating.assessed_on),
                    "answered_at": entry.content.as_ref().and_then(|it| it.answered_at).map(instant::text),
                    "recorded_at": instant::text(entry.recorded_at),
                }),
            );
        }
        if self.terms.words && entry.shows_words {
            let note = entry
                .content
                .as_ref()
                .and_then(|rating| rating.note.as_ref());
            extend(
                &mut line,
                json!({"note": note, "change_reason": entry.change_reason}),
            );
        }
        line
    }

    fn record(&self, patient: &Patient, number: usize, record: &Record, is_current: bool) -> Value {
        let mut line = json!({
            "subject_id": patient.id,
            "record": number,
            "kind": record.kind,
            "revision": record.number(),
            "current": is_current,
            "voided": record.content.is_none(),
            "recorded_as": record.author.relation,
        });
        if let Some(content) = &record.content {
            let mut said = json!(content);
            let treatment = content.treatment();
            let treatment = treatment.and_then(|id| patient.number_of(id));
            if let Some(members) = said.as_object_mut() {
                self.tidy(patient, members, record.shows_words);
                if members.remove("treatment_id").is_some()
                    || members.remove("suspected_treatment_id").is_some()
                {
                    members.insert("treatment".to_owned(), json!(treatment));
                }
            }
            extend(&mut line, said);
        }
        if self.terms.identified {
            extend(
                &mut line,
                json!({"recorded_at": instant::text(record.recorded_at)}),
            );
        }
        line
    }

    /// Takes what people wrote out, and makes days numbers, where it may not tell whose it is.
    fn tidy(&self, patient: &Patient, said: &mut Map<String, Value>, shows_words: bool) {
        if !(self.terms.words && shows_words) {
            for name in ["note", "description", "screened_by"] {
                said.remove(name);
            }
        }
        if self.terms.identified {
            return;
        }
        for name in WRITTEN {
            said.remove(name);
        }
        for name in DAYS {
            if let Some(day) = said.remove(name) {
                let day = day.as_str().and_then(|day| day.parse::<NaiveDate>().ok());
                let name = name.strip_suffix("_on").map(|name| format!("{name}_day"));
                let number = day.map(|day| patient.day(day));
                said.insert(name.unwrap_or_else(|| "day".to_owned()), json!(number));
            }
        }
    }
}

/// What people write in records, and an instant; a treatment keeps its kind and its ATC code.
const WRITTEN: [&str; 11] = [
    "answered_at",
    "name",
    "dose",
    "schedule",
    "trial_id",
    "clinic",
    "place",
    "device",
    "assay",
    "description",
    "screened_by",
];

/// The days of records.
const DAYS: [&str; 8] = [
    "assessed_on",
    "started_on",
    "ended_on",
    "began_on",
    "screened_on",
    "measured_on",
    "reached_on",
    "day",
];

fn rated(patient: &Patient, entry: &Entry, rating: &Rating) -> Value {
    let answers = &rating.answers;
    let points = Item::ALL.map(|item| (item.key().to_owned(), json!(answers.points(item))));
    json!({
        "day": patient.day(rating.assessed_on),
        "days_late": patient.days_late(entry, rating),
        "respondent": rating.respondent,
        "instrument_version": rating.instrument,
        "cutting_form": answers.cutting_form(),
        "gastrostomy": answers.gastrostomy(),
        "answers": Value::from_iter(points),
        "total": answers.total(),
        "subscores": answers.subscores(),
        "stages": Stages::with_tube(answers, patient.has_tube(rating.assessed_on)),
        "symptoms": rating.symptoms,
        "weight_kg": rating.weight.map(Weight::kg),
    })
}

/// Adds the members of `more` to the object `line`.
fn extend(line: &mut Value, more: Value) {
    if let (Some(members), Value::Object(more)) = (line.as_object_mut(), more) {
        members.extend(more);
    }
}

impl Files for Ndjson {
    fn add(&mut self, patient: &Patient) -> io::Result<()> {
        let facts = patient.facts.as_ref();
        let day = |on: Option<NaiveDate>| on.map(|on| patient.day(on));
        let line = json!({
            "subject_id": patient.id,
            "ratings": patient.ratings().count(),
            "age": patient.age(),
            "sex": facts.and_then(|it| it.sex),
            "onset_region": facts.and_then(|it| it.onset_region),
            "onset_day": day(facts.and_then(|it| it.symptom_onset)),
            "diagnosis_day": day(facts.and_then(|it| it.diagnosed_on)),
            "gene": facts.and_then(|it| it.gene.as_deref()),
            "height_cm": facts.and_then(|it| it.height_cm),
            "usual_weight_kg": facts.and_then(|it| it.usual_weight).map(Weight::kg),
        });
        self.patients.line(&line)?;
        for versions in patient.changed_weeks() {
            for (place, entry) in versions.iter().enumerate() {
                let line = self.week(patient, entry, place + 1 == versions.len());
                self.weeks.line(&line)?;
            }
        }
        for (number, versions) in patient.changed_records() {
            for (place, record) in versions.iter().enumerate() {
                let is_current = place + 1 == versions.len();
                let line = self.record(patient, *number, record, is_current);
                self.records.line(&line)?;
            }
        }
        Ok(())
    }

    fn end(self: Box<Self>) -> io::Result<Vec<File>> {
        Ok(vec![
            self.weeks.end()?,
            self.patients.end()?,
            self.records.end()?,
        ])
    }
}
