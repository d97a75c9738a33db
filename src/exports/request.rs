//! What clients send about exports.

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::format::Format;
use super::model::{Filter, NewExport};
use crate::clinical::Week;
use crate::platform::faults::Faults;
use crate::platform::http::instant;
use crate::platform::text;

const LONGEST_REASON: usize = 500;

/// Which data of a clinic to take out, and how.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewExport)]
pub struct ExportRequest {
    pub(crate) format: Format,
    /// The first week. Left out: the first there is.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "2026-W01", required = false)]
    pub(crate) from: Option<Week>,
    /// The last week. Left out: the last there is.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "2026-W47", required = false)]
    pub(crate) to: Option<Week>,
    /// Only weeks and records that were recorded, corrected or removed since; of a patient who was enrolled since, all.
    /// The patients of two exports without names cannot be told to be the same, so it takes `identified`; `proact` and
    /// `dataset-json` cannot tell what was removed, and refuse it.
    #[serde(default, deserialize_with = "instant::read_maybe")]
    #[schema(value_type = Option<DateTime<Utc>>, required = false)]
    pub(crate) changed_since: Option<DateTime<Utc>>,
    /// Whether codes of tables give way to what they are called, for people who read them in a spreadsheet. With
    /// `csv` and `csv-long`.
    #[serde(default)]
    #[schema(required = false)]
    pub(crate) labels: bool,
    /// Whether it tells whose the data are: what the clinic calls its patients, days as they were, and notes
    /// for clinicians. It takes a reason, and a sign-in or a step-up within the last five minutes.
    #[serde(default)]
    #[schema(required = false)]
    pub(crate) identified: bool,
    /// Why; kept, and with `identified` needed.
    #[serde(default)]
    #[schema(example = "visit reports of November", required = false)]
    pub(crate) reason: Option<String>,
}

impl ExportRequest {
    /// The export, asked for at `now`; `faults` are those found before.
    pub fn read(self, mut faults: Faults, now: DateTime<Utc>) -> Result<NewExport, Faults> {
        let in_order = self.from.zip(self.to).is_none_or(|(from, to)| from <= to);
        faults.require(
            in_order,
            "/to",
            "ended_before_start",
            "The last week comes before the first.",
        );
        faults.require(
            self.changed_since.is_none_or(|since| since <= now),
            "/changed_since",
            "date_in_future",
            "This instant has not come.",
        );
        faults.require(
            self.changed_since.is_none() || self.identified,
            "/changed_since",
            "identified_only",
            "Without names, the patients of two exports cannot be told to be the same.",
        );
        faults.require(
            self.changed_since.is_none() || self.format.tells_changes(),
            "/changed_since",
            "whole_only",
            "This format cannot tell what was removed: take out all of it.",
        );
        faults.require(
            self.format != Format::Fhir || self.identified,
            "/format",
            "identified_only",
            "Resources in FHIR have the ids of this service, which tell whose they are.",
        );
        faults.require(
            !self.labels || self.format.takes_labels(),
            "/labels",
            "tables_only",
            "Labels are for the tables of csv and csv-long: programs read codes.",
        );
        let reason = text::line(&mut faults, "/reason", self.reason, LONGEST_REASON);
        faults.require(
            reason.is_some() || !self.identified,
            "/reason",
            "missing_member",
            "Say why the export has to tell whose the data are.",
        );
        let filter = Filter {
            from: self.from,
            to: self.to,
            changed_since: self.changed_since,
        };
        faults.or(NewExport {
            format: self.format,
            filter,
            identified: self.identified,
            labels: self.labels,
            reason,
            kick_off: None,
        })
    }
}
