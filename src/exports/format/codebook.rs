//! `codebook.csv`: what each column means.

use std::io;

use super::{File, Open, Rows, Terms, clinic, labels, people, removed};
use crate::clinical::{CuttingForm, Item};
use crate::platform::table::Row;

/// The columns that are no item and no symptom: kind, meaning.
const MEANINGS: [(&str, &str, &str); 39] = [
    (
        "subject_id",
        "text",
        "The patient: a number of this export alone, or what the clinic calls them",
    ),
    (
        "day",
        "integer",
        "Day of the rating, from the patient's first rating in the weeks that were asked for (0)",
    ),
    (
        "days_late",
        "integer",
        "Days from the rating until it reached the service, where the patient is",
    ),
    (
        "respondent",
        "code",
        "Who answered: self, self_with_help, caregiver_relayed, caregiver_proxy, clinician_in_person, clinician_phone",
    ),
    ("recorded_as", "code", "What the author was to the patient"),
    ("revision", "integer", "Which version of the week, from 1"),
    (
        "instrument_version",
        "code",
        "Edition and language of the scale that was asked",
    ),
    (
        "cutting_form",
        "code",
        "Which form of item 5 was answered: 5a without, 5b with a gastrostomy",
    ),
    ("gastrostomy", "0/1", "Whether there is a feeding tube"),
    (
        "total",
        "0-48",
        "Sum of the twelve items; empty unless all are answered",
    ),
    ("bulbar", "0-12", "Sum of items 1 to 3"),
    ("fine_motor", "0-12", "Sum of items 4 to 6"),
    ("gross_motor", "0-12", "Sum of items 7 to 9"),
    ("respiratory", "0-12", "Sum of items 10 to 12"),
    (
        "kings_stage",
        "code",
        "King's stage, estimated from the answers and from milestones of a feeding tube: 0 to 3, 4A, 4B, 4A+4B",
    ),
    ("mitos_stage", "0-4", "Milano-Torino stage"),
    ("ft9_stage", "0-4", "Fine 'til 9 stage"),
    ("weight_kg", "decimal", "Body weight"),
    ("week", "ISO week", "The week that is rated"),
    ("assessed_on", "date", "Civil day of the rating"),
    ("recorded_at", "instant", "When it reached the service, UTC"),
    (
        "answered_at",
        "instant",
        "When it was answered, by the clock of the device",
    ),
    (
        "note",
        "text",
        "What was written beside it; a leading ' is not part of it",
    ),
    (
        "change_reason",
        "text",
        "Why the version before was changed; a leading ' is not part of it",
    ),
    ("item", "code", "Item of the scale"),
    ("form", "code", "Its number on the form: 1 to 12, 5a or 5b"),
    ("score", "0-4", "0: function lost; 4: as before the disease"),
    ("domain", "code", "The subscore that the item enters"),
    (
        "ratings",
        "integer",
        "How many weeks of the patient are in the export",
    ),
    ("age", "integer", "Years of age on day 0; 90 is 90 or more"),
    ("sex", "code", "female, male, other, unknown"),
    (
        "onset_region",
        "code",
        "Where it began: bulbar, upper_limb, lower_limb, trunk, respiratory, generalised, unknown",
    ),
    (
        "onset_day",
        "integer",
        "Day of the first symptom, from day 0 (negative)",
    ),
    (
        "diagnosis_day",
        "integer",
        "Day of the diagnosis, from day 0",
    ),
    (
        "gene",
        "code",
        "Gene in which a cause was found (HGNC); the manifest marks those that few have",
    ),
    ("height_cm", "integer", "Height"),
    (
        "kind",
        "code",
        "What was removed: week, or the kind of record, such as clinic_rating",
    ),
    (
        "from_day",
        "date",
        "Civil day of the rating that was removed, or on which the record was or began",
    ),
    (
        "usual_weight_kg",
        "decimal",
        "Body weight before the illness",
    ),
];

/// Writes the meaning of the columns with these `names`, and of the tables beside them, each once.
pub(super) fn write(names: &[&str], terms: &Terms, open: &mut Open<'_>) -> io::Result<File> {
    let columns = ["column", "kind", "meaning", "codes"];
    let mut rows = Rows::csv("codebook", &columns, terms, open)?;
    let mut done = Vec::new();
    let clinic = clinic::names(terms);
    let beside = people::NAMES.iter().chain(&clinic);
    let beside = beside.chain(removed::names(terms));
    for name in names.iter().chain(beside) {
        if done.contains(name) {
            continue;
        }
        done.push(*name);
        let item = labels::item(name);
        let (kind, meaning) = entry(name);
        rows.plain(Some(*name))?;
        rows.plain(Some(kind))?;
        rows.plain(Some(meaning))?;
        let codes = item.map_or_else(|| codes(name), |item| Some(anchors(item)));
        rows.plain(codes)?;
        rows.end_row()?;
    }
    rows.end()
}

/// The kind of the column `name`.
pub(super) fn kind(name: &str) -> &'static str {
    entry(name).0
}

fn entry(name: &str) -> (&'static str, &'static str) {
    let known = MEANINGS.iter().find(|(column, ..)| *column == name);
    match (labels::item(name), known) {
        (Some(item), _) => ("0-4", item.label(CuttingForm::A)),
        (None, Some((_, kind, meaning))) => (*kind, *meaning),
        (None, None) => ("0-10", "Symptom around the scale: 0 none, 10 worst"),
    }
}

fn codes(name: &str) -> Option<String> {
    let labels = labels::of_column(name).iter();
    let labels: Vec<_> = labels
        .map(|(code, label)| format!("{code}: {label}"))
        .collect();
    (!labels.is_empty()).then(|| labels.join("; "))
}

fn anchors(item: Item) -> String {
    let anchors = item.anchors(CuttingForm::A).into_iter().enumerate();
    let anchors: Vec<_> = anchors
        .map(|(score, words)| format!("{score}: {words}"))
        .collect();
    anchors.join("; ")
}
