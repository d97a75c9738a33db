//! What an export says of itself.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::format::{File, Format};
use super::model::{Filter, Job, SmallCell, Withheld};
use crate::clinical::INSTRUMENT_VERSION;
use crate::platform::http::instant;
use crate::platform::ids::{ExportId, SiteId};

/// The type of its signature: of nothing else of ours.
pub const KIND: &str = "alsfrs-export+jws";

/// Changes when a file or a member changes its meaning, not when one is added.
const SCHEMA: &str = "alsfrs-diary/export/1";

/// What is in an export, what is not and why, and what the files are proved by.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ExportManifest)]
pub struct Manifest {
    #[schema(example = "alsfrs-diary/export/1")]
    schema: &'static str,
    #[schema(example = "0.1.0")]
    software: &'static str,
    #[schema(example = "alsfrs-r/1")]
    instrument_version: &'static str,
    export: ExportId,
    site: SiteId,
    format: Format,
    identified: bool,
    /// Whether its tables have labels in the place of codes.
    labels: bool,
    filter: Filter,
    /// One instant for all files, a minute before they were begun, so that no write is under way any more: every version
    /// that was recorded until then is in them, and none that came later.
    #[serde(serialize_with = "instant::maybe_millis")]
    cut_off: Option<DateTime<Utc>>,
    patients: u64,
    files: Vec<File>,
    /// How many of those who are enrolled are not in it, and why.
    withheld: Withheld,
    /// What fewer than five patients share; empty where the patients are named anyway.
    small_cells: Vec<SmallCell>,
    /// How days, weeks and texts are to be read.
    rules: Rules,
}

/// How days, weeks and texts are to be read.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ExportRules)]
struct Rules {
    zones: &'static str,
    days: &'static str,
    subjects: &'static str,
    texts: &'static str,
    /// What a cut of changes does not tell; null of one that has everything.
    #[schema(example = "Nothing here says who left.")]
    cuts: Option<&'static str>,
    /// What names of tests and columns are, in a format that others define.
    #[schema(example = "Names of tests are sponsor-defined.")]
    codes: Option<&'static str>,
}

const ZONES: &str =
    "A day is a civil day where the patient was; a week is its ISO 8601 week. Instants are UTC.";
const DAYS: &str = "Day 0 is the day of the patient's first rating in the weeks that were asked for, of those that stand; \
     of a patient who rated none, the first day of their records. Days before it are negative.";
const DAYS_OF_CUTS: &str = "Day 0 is the day of the patient's first rating in the weeks that were asked for, also where it was removed or a cut of changes \
     leaves it out, so that it is the same in each cut; of a patient who rated none, the first day of their records. Days before it are negative.";
const CUTS: &str = "Nothing here says who left the clinic, or shares no more, since the cut before: an export of everything, now and then, has those who are left.";
const BY_NAME: &str = "Subject ids are those of the clinic.";
const WITHOUT_NAMES: &str =
    "Subject ids are numbers of this export alone, in an order that tells nothing.";
const TEXTS: &str = "In tables (CSV), a text that a spreadsheet might run has a ' before it: take one leading ' off.";
const CDISC: &str = "Names of tests (ALSFR01 to ALSFR12 and so on) are sponsor-defined: no controlled terminology has the scale. There is no \
     Define-XML: each file says what its columns are called, labelled and made of, and its itemOIDs are free to be defined by who submits it.";

impl Manifest {
    /// That of `job`; `None` until it is made.
    pub fn of(job: Job) -> Option<Self> {
        let contents = job.contents?;
        let cuts = job.filter.changed_since.map(|_| CUTS);
        Some(Self {
            schema: SCHEMA,
            software: env!("CARGO_PKG_VERSION"),
            instrument_version: INSTRUMENT_VERSION,
            export: job.id,
            site: job.site,
            format: job.format,
            identified: job.identified,
            labels: job.labels,
            filter: job.filter,
            cut_off: job.cut_off,
            patients: contents.patients,
            files: contents.files,
            withheld: contents.withheld,
            small_cells: contents.small_cells,
            rules: Rules {
                zones: ZONES,
                days: if job.identified { DAYS_OF_CUTS } else { DAYS },
                subjects: if job.identified {
                    BY_NAME
                } else {
                    WITHOUT_NAMES
                },
                texts: TEXTS,
                cuts,
                codes: (job.format == Format::DatasetJson).then_some(CDISC),
            },
        })
    }
}

/// A manifest, and the proof that it is ours.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = SignedExportManifest)]
pub struct SignedManifest {
    /// The manifest as it can be read.
    pub manifest: Manifest,
    /// The same as a compact JWS (`EdDSA`); `/.well-known/jwks.json` has the key. Keep that file beside it: keys change.
    pub jws: String,
}
