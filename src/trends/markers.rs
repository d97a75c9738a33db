//! Treatments, devices and side effects, marked on the curve.

use chrono::NaiveDate;
use serde::Serialize;

use super::question::{Detail, Question};
use super::window::Window;
use crate::clinical::{SideEffectKind, TreatmentKind, Week};
use crate::platform::ids::RecordId;
use crate::platform::words::Language;
use crate::treatments::{Happening, HappeningKind};

/// Something that happened in a week.
#[derive(Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub(super) struct Marker {
    pub(super) kind: MarkerKind,
    /// Which treatment; of a side effect the one that is suspected, if one is. Null for level `summary`.
    treatment_id: Option<RecordId>,
    week: Week,
    pub(super) day: NaiveDate,
    /// In plain words of the reader's language. Level `summary` is told that a treatment began or ended, and no name.
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
pub(super) fn markers(window: Window, happenings: &[Happening], asked: &Question) -> Vec<Marker> {
    let with_names = asked.sees >= Detail::Answers;
    let marker = |happening: &Happening| {
        let week = Week::of(happening.day);
        let (kind, label) = told(&happening.what, with_names, asked.language)?;
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

fn told(
    what: &HappeningKind,
    with_names: bool,
    language: Language,
) -> Option<(MarkerKind, String)> {
    let word = |key: &str| language.text(&format!("marker-{key}"));
    let happened = |id: &str, what: &str| language.fill(id, &[("what", what)]);
    let treatment = |kind, name: &str, id| {
        let kind = of(kind);
        let what = match kind {
            _ if with_names => name,
            MarkerKind::Device => word("a_device"),
            _ => word("a_treatment"),
        };
        Some((kind, happened(id, what)))
    };
    match what {
        HappeningKind::Began(kind, name) => treatment(*kind, name, "happened-started"),
        HappeningKind::Ended(kind, name) => treatment(*kind, name, "happened-ended"),
        _ if !with_names => None,
        HappeningKind::Felt(kind, words) => Some((
            MarkerKind::SideEffect,
            match (kind, words) {
                (SideEffectKind::Other, Some(words)) => words.clone(),
                _ => word(kind.key()).to_owned(),
            },
        )),
        HappeningKind::Reached(milestone) => {
            Some((MarkerKind::Milestone, word(milestone.key()).to_owned()))
        }
        HappeningKind::Over(milestone) => Some((
            MarkerKind::Milestone,
            happened("happened-ended", word(milestone.key())),
        )),
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
