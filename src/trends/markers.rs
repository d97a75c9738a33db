//! Treatments, devices and side effects, marked on the curve.

use chrono::NaiveDate;
use serde::Serialize;

use super::window::Window;
use crate::clinical::{SideEffectKind, TreatmentKind, Week};
use crate::platform::ids::RecordId;
use crate::treatments::{Happening, HappeningKind};

/// Something that happened in a week.
#[derive(Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub(super) struct Marker {
    pub(super) kind: MarkerKind,
    /// Which treatment; of a side effect the one that is suspected, if one is. Null for level `summary`.
    treatment_id: Option<RecordId>,
    week: Week,
    pub(super) day: NaiveDate,
    /// In plain words. Level `summary` is told that a treatment began or ended, and no name.
    #[schema(example = "riluzole started")]
    pub(super) label: String,
}

/// What kind of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MarkerKind {
    /// A medicine, cells, exercise, anything but a device.
    Treatment,
    /// Something that helps, such as ventilation or a wheelchair.
    Device,
    /// Something that may have come from a treatment; only for who may read entries.
    SideEffect,
    /// A feeding tube, a wheelchair, a speech device; only for who may read entries.
    Milestone,
}

/// What of `happenings` lies in `window`, as a person may see it who sees names or does not.
pub(super) fn markers(window: Window, happenings: &[Happening], with_names: bool) -> Vec<Marker> {
    let marker = |happening: &Happening| {
        let week = Week::of(happening.day);
        let (kind, label) = told(&happening.what, with_names)?;
        window.contains(week).then_some(Marker {
            kind,
            treatment_id: happening.treatment.filter(|_| with_names),
            week,
            day: happening.day,
            label,
        })
    };
    happenings.iter().filter_map(marker).collect()
}

fn told(what: &HappeningKind, with_names: bool) -> Option<(MarkerKind, String)> {
    match what {
        HappeningKind::Began(kind, name) => {
            Some((of(*kind), label(*kind, name, with_names, "started")))
        }
        HappeningKind::Ended(kind, name) => {
            Some((of(*kind), label(*kind, name, with_names, "ended")))
        }
        HappeningKind::Felt(kind, words) => {
            with_names.then(|| (MarkerKind::SideEffect, felt(*kind, words.as_deref())))
        }
        HappeningKind::Reached(milestone) => {
            let label = milestone.everyday_name().to_owned();
            with_names.then_some((MarkerKind::Milestone, label))
        }
        HappeningKind::Over(milestone) => {
            let label = format!("{} ended", milestone.everyday_name());
            with_names.then_some((MarkerKind::Milestone, label))
        }
        // Ratings of the clinic are points beside the curve.
        HappeningKind::Rated(_) => None,
    }
}

fn of(kind: TreatmentKind) -> MarkerKind {
    match kind {
        TreatmentKind::Device => MarkerKind::Device,
        TreatmentKind::Drug
        | TreatmentKind::CellTherapy
        | TreatmentKind::Rehabilitation
        | TreatmentKind::Other => MarkerKind::Treatment,
    }
}

fn label(kind: TreatmentKind, name: &str, with_names: bool, verb: &str) -> String {
    match of(kind) {
        _ if with_names => format!("{name} {verb}"),
        MarkerKind::Device => format!("a device {verb}"),
        MarkerKind::Treatment | MarkerKind::SideEffect | MarkerKind::Milestone => {
            format!("a treatment {verb}")
        }
    }
}

fn felt(kind: SideEffectKind, words: Option<&str>) -> String {
    match (kind, words) {
        (SideEffectKind::Other, Some(words)) => words.to_owned(),
        _ => kind.everyday_name().to_owned(),
    }
}
