//! What happened around treatments, to be marked on a curve.

use chrono::NaiveDate;

use super::model::{ClinicRating, Content};
use super::store;
use crate::access::{Access, Right};
use crate::clinical::{DatedRating, Milestone, SideEffectKind, TreatmentKind};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::RecordId;

/// An event of a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Happening {
    /// On which day.
    pub day: NaiveDate,
    /// Of which treatment; of a side effect the one that is suspected.
    pub treatment: Option<RecordId>,
    /// What.
    pub what: HappeningKind,
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum HappeningKind {
    /// A treatment of this kind and name began.
    Began(TreatmentKind, String),
    /// It ended.
    Ended(TreatmentKind, String),
    /// A side effect began: which, and the words for it.
    Felt(SideEffectKind, Option<String>),
    /// A milestone was reached.
    Reached(Milestone),
    /// It ended: a tube was taken out.
    Over(Milestone),
    /// The clinic rated.
    Rated(Box<DatedRating>),
}

/// All that happened, in the order of the days. Names and words are for readers of entries: what others
/// are shown is decided where a trend is made of it.
pub fn happenings(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Vec<Happening>> {
    let said = store::marked(conn, access)?;
    let mut all: Vec<Happening> = said.into_iter().flat_map(of_record).collect();
    all.sort_by_key(|happening| happening.day);
    Ok(all)
}

/// What treatments go on on `day`, by name.
pub fn going_on(happenings: &[Happening], day: NaiveDate) -> Vec<String> {
    let mut going_on: Vec<(Option<RecordId>, &String)> = Vec::new();
    for happening in happenings {
        match &happening.what {
            HappeningKind::Began(_, name) if happening.day <= day => {
                going_on.push((happening.treatment, name));
            }
            HappeningKind::Ended(..) if happening.day < day => {
                going_on.retain(|(treatment, _)| *treatment != happening.treatment);
            }
            _ => {}
        }
    }
    going_on.into_iter().map(|(_, name)| name.clone()).collect()
}

/// The ratings of the clinic among them, the oldest first.
pub fn clinic_ratings(happenings: &[Happening]) -> impl Iterator<Item = &DatedRating> {
    happenings
        .iter()
        .filter_map(|happening| match &happening.what {
            HappeningKind::Rated(rating) => Some(rating.as_ref()),
            _ => None,
        })
}

/// Whether the person was fed by a tube on a day, by the milestones.
pub fn has_tube(happenings: &[Happening], day: NaiveDate) -> bool {
    has_reached(happenings, day, Milestone::is_feeding_tube)
}

/// Whether the person was ventilated nearly all the time on a day, by the milestones.
pub fn is_ventilated(happenings: &[Happening], day: NaiveDate) -> bool {
    has_reached(happenings, day, |milestone| {
        matches!(
            milestone,
            Milestone::NivOver22Hours | Milestone::Tracheostomy
        )
    })
}

/// Whether one of these milestones was reached by that day, and was not over before it.
fn has_reached(happenings: &[Happening], day: NaiveDate, is_it: fn(Milestone) -> bool) -> bool {
    let reached = happenings.iter().map(|happening| match happening.what {
        HappeningKind::Reached(what) if is_it(what) && happening.day <= day => 1,
        HappeningKind::Over(what) if is_it(what) && happening.day < day => -1,
        _ => 0,
    });
    reached.sum::<i32>() > 0
}

/// What happened by one record: a treatment or a milestone began, and may have ended; a side effect was felt.
fn of_record((id, content): (RecordId, Content)) -> Vec<Happening> {
    match content {
        Content::Treatment(treatment) => {
            let (kind, name) = (treatment.treatment_kind, treatment.name);
            let began = Happening {
                day: treatment.started_on,
                treatment: Some(id),
                what: HappeningKind::Began(kind, name.clone()),
            };
            let ended = treatment.ended_on.map(|day| Happening {
                day,
                treatment: Some(id),
                what: HappeningKind::Ended(kind, name),
            });
            [Some(began), ended].into_iter().flatten().collect()
        }
        Content::SideEffect(effect) => vec![Happening {
            day: effect.began_on,
            treatment: effect.suspected_treatment_id,
            what: HappeningKind::Felt(effect.what, effect.description),
        }],
        Content::Milestone(milestone) => {
            let happening = |day, what| Happening {
                day,
                treatment: None,
                what,
            };
            let what = milestone.milestone;
            let reached = happening(milestone.reached_on, HappeningKind::Reached(what));
            let over = milestone
                .ended_on
                .map(|day| happening(day, HappeningKind::Over(what)));
            std::iter::once(reached).chain(over).collect()
        }
        Content::ClinicRating(ClinicRating(rating)) => {
            let rated = DatedRating {
                day: rating.assessed_on,
                answers: rating.answers,
                respondent: rating.respondent,
            };
            vec![Happening {
                day: rated.day,
                treatment: None,
                what: HappeningKind::Rated(rated.into()),
            }]
        }
        Content::Administration(_) | Content::Screening(_) | Content::Measurement(_) => Vec::new(),
    }
}
