use chrono::NaiveDate;
use serde::Deserialize;

use super::{NAME, NOTE, check_days, line, lines};
use crate::clinical::{Severity, SideEffectKind};
use crate::platform::db::Day;
use crate::platform::faults::Faults;
use crate::platform::ids::RecordId;
use crate::treatments::model::{Content, RecordKind, SideEffect};

/// A side effect that a client sends.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SideEffectRequest {
    #[expect(dead_code, reason = "it was read before, to know that it is this")]
    kind: RecordKind,
    what: SideEffectKind,
    /// Needed for `other`.
    #[schema(max_length = 200, example = "behind the eyes, when standing up")]
    description: Option<String>,
    /// Not after today anywhere on earth.
    #[schema(value_type = NaiveDate, example = "2026-05-13")]
    began_on: Day,
    /// Left out while it goes on.
    #[schema(value_type = Option<NaiveDate>)]
    ended_on: Option<Day>,
    severity: Severity,
    /// A treatment of this patient that had begun.
    suspected_treatment_id: Option<RecordId>,
    /// Whether it led to a hospital, to danger or to lasting harm.
    #[serde(default)]
    serious: bool,
    #[schema(max_length = 2000)]
    note: Option<String>,
    /// Why an earlier version is corrected; at most 500 characters.
    #[schema(max_length = 500)]
    change_reason: Option<String>,
}

impl SideEffectRequest {
    /// The side effect, not later than `latest_day`, and why it is corrected.
    pub(super) fn read(
        self,
        faults: &mut Faults,
        latest_day: NaiveDate,
    ) -> (Content, Option<String>) {
        let (began, ended) = (self.began_on.0, self.ended_on.map(Into::into));
        check_days(faults, ("/began_on", began), ended, latest_day);
        let description = line(faults, "/description", self.description, NAME);
        faults.require(
            self.what != SideEffectKind::Other || description.is_some() || faults.has("/what"),
            "/description",
            "empty",
            "Say in words what it was.",
        );
        let side_effect = SideEffect {
            what: self.what,
            description,
            began_on: began,
            ended_on: ended,
            severity: self.severity,
            suspected_treatment_id: self.suspected_treatment_id,
            serious: self.serious,
            note: lines(faults, "/note", self.note, NOTE),
        };
        (Content::SideEffect(side_effect), self.change_reason)
    }
}
