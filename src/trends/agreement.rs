//! How far those who rated the patient agree.

use serde::Serialize;

use crate::access::{Access, Read};
use crate::clinical::{Agreement, DatedRating, PAIR_DAYS, agreements};
use crate::diary::{self, RatedWeek};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::PatientId;
use crate::platform::words::Language;
use crate::treatments;

/// Ratings of the same days by different people.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct AgreementReport {
    patient_id: PatientId,
    /// So many days apart two ratings are a pair.
    #[schema(example = 7)]
    within_days: i64,
    /// Every two kinds of raters with a pair.
    agreements: Vec<Agreement>,
    /// What a difference between raters means, in the reader's language.
    text: &'static str,
}

/// The agreement of all who rated, for a reader of this language.
pub(super) fn report(
    conn: &mut Conn,
    access: &Access<Read>,
    language: Language,
) -> DbResult<AgreementReport> {
    let rated = diary::rated(conn, access)?;
    let happenings = treatments::happenings(conn, access)?;
    let mut ratings: Vec<DatedRating> = rated.iter().map(dated).collect();
    ratings.extend(treatments::clinic_ratings(&happenings));
    ratings.sort_by_key(|rating| rating.day);
    Ok(AgreementReport {
        patient_id: access.patient(),
        within_days: PAIR_DAYS,
        agreements: agreements(&ratings),
        text: language.text("agreement-means"),
    })
}

fn dated(rated: &RatedWeek) -> DatedRating {
    DatedRating {
        day: rated.assessed_on,
        answers: rated.answers,
        respondent: rated.respondent,
    }
}
