//! A diary as a table: one row a week. What a column means is in `docs/exports.md`.

use std::io::{self, Write};

use super::list::EntriesQuery;
use super::model::{Entry, Rating, Strength, Symptoms, Weight};
use super::store;
use crate::access::{Access, Read};
use crate::clinical::{Answers, Item, KingsStage, Stages};
use crate::platform::csv::Table;
use crate::platform::db::Conn;
use crate::platform::http::{EdgeRefusal, HttpResult};
use crate::platform::table::{Code, Row};

/// So many entries are in memory at once.
const PAGE: usize = 200;

const VERSION: [&str; 9] = [
    "week",
    "revision",
    "recorded_at",
    "recorded_by",
    "recorded_as",
    "assessed_on",
    "answered_at",
    "respondent",
    "instrument_version",
];

/// The columns of what was answered, and of what follows from it.
pub const RATING: [&str; 31] = [
    "cutting_form",
    "gastrostomy",
    "speech",
    "salivation",
    "swallowing",
    "handwriting",
    "cutting",
    "dressing",
    "turning",
    "walking",
    "stairs",
    "dyspnea",
    "orthopnea",
    "respiratory_insufficiency",
    "total",
    "bulbar",
    "fine_motor",
    "gross_motor",
    "respiratory",
    "kings_stage",
    "mitos_stage",
    "ft9_stage",
    "weakness",
    "stiffness",
    "twitching",
    "wasting",
    "fatigue",
    "headache",
    "appetite_loss",
    "pain",
    "weight_kg",
];

/// Left out for readers who are not shown them.
const WORDS: [&str; 3] = ["note", "change_reason", "device_name"];

/// The entries that `query` names, all in one picture: a diary is small.
pub(super) fn table(
    conn: &mut Conn,
    access: &Access<Read>,
    query: &EntriesQuery,
) -> HttpResult<Vec<u8>> {
    let mut range = query.whole()?;
    let shows_words = access.shows_words();
    let words = WORDS.iter().filter(|_| shows_words);
    let names = VERSION.iter().chain(&RATING).chain(words);
    let mut table = Table::new(Vec::new(), names.copied()).map_err(cannot_be_written)?;
    loop {
        let entries = store::list(conn, access, range, PAGE)?;
        for entry in &entries {
            write(&mut table, entry).map_err(cannot_be_written)?;
        }
        match entries.last() {
            Some(last) if entries.len() == PAGE => range.go_on_after(last.key),
            _ => break,
        }
    }
    Ok(table.end().map_err(cannot_be_written)?)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "this is how `map_err` hands it over"
)]
fn cannot_be_written(error: io::Error) -> EdgeRefusal {
    tracing::error!(%error, "a table cannot be written");
    EdgeRefusal::Internal
}

fn write(table: &mut Table<impl Write>, entry: &Entry) -> io::Result<()> {
    let Some(rating) = &entry.content else {
        return Ok(());
    };
    table.plain(Some(Code(entry.key)))?;
    table.plain(Some(entry.number()))?;
    table.plain(Some(entry.recorded_at))?;
    table.text(Some(&entry.author.display_name))?;
    table.plain(Some(Code(entry.author.relation)))?;
    table.plain(Some(rating.assessed_on))?;
    table.plain(rating.answered_at)?;
    table.plain(Some(Code(rating.respondent)))?;
    table.plain(Some(rating.instrument.as_str()))?;
    write_rating(table, rating, false)?;
    if entry.shows_words {
        table.text(rating.note.as_deref())?;
        table.text(entry.change_reason.as_deref())?;
        table.text(rating.device_name.as_deref())?;
    }
    table.end_row()
}

/// The cells of [`RATING`], of a person who was fed by a tube then, or by the answers alone.
pub fn write_rating(table: &mut impl Row, rating: &Rating, has_tube: bool) -> io::Result<()> {
    write_answers(table, &rating.answers, has_tube)?;
    for strength in strengths(&rating.symptoms) {
        table.plain(strength.map(u8::from))?;
    }
    table.plain(rating.weight.map(Weight::kg))
}

fn write_answers(table: &mut impl Row, answers: &Answers, has_tube: bool) -> io::Result<()> {
    table.plain(Some(answers.cutting_form().key()))?;
    table.plain(Some(u8::from(answers.gastrostomy())))?;
    for item in Item::ALL {
        table.plain(answers.points(item))?;
    }
    table.plain(answers.total())?;
    let subscores = answers.subscores();
    for subscore in [
        subscores.bulbar,
        subscores.fine_motor,
        subscores.gross_motor,
        subscores.respiratory,
    ] {
        table.plain(subscore)?;
    }
    let stages = Stages::with_tube(answers, has_tube);
    table.plain(stages.kings.stage.map(KingsStage::key))?;
    table.plain(stages.mitos.stage)?;
    table.plain(stages.ft9.stage)
}

fn strengths(symptoms: &Symptoms) -> [Option<Strength>; 8] {
    [
        symptoms.weakness,
        symptoms.stiffness,
        symptoms.twitching,
        symptoms.wasting,
        symptoms.fatigue,
        symptoms.headache,
        symptoms.appetite_loss,
        symptoms.pain,
    ]
}
