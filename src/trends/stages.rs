//! The time spent in each stage so far.

use serde::Serialize;

use crate::access::{Access, Summary};
use crate::clinical::{KingsStage, Spell, Stages, spells};
use crate::diary;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::PatientId;
use crate::treatments::{self, has_tube};

/// The time spent in each stage so far, by the ratings: history, and no forecast. A stage that a rating leaves open
/// counts for none, and a spell may end where another person began to rate.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct StageHistory {
    patient_id: PatientId,
    /// King's, with what milestones say of a feeding tube.
    kings: Vec<Spell<KingsStage>>,
    /// Milano-Torino.
    mitos: Vec<Spell<u8>>,
    /// Fine 'til 9.
    ft9: Vec<Spell<u8>>,
}

/// The stages of the whole diary.
pub(super) fn history(conn: &mut Conn, access: &Access<Summary>) -> DbResult<StageHistory> {
    let rated = diary::rated(conn, access)?;
    let happenings = treatments::happenings(conn, access)?;
    let staged: Vec<_> = rated
        .iter()
        .map(|rated| {
            let tube = has_tube(&happenings, rated.assessed_on);
            (rated.assessed_on, Stages::with_tube(&rated.answers, tube))
        })
        .collect();
    Ok(StageHistory {
        patient_id: access.patient(),
        kings: spells(
            staged
                .iter()
                .map(|(day, stages)| (*day, stages.kings.stage)),
        ),
        mitos: spells(
            staged
                .iter()
                .map(|(day, stages)| (*day, stages.mitos.stage)),
        ),
        ft9: spells(staged.iter().map(|(day, stages)| (*day, stages.ft9.stage))),
    })
}
