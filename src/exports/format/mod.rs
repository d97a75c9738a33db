//! The files of an export, row by row, as programs read them. They know neither database nor HTTP.

mod cdisc;
mod clinic;
mod codebook;
mod counted;
mod labels;
mod long;
mod ndjson;
mod parquet;
mod patient;
mod people;
mod proact;
mod removed;
mod rows;
mod sheet;
mod wide;
mod word;

use std::io::{self, Write};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::platform::ids::ExportId;
use rows::Rows;

pub use counted::Counted;
pub use patient::{OLDEST, Patient, Versions};
pub use word::of_treatment;

/// How the data are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ExportFormat)]
pub enum Format {
    /// One row an entry, one a patient, and a codebook.
    Csv,
    /// The same with one row an item that was answered.
    CsvLong,
    /// The files of the PRO-ACT database, with its names and quirks.
    Proact,
    /// Every version of every week and record, removals too, one JSON object a line.
    Ndjson,
    /// FHIR R4: a file a type, a resource a line. With names only: its resources have the ids of this service.
    Fhir,
    /// CDISC Dataset-JSON 1.1: QS, DM, CM and AE, with codes of our own.
    DatasetJson,
    /// The tables of `csv` in Apache Parquet, whose columns have types.
    Parquet,
}

impl Format {
    /// Whether it tells of treatments and other records, and not of ratings alone.
    pub const fn tells_records(self) -> bool {
        !matches!(self, Self::Csv | Self::CsvLong | Self::Parquet)
    }

    /// Whether a cut of it can tell what was removed: in others subjects and their rows have new names in each.
    pub const fn tells_changes(self) -> bool {
        !matches!(self, Self::Proact | Self::DatasetJson)
    }

    /// Whether its tables can have labels in the place of codes: others are read by programs.
    pub const fn takes_labels(self) -> bool {
        matches!(self, Self::Csv | Self::CsvLong)
    }
}

/// What all files of an export have in common.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each was asked for or not, whatever the others are"
)]
pub struct Terms {
    /// Which export: it names the study where one needs a name.
    pub export: ExportId,
    /// In which layout.
    pub format: Format,
    /// Whether ids and days are those of the site.
    pub identified: bool,
    /// Whether tables have labels in the place of codes.
    pub labels: bool,
    /// Whether notes are in it.
    pub words: bool,
    /// Whether it has changes alone, removals included.
    pub changes: bool,
    /// What was recorded until then is in it.
    pub cut_off: DateTime<Utc>,
    /// What a program asked for.
    pub kick_off: Option<Value>,
}

/// The files of a format that are being written.
pub trait Files: Send {
    /// Adds a patient.
    fn add(&mut self, patient: &Patient) -> io::Result<()>;
    /// Ends every file.
    fn end(self: Box<Self>) -> io::Result<Vec<File>>;
}

/// What a file is written to.
pub trait Sink: Write + Send {
    /// Ends it: only then is it whole.
    fn end(self: Box<Self>) -> io::Result<()>;
}

/// Begins the file of a name.
pub type Open<'a> = dyn FnMut(&str) -> io::Result<Box<dyn Sink>> + 'a;

/// Begins the files of a format that a slice above this one knows.
pub type Begin = Arc<dyn Fn(&Terms, &mut Open<'_>) -> io::Result<Box<dyn Files>> + Send + Sync>;

/// Begins the files of the format; those in FHIR with `fhir`.
pub fn begin(terms: &Terms, fhir: &Begin, open: &mut Open<'_>) -> io::Result<Box<dyn Files>> {
    Ok(match terms.format {
        Format::Fhir => fhir(terms, open)?,
        Format::Csv | Format::Parquet => Box::new(wide::Wide::begin(terms, open)?),
        Format::CsvLong => Box::new(long::Long::begin(terms, open)?),
        Format::Proact => Box::new(proact::Proact::begin(terms, open)?),
        Format::DatasetJson => Box::new(cdisc::Datasets::begin(terms, open)?),
        Format::Ndjson => Box::new(ndjson::Ndjson::begin(terms, open)?),
    })
}

/// A file that is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ExportFile)]
pub struct File {
    /// Its name in the export.
    #[schema(example = "entries.csv")]
    pub name: String,
    /// How many, without the names of columns.
    pub rows: u64,
    /// Its length.
    pub bytes: u64,
    /// In hexadecimal.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub sha256: String,
}
