use chrono::NaiveDate;
use serde::Deserialize;

use super::{NAME, NOTE, check_days, line, lines, reason};
use crate::clinical::{Severity, SideEffectKind};
use crate::platform::db::Day;
use crate::platform::faults::Faults;
use crate::platform::http::json::given;
use crate::platform::ids::RecordId;
use crate::treatments::model::SideEffect;

/// A side effect that a client sends.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddSideEffect {
    /// Made by the client, so that it may send the same twice.
    pub id: RecordId,
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
}

impl AddSideEffect {
    /// The side effect, not later than `latest_day`.
    pub fn read(self, latest_day: NaiveDate) -> Result<SideEffect, Faults> {
        let raw = SideEffect {
            what: self.what,
            description: self.description,
            began_on: self.began_on.0,
            ended_on: self.ended_on.map(Into::into),
            severity: self.severity,
            suspected_treatment_id: self.suspected_treatment_id,
            serious: self.serious,
            note: self.note,
        };
        let mut faults = Faults::default();
        let side_effect = checked(&mut faults, raw, latest_day);
        faults.or(side_effect)
    }
}

/// What of a side effect is corrected. What is left out stays; null clears it.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[expect(
    clippy::option_option,
    reason = "left out and taken away are two things"
)]
#[serde(deny_unknown_fields)]
pub struct ChangeSideEffect {
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = SideEffectKind, required = false)]
    what: Option<SideEffectKind>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 200)]
    description: Option<Option<String>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = NaiveDate, required = false)]
    began_on: Option<Day>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<NaiveDate>, example = "2026-05-16")]
    ended_on: Option<Option<Day>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Severity, required = false)]
    severity: Option<Severity>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<RecordId>)]
    suspected_treatment_id: Option<Option<RecordId>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = bool, required = false)]
    serious: Option<bool>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    note: Option<Option<String>>,
    /// Why it is corrected; at most 500 characters.
    #[schema(max_length = 500)]
    change_reason: Option<String>,
}

impl ChangeSideEffect {
    /// `current` with these corrections, and why.
    pub fn apply(
        self,
        current: SideEffect,
        latest_day: NaiveDate,
    ) -> Result<(SideEffect, Option<String>), Faults> {
        let suspected = self.suspected_treatment_id;
        let raw = SideEffect {
            what: self.what.unwrap_or(current.what),
            description: self.description.unwrap_or(current.description),
            began_on: self.began_on.map_or(current.began_on, Into::into),
            ended_on: self
                .ended_on
                .map_or(current.ended_on, |day| day.map(Into::into)),
            severity: self.severity.unwrap_or(current.severity),
            suspected_treatment_id: suspected.unwrap_or(current.suspected_treatment_id),
            serious: self.serious.unwrap_or(current.serious),
            note: self.note.unwrap_or(current.note),
        };
        let mut faults = Faults::default();
        let side_effect = checked(&mut faults, raw, latest_day);
        let reason = reason(&mut faults, "/change_reason", self.change_reason);
        faults.or((side_effect, reason))
    }
}

fn checked(faults: &mut Faults, raw: SideEffect, latest_day: NaiveDate) -> SideEffect {
    let began = ("/began_on", raw.began_on);
    check_days(faults, began, raw.ended_on, latest_day);
    let description = line(faults, "/description", raw.description, NAME);
    faults.require(
        raw.what != SideEffectKind::Other || description.is_some(),
        "/description",
        "empty",
        "Say in words what it was.",
    );
    SideEffect {
        description,
        note: lines(faults, "/note", raw.note, NOTE),
        ..raw
    }
}
