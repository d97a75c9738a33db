//! What happened around treatments, to be marked on a curve.

use chrono::NaiveDate;

use super::store;
use crate::access::{Access, Right};
use crate::clinical::{SideEffectKind, TreatmentKind};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::RecordId;

/// Something that happened on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Happening {
    /// On which day.
    pub day: NaiveDate,
    /// Of which treatment; of a side effect the one that is suspected.
    pub treatment: Option<RecordId>,
    /// What.
    pub what: What,
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A treatment of this kind and name began.
    Began(TreatmentKind, String),
    /// It ended.
    Ended(TreatmentKind, String),
    /// A side effect began: which, and the words for it.
    Felt(SideEffectKind, Option<String>),
}

/// All that happened, in the order of the days. Names and words are for who may read entries: what
/// others are shown is decided by who makes a trend of it.
pub fn happenings(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Vec<Happening>> {
    let (treatments, side_effects) = store::treatments_and_side_effects(conn, access)?;
    let began_and_ended = treatments.into_iter().flat_map(|(id, treatment)| {
        let (kind, name) = (treatment.kind, treatment.name);
        let began = Happening {
            day: treatment.started_on,
            treatment: Some(id),
            what: What::Began(kind, name.clone()),
        };
        let ended = treatment.ended_on.map(|day| Happening {
            day,
            treatment: Some(id),
            what: What::Ended(kind, name),
        });
        [Some(began), ended].into_iter().flatten()
    });
    let felt = side_effects.into_iter().map(|side_effect| Happening {
        day: side_effect.began_on,
        treatment: side_effect.suspected_treatment_id,
        what: What::Felt(side_effect.what, side_effect.description),
    });
    let mut all: Vec<Happening> = began_and_ended.chain(felt).collect();
    all.sort_by_key(|happening| happening.day);
    Ok(all)
}
